package io.leadbraid.bench;

/** Something that can be measured by name. */
public interface Benchmark {

    String name();

    /** One sentence for the list. */
    String description();

    /** Measures and prints. Ends within the time that it promises, and leaves nothing running. */
    void run(Surroundings surroundings) throws Exception;
}
