package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Meta's side of the connector: two numbers of one company, and what is posted for them. */
final class Cloud {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String NUMBER = "1122334455667";
    static final ConfiguredChannel CHANNEL = channel("c1", NUMBER, "secret", "portfolio");
    static final ConfiguredChannel SIBLING = channel("c2", "2233", "secret", "portfolio");

    private final WhatsAppConnector connector;

    Cloud() {
        Phones phones = new Phones();
        Numbers numbers = new Numbers(phones, "RU");
        connector = new WhatsAppConnector(
                (channel, number) ->
                        Optional.of(SIBLING).filter(sibling -> sibling.account().equals(number)),
                new MessageReading(new SenderEvidence(numbers, new Mentions(phones), "RU"), new AliasReading(numbers)));
    }

    static ConfiguredChannel channel(String id, String number, String appSecret, String portfolio) {
        return new ConfiguredChannel(
                new WorkspaceId(new UUID(0, 1)),
                id,
                ChannelKind.WHATSAPP,
                "WhatsApp",
                new ChannelSettings.WhatsApp(number, appSecret, "token", Optional.empty(), portfolio),
                1);
    }

    static Posting posting(ConfiguredChannel channel, String body) {
        return new Posting(channel, body.getBytes(StandardCharsets.UTF_8), "application/json", NOW, Optional.empty());
    }

    static String sample(String name) {
        try (InputStream file = Cloud.class.getResourceAsStream("/samples/whatsapp/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A post with one change of the field {@code messages}. */
    static String post(String contacts, String messages) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value":
                 {"messaging_product": "whatsapp",
                  "metadata": {"display_phone_number": "972123456789", "phone_number_id": "%s"},
                  "contacts": [%s], "messages": [%s]}}]}]}
                """.formatted(NUMBER, contacts, messages);
    }

    /** A message of Anna, of whom number and business-scoped id are known. */
    static String annas(String rest) {
        return post(
                "{\"profile\": {\"name\": \"Anna\"}, \"wa_id\": \"79161234567\", \"user_id\": \"RU.1\"}",
                "{\"from\": \"79161234567\", \"id\": \"wamid.1\", \"timestamp\": \"1700000000\", " + rest + "}");
    }

    List<Posting> parts(ConfiguredChannel channel, String body) {
        return connector.parts(posting(channel, body));
    }

    Reading read(Posting part) {
        return connector.read(part);
    }

    List<Reading> readings(String body) {
        return parts(CHANNEL, body).stream().map(connector::read).toList();
    }

    Reading reading(String body) {
        List<Reading> readings = readings(body);
        if (readings.size() != 1) {
            throw new AssertionError("not one part but " + readings.size());
        }
        return readings.getFirst();
    }

    InboundContact contact(String body) {
        return ((Reading.Contacts) reading(body)).contacts().getFirst();
    }

    Message message(String body) {
        return Objects.requireNonNull(contact(body).message());
    }

    static List<Identifier> identifiers(InboundContact contact) {
        return contact.claims().stream().map(claim -> claim.identifier()).toList();
    }

    static Identifier bsuid(String value) {
        return Identifier.id("whatsapp:portfolio", value);
    }

    static Identifier waId(String value) {
        return Identifier.id("whatsapp", value);
    }
}
