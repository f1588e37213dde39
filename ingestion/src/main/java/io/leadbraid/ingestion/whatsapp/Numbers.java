package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.normal.Phones;
import java.util.Optional;
import java.util.stream.Stream;

/** Phone numbers and the WhatsApp ids that are made of them. */
final class Numbers {

    private final Phones phones;
    private final String region;

    Numbers(Phones phones, String region) {
        this.phones = phones;
        this.region = region;
    }

    Optional<String> phone(String raw) {
        return phones.readInternational(raw, region);
    }

    /**
     * One form for the ids of one account: people of Brazil, Argentina and Mexico come with one digit more or less from one
     * day to the next (chatwoot issues 5840, 6222, 14048). All other ids stay as they are.
     */
    String canonicalId(String waId) {
        return Stream.of("55", "54", "52").anyMatch(waId::startsWith)
                ? phone(waId).map(e164 -> e164.substring(1)).orElse(waId)
                : waId;
    }
}
