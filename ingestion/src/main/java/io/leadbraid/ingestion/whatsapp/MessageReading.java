package io.leadbraid.ingestion.whatsapp;

import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.channel.Told;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.model.Digest;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Message;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads one message of a client. */
final class MessageReading {

    /** What the App Dashboard sends for a test names this number, which nobody has. */
    private static final String DASHBOARD = "123456123";

    /** Later than any edit: what was taken back stays so. */
    private static final long REVOKED = 9_999_999_999L;

    private final SenderEvidence evidence;
    private final AliasReading aliases;

    MessageReading(SenderEvidence evidence, AliasReading aliases) {
        this.evidence = evidence;
        this.aliases = aliases;
    }

    Reading read(Posting posting, ChannelSettings.WhatsApp settings, Delivered delivered) {
        JsonNode message = delivered.message();
        Optional<String> number = delivered.phoneNumberId();
        if (number.filter(DASHBOARD::equals).isPresent()) {
            return new Reading.Ignored("a test of the dashboard");
        }
        if (number.filter(given -> !given.equals(settings.phoneNumberId())).isPresent()) {
            return new Reading.Unreadable("it came to a phone number id that no channel stands for");
        }
        Optional<String> id = JsonValues.id(message.path("id"));
        if (id.isEmpty()) {
            return new Reading.Unreadable("the message has no id");
        }
        return switch (message.path("type").stringValue("")) {
            case "system" -> aliases.read(posting, settings, message, id.get(), event(posting, message, id.get()));
            case "request_welcome" -> new Reading.Ignored("a chat was opened, and nothing written");
            case "reaction" ->
                JsonValues.line(message.path("reaction").path("emoji")).isPresent()
                        ? said(posting, settings, delivered, id.get())
                        : new Reading.Ignored("a reaction was taken back");
            default -> said(posting, settings, delivered, id.get());
        };
    }

    private Reading said(Posting posting, ChannelSettings.WhatsApp settings, Delivered delivered, String id) {
        JsonNode message = delivered.message();
        Sender sender = Sender.of(delivered.contact(), message);
        Optional<String> user = sender.externalUserId();
        if (user.isEmpty()) {
            return new Reading.Unreadable("the message has no sender");
        }
        if (sender.phone().filter(phone -> phone.equals(ourNumber(delivered))).isPresent()) {
            return new Reading.Ignored("written by ourselves");
        }
        Said said = Said.in(message);
        String chat =
                JsonValues.id(message.path("group_id")).or(sender::address).orElseThrow();
        return revision(message, id)
                .<Reading>map(revision -> {
                    SenderEvidence.Found found = evidence.of(delivered, sender, settings.portfolio(), said);
                    Told told = new Told(
                            user.get(),
                            event(posting, message, id),
                            JsonValues.time(message.path("timestamp"), posting.receivedAt())
                                    .orElse(posting.receivedAt()),
                            new Message(revision.original(), revision.number(), chat, said.kind(), said.text()),
                            found.claims(),
                            found.traits(),
                            found.attributes());
                    return new Reading.Contacts(List.of(told.in(posting)));
                })
                .orElseGet(() -> new Reading.Unreadable("it does not say which message it changes"));
    }

    private record Revision(String original, long number) {}

    private static Optional<Revision> revision(JsonNode message, String id) {
        String type = message.path("type").stringValue("");
        Optional<String> original = JsonValues.id(message.path(type).path("original_message_id"));
        return switch (type) {
            case "edit" ->
                original.map(
                        changed -> new Revision(changed, Math.max(1, JsonValues.seconds(message.path("timestamp")))));
            case "revoke" -> original.map(taken -> new Revision(taken, REVOKED));
            default -> Optional.of(new Revision(id, 0));
        };
    }

    private static String ourNumber(Delivered delivered) {
        return delivered
                .value()
                .path("metadata")
                .path("display_phone_number")
                .asString("")
                .replaceAll("\\D", "");
    }

    /** Several apps may be subscribed to one number, and several channels stand for it: each copy is the same event. */
    private static EventId event(Posting posting, JsonNode message, String id) {
        return new EventId(Digest.of(
                Sender.WHATSAPP,
                posting.channel().workspace().toString(),
                posting.channel().account(),
                id,
                message.path("type").stringValue("")));
    }
}
