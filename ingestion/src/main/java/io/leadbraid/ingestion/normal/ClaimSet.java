package io.leadbraid.ingestion.normal;

import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trust;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the claims of one event: each identifier once, with the strongest trust it was given. */
public final class ClaimSet {

    /** Of one event. Who gives more of them does not tell who he is, and each would be kept and told again with each of the others. */
    static final int MOST = 32;

    private final Map<Identifier, Claim> claims = new LinkedHashMap<>();

    public void add(Claim claim) {
        claims.merge(claim.identifier(), claim, (known, added) -> known.trust().atLeast(added.trust()) ? known : added);
    }

    /** @param raw as the sender wrote it */
    public void add(Identifier identifier, Trust trust, String place, String raw) {
        add(new Claim(identifier, trust, place, differing(identifier, raw)));
    }

    public void addAll(List<Claim> added) {
        added.forEach(this::add);
    }

    /** As they were added; of too many the strongest. */
    public List<Claim> asList() {
        return claims.size() <= MOST
                ? List.copyOf(claims.values())
                : claims.values().stream()
                        .sorted(Comparator.comparing(Claim::trust).reversed())
                        .limit(MOST)
                        .toList();
    }

    private static @Nullable String differing(Identifier identifier, String raw) {
        return identifier.value().equals(raw) ? null : Texts.first(Texts.storable(raw), Emails.MOST);
    }
}
