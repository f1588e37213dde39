package io.leadbraid.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuUseTest {

    @Test
    void readsNamesWithBracketsAndBlanks() {
        ProcStat stat =
                ProcStat.parse("17 (GC Thread) (#2) S 1 17 17 0 -1 4194560 9 0 0 0 250 50 30 10 20 0 2 0 99 0 0");

        assertThat(stat.name()).isEqualTo("GC Thread) (#2");
        assertThat(stat.own()).isEqualTo(3.0);
        assertThat(stat.children()).isEqualTo(0.4);
    }

    @Test
    void tellsWhatWasUsedSinceAlsoByGroupsThatAreNew() {
        CpuUse before = new CpuUse(Map.of("broker", 1.0));
        CpuUse after = new CpuUse(Map.of("broker", 3.0, "merger", 5.0));

        CpuUse used = after.since(before);

        assertThat(used.groups()).containsExactly("merger", "broker");
        assertThat(used.total()).isEqualTo(7.0);
    }
}
