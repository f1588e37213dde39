package io.leadbraid.ingestion.normal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;

/** Regions whose national phone spellings can be read: ISO 3166 alpha-2 codes. */
public final class Regions {

    private Regions() {}

    /** The code in capitals; empty when it is none. */
    public static Optional<String> read(String raw) {
        String code = raw.strip().toUpperCase(Locale.ROOT);
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(code)
                ? Optional.of(code)
                : Optional.empty();
    }
}
