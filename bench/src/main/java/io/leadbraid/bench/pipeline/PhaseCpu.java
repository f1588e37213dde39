package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.measure.CpuUse;

/** Where processor time went while so many events passed. */
record PhaseCpu(String phase, CpuUse use, int events) {

    private static final double MICROS = 1e6;

    double microsPerEvent(String group) {
        return use.of(group) * MICROS / events;
    }

    double microsPerEvent() {
        return use.total() * MICROS / events;
    }
}
