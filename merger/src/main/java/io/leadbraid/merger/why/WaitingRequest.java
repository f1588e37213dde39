package io.leadbraid.merger.why;

/** A merge request that nobody has answered yet. */
public record WaitingRequest(String id, String rule) {}
