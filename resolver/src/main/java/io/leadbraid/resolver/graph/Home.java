package io.leadbraid.resolver.graph;

/** Where an identifier is found. */
public sealed interface Home {

    /** With all its holders in one component. */
    record In(ComponentId component) implements Home {}

    /** Nowhere: so many sources hold it that it links nothing. */
    record OverShared() implements Home {}
}
