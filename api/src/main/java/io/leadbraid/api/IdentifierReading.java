package io.leadbraid.api;

import io.leadbraid.ingestion.normal.Emails;
import io.leadbraid.ingestion.normal.Nicknames;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.ingestion.normal.Regions;
import io.leadbraid.model.Identifier;
import java.util.List;
import java.util.Optional;

/** Reads identifiers that people write, by the normalisers of what comes in: only then both are the same. */
final class IdentifierReading {

    private static final List<String> KINDS = List.of("phone", "email", "nickname");

    private final Phones phones = new Phones();
    private final String defaultRegion;

    /** @param defaultRegion whose national phone spellings are meant where nobody says it */
    IdentifierReading(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    /**
     * An identifier as it arrives.
     *
     * @param namespace where a nickname is one; Telegram when blank
     * @param region of a phone in a national spelling; the usual one when blank
     */
    record Written(String kind, String namespace, String value, String region) {}

    /** What is wrong is told to the fields. */
    Optional<Identifier> read(Written written, Fields fields) {
        Optional<String> region = Regions.read(written.region().isEmpty() ? defaultRegion : written.region());
        if (region.isEmpty()) {
            fields.refuse("region", "is no ISO 3166 alpha-2 code");
            return Optional.empty();
        }
        if (!KINDS.contains(written.kind())) {
            fields.refuse("kind", "must be one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        Optional<Identifier> read = switch (written.kind()) {
            case "phone" -> phones.read(written.value(), region.get()).map(Identifier::phone);
            case "email" -> Emails.read(written.value()).map(Identifier::email);
            default -> {
                String namespace = written.namespace().isEmpty() ? Nicknames.TELEGRAM : written.namespace();
                yield Nicknames.read(namespace, written.value()).map(name -> Identifier.nickname(namespace, name));
            }
        };
        if (read.isEmpty() && !written.value().isEmpty()) {
            fields.refuse("value", "cannot be read as " + written.kind());
        }
        return read;
    }
}
