package io.leadbraid.ingestion.channel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is set for a channel, by kind. Field names are those of the API. */
public sealed interface ChannelSettings {

    /** The account on the platform that the channel stands for; empty where the channel itself is the account. */
    Optional<String> account();

    /** @param secretToken what Telegram sends with each update, to prove that it is Telegram */
    record Telegram(Optional<String> botToken, String secretToken) implements ChannelSettings {

        /** A bot token is the bot's user id, a colon, and a secret. */
        @Override
        public Optional<String> account() {
            return botToken.map(token -> token.substring(0, token.indexOf(':')));
        }
    }

    /**
     * @param roles of fields, by the field's name
     * @param allowedOrigins sites whose pages may submit; empty for all
     * @param successUrl where a browser goes after submitting
     */
    record Form(
            Map<String, String> roles,
            Optional<String> defaultRegion,
            Set<String> allowedOrigins,
            Optional<String> successUrl)
            implements ChannelSettings {

        public Form {
            roles = Map.copyOf(roles);
            allowedOrigins = Set.copyOf(allowedOrigins);
        }

        @Override
        public Optional<String> account() {
            return Optional.empty();
        }
    }
}
