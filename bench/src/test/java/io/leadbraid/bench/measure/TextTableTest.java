package io.leadbraid.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsNamesLeftAndFiguresRight() {
        TextTable table =
                new TextTable("what", "reached").row("webhooks/s", "9").row("x", "1,500");

        assertThat(table.text().lines())
                .containsExactly(
                        "  what        reached",
                        "  ----------  -------",
                        "  webhooks/s        9",
                        "  x             1,500");
    }
}
