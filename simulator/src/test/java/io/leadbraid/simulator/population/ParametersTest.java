package io.leadbraid.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersTest {

    private final Parameters defaults = Parameters.defaults();

    @Test
    void replacesOnlyWhatAFileNames(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.properties");
        Files.writeString(file, "language.ru=1\n");

        Parameters mine = Parameters.of(file);

        assertThat(mine.group("language")).containsEntry("ru", 1).containsEntry("de", 20);
    }

    @Test
    void knowsEachScene() {
        assertThat(defaults.group("scene").keySet())
                .allMatch(label -> Scene.ofLabel(label).isPresent())
                .hasSize(Scene.values().length);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.with(Map.of("repeats.percent", "101")))
                .withMessage("repeats.percent cannot be 101.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.with(Map.of("repeat.percent", "1")))
                .withMessage("There is no parameter repeat.percent.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.with(Map.of("channels", "some")))
                .withMessageContaining("one:60,other:40");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.with(Map.of("people", "x")))
                .withMessageContaining("people");
    }
}
