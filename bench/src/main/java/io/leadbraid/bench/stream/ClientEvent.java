package io.leadbraid.bench.stream;

import java.util.Set;

/**
 * A client writes once.
 *
 * @param number unique in all streams of a run
 * @param told what the event tells of the person beside the platform's own id
 */
public record ClientEvent(long number, Person person, Outlet outlet, Set<Told> told, String text) {

    /** A kind of identifier. */
    public enum Told {
        NICKNAME,
        PHONE,
        EMAIL
    }

    public ClientEvent {
        told = Set.copyOf(told);
    }
}
