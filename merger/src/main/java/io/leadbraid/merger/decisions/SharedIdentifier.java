package io.leadbraid.merger.decisions;

import io.leadbraid.model.Identifier;
import io.leadbraid.model.Ruling;
import java.time.Instant;

/** An identifier that many have, as somebody has said: an office's phone, a family's e-mail. */
public record SharedIdentifier(
        String id, String kind, String namespace, String value, String reason, String actor, Instant at) {

    static SharedIdentifier of(Decided decided) {
        if (!(decided.ruling() instanceof Ruling.SharedIdentifier(Identifier shared))) {
            throw new IllegalArgumentException(decided.id() + " shares no identifier");
        }
        return new SharedIdentifier(
                decided.id().value(),
                shared.kind().label(),
                shared.namespace(),
                shared.value(),
                decided.reason(),
                decided.actor(),
                decided.at());
    }

    /**
     * Whom it concerns that an identifier is shared.
     *
     * @param sources who have it, stated or better
     * @param verified those of them that a platform knows by it: they stay linked by it
     * @param leads open ones on which these sources are
     */
    public record Affected(String kind, String namespace, String value, int sources, int verified, int leads) {}
}
