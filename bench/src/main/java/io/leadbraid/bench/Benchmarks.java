package io.leadbraid.bench;

import io.leadbraid.bench.pipeline.PipelineBenchmark;
import java.util.List;

/** All benchmarks. */
final class Benchmarks {

    static final List<Benchmark> ALL = List.of(new PipelineBenchmark());

    private Benchmarks() {}
}
