package io.leadbraid.app.outside;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running product for all test classes that ask for an {@link Outside}; it stops after the last. */
final class RunningLeadbraid implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RunningLeadbraid.class);

    private record Running(Program program, Outside outside) implements AutoCloseable {

        private static Running start() {
            Program program = Launch.afresh("shared").start();
            return new Running(program, program.ready());
        }

        @Override
        public void close() {
            program.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Outside.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("running", key -> Running.start(), Running.class)
                .outside();
    }
}
