package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.measure.CpuClock;
import io.leadbraid.bench.measure.CpuUse;
import io.leadbraid.bench.measure.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Processor time by group of threads and phase. */
final class CpuTable {

    private CpuTable() {}

    static String text(List<PhaseCpu> phases) {
        if (!CpuClock.isThere()) {
            return "  This system does not tell (Linux does).";
        }
        CpuUse all = phases.stream().map(PhaseCpu::use).reduce(CpuUse.NONE, CpuUse::plus);
        TextTable table = new TextTable(
                Stream.concat(Stream.of("threads"), phases.stream().map(PhaseCpu::phase))
                        .toArray(String[]::new));
        for (String group : all.groups()) {
            table.row(Stream.concat(Stream.of(group), phases.stream().map(phase -> shown(phase.microsPerEvent(group))))
                    .toArray(String[]::new));
        }
        table.row(Stream.concat(Stream.of("together"), phases.stream().map(phase -> shown(phase.microsPerEvent())))
                .toArray(String[]::new));
        return table.text();
    }

    private static String shown(double micros) {
        return String.format(Locale.ROOT, "%.0f", micros);
    }
}
