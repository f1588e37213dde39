package io.leadbraid.ingestion.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The channels that are built in. Bots name their own otherwise. */
public enum ChannelKind {
    TELEGRAM,
    WHATSAPP,
    AVITO,
    FORM;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ChannelKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
