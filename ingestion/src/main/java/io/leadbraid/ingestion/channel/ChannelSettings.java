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
     * @param appSecret of the Meta app, with which Meta signs what it posts
     * @param verifyToken what Meta repeats when the webhook's address is entered
     * @param accessToken for replies
     * @param portfolio where business-scoped user ids are unique
     */
    record WhatsApp(
            String phoneNumberId, String appSecret, String verifyToken, Optional<String> accessToken, String portfolio)
            implements ChannelSettings {

        /** Stands for the only portfolio of most companies. */
        static final String PORTFOLIO = "portfolio";

        @Override
        public Optional<String> account() {
            return Optional.of(phoneNumberId);
        }
    }

    /**
     * @param userId of our account, which Avito's chats belong to
     * @param pathSecret the last part of the webhook's address: Avito signs in no way that anybody could check
     */
    record Avito(String userId, Optional<String> clientId, Optional<String> clientSecret, String pathSecret)
            implements ChannelSettings {

        @Override
        public Optional<String> account() {
            return Optional.of(userId);
        }
    }

    /**
     * @param roles of fields, by the field's name
     * @param allowedOrigins sites whose pages may submit; empty for all
     * @param successUrl where a browser goes after submitting
     * @param googleKey what Google Ads sends with each lead, to prove that it is Google
     */
    record Form(
            Map<String, String> roles,
            Optional<String> defaultRegion,
            Set<String> allowedOrigins,
            Optional<String> successUrl,
            Optional<String> googleKey)
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
