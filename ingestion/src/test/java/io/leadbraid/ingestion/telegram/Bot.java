package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A bot to which Telegram sends updates. */
final class Bot {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final ConfiguredChannel CHANNEL = new ConfiguredChannel(
            new WorkspaceId(new UUID(0, 1)),
            "c1",
            ChannelKind.TELEGRAM,
            "Bot",
            new ChannelSettings.Telegram(Optional.of("777000:AAEE"), "secret"),
            1);

    private final TelegramConnector connector;

    Bot() {
        Phones phones = new Phones();
        connector = new TelegramConnector(new UpdateKinds(new SenderEvidence(phones, new Mentions(phones), "RU")));
    }

    static String sample(String name) {
        try (InputStream file = Bot.class.getResourceAsStream("/samples/telegram/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Reading read(String update) {
        return connector.read(new Posting(
                CHANNEL, update.getBytes(StandardCharsets.UTF_8), "application/json", NOW, Optional.empty()));
    }

    InboundContact contact(String update) {
        return ((Reading.Contacts) read(update)).contacts().getFirst();
    }
}
