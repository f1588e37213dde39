package io.leadbraid.app;

import java.util.List;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Imports the configurations of the roles in {@code leadbraid.roles}. */
final class Roles implements ImportSelector, EnvironmentAware {

    @SuppressWarnings("NullAway.Init") // set by Spring before anything is asked
    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        return Role.parse(environment.getProperty("leadbraid.roles", "")).stream()
                .map(Role::configurations)
                .flatMap(List::stream)
                .map(Class::getName)
                .distinct()
                .toArray(String[]::new);
    }
}
