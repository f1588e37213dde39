package io.leadbraid.simulator.population;

import java.util.Arrays;
import java.util.Optional;

/** Where people write: an account of ours on some channel. */
public sealed interface Place {

    Kind kind();

    /** The kinds of channels. */
    enum Kind {
        TELEGRAM("telegram"),
        WHATSAPP("whatsapp"),
        AVITO("avito"),
        FORM("form"),
        PUSH("push");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Kind> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst();
        }
    }

    /** @param bot the bot's id, which is the number before the colon of its token */
    record Telegram(long bot) implements Place {
        @Override
        public Kind kind() {
            return Kind.TELEGRAM;
        }
    }

    /** @param phoneNumberId Meta's id of our number */
    record WhatsApp(String phoneNumberId) implements Place {
        @Override
        public Kind kind() {
            return Kind.WHATSAPP;
        }
    }

    /** @param user our own user id */
    record Avito(long user) implements Place {
        @Override
        public Kind kind() {
            return Kind.AVITO;
        }
    }

    /** @param region where visitors dial without a country code */
    record Form(String name, String region) implements Place {
        @Override
        public Kind kind() {
            return Kind.FORM;
        }
    }

    /** @param channel the name that a pushing bot gives; without a channel of ours behind it */
    record Pushed(String channel, String account) implements Place {
        @Override
        public Kind kind() {
            return Kind.PUSH;
        }
    }
}
