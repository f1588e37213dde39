package io.leadbraid.app;

import io.leadbraid.app.demo.Demo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code leadbraid up}: everything in one process, in the foreground, until Ctrl-C or SIGTERM. */
@Command(
        name = "up",
        description = "Starts everything in one process and stays in the foreground.",
        footer = "Further settings in Spring's way: --name.of.setting=value, or environment variables.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--demo", description = "Make a demo workspace and play impatient clients.")
    private boolean demo;

    @Option(names = "--port", defaultValue = "8080", description = "Port to serve on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--data", defaultValue = "./data", description = "Where data lives (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        settings.stream()
                .filter(setting -> !setting.matches("--[\\w.-]+=.*"))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ParameterException(spec.commandLine(), "Unknown option: " + unknown);
                });
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        arguments.add("--leadbraid.data=" + data);
        arguments.addAll(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Servers servers = new Servers();
        AtomicReference<ConfigurableApplicationContext> started = new AtomicReference<>();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    Optional.ofNullable(started.get()).ifPresent(ConfigurableApplicationContext::close);
                    servers.close();
                    stopped.countDown();
                }));
        SpringApplication application = new SpringApplication(Leadbraid.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(servers, started::set);
        ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
        servers.onBrokerFailure(reason -> {
            System.err.println("leadbraid: the broker has failed: " + reason);
            System.exit(1);
        });
        context.getBean(Welcome.class).print(System.out);
        if (demo) {
            context.getBean(Demo.class).play(System.out);
        }
        stopped.await();
        return 0;
    }
}
