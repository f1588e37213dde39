package io.leadbraid.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SimulateCommandTest {

    private final StringWriter err = new StringWriter();

    @Test
    void saysWhatIsWrongWithAnOption() {
        assertThat(run("--key", "k", "--people", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--people has to be 1 or more.").doesNotContain("\tat ");
    }

    @Test
    void saysWhichChannelsThereAre() {
        assertThat(run("--key", "k", "--channels", "telegram,fax")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no fax; there are telegram, whatsapp");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(run("--key", "k", "--population", "no/such/file")).isEqualTo(2);
        assertThat(err.toString()).contains("no/such/file: there is no such file");
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThat(run("--key", "k", "--people", "1", "--url", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("http://127.0.0.1:1 does not answer")
                .doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return new CommandLine(new SimulateCommand())
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }
}
