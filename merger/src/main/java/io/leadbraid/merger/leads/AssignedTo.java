package io.leadbraid.merger.leads;

/** Whose leads a list shows. */
public sealed interface AssignedTo {

    record Person(String username) implements AssignedTo {}

    record Nobody() implements AssignedTo {}
}
