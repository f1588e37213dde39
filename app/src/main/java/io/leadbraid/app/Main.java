package io.leadbraid.app;

import io.leadbraid.simulator.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code leadbraid}: the command line. */
@Command(
        name = "leadbraid",
        description = "Ends duplicate leads.",
        mixinStandardHelpOptions = true,
        subcommands = {UpCommand.class, SimulateCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(Failures.inOneSentence(failure));
            return 1;
        });
        System.exit(commandLine.execute(args));
    }
}
