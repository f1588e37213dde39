package io.leadbraid.merger.rules;

import java.util.List;

/** The stages of a lead, from the first to the last. */
public record Pipeline(List<String> stages) {

    public static final Pipeline DEFAULT = new Pipeline(List.of("new", "contacted", "qualified", "proposal", "won"));

    public Pipeline {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a pipeline needs a stage to begin with");
        }
    }

    public String first() {
        return stages.getFirst();
    }

    public boolean has(String stage) {
        return stages.contains(stage);
    }

    /** How far along a stage is; one that the pipeline no longer has comes before all others. */
    public int order(String stage) {
        return stages.indexOf(stage);
    }
}
