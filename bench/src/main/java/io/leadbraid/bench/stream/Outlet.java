package io.leadbraid.bench.stream;

import io.leadbraid.bench.stream.ClientEvent.Told;
import java.util.Set;

/** Where a client writes. */
public enum Outlet {
    /** The platform vouches for id and username; a shared contact gives the phone. */
    TELEGRAM,
    /** A web form: always the same fields of the same person. */
    FORM,
    /** A bot that knows the phone. */
    VIBER,
    /** A bot that knows a username. */
    INSTAGRAM;

    /** What each of its events tells. */
    Set<Told> always() {
        return switch (this) {
            case TELEGRAM, INSTAGRAM -> Set.of(Told.NICKNAME);
            case FORM -> Set.of(Told.PHONE, Told.EMAIL);
            case VIBER -> Set.of(Told.PHONE);
        };
    }
}
