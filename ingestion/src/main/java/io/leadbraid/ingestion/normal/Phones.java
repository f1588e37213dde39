package io.leadbraid.ingestion.normal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** Phone numbers in E.164, one form for each number. What was read once is remembered: reading costs about 20 µs. */
public final class Phones {

    /** In UTF-16 units; what is longer is no phone number. */
    public static final int MOST = 64;

    private static final int REMEMBERED = 50_000;

    private record Spelling(String raw, String region, boolean international) {}

    private final Cache<Spelling, Optional<String>> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * A number as a person writes it.
     *
     * @param region whose national spellings are meant, as ISO 3166 alpha-2
     * @return E.164 with its plus; empty when it cannot be a phone number
     */
    public Optional<String> read(String raw, String region) {
        return known(new Spelling(raw, region, false));
    }

    /**
     * A number as a messenger gives it: country code and digits, with or without a plus.
     *
     * @param region tried when it is not international after all
     */
    public Optional<String> readInternational(String raw, String region) {
        return known(new Spelling(raw, region, true));
    }

    private Optional<String> known(Spelling spelling) {
        if (spelling.raw.length() > MOST) {
            return Optional.empty();
        }
        return known.get(spelling, Phones::read);
    }

    private static Optional<String> read(Spelling spelling) {
        return spelling.international
                ? PhoneReading.international(spelling.raw, spelling.region)
                : PhoneReading.asWritten(spelling.raw, spelling.region);
    }
}
