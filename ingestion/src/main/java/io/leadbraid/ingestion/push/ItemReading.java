package io.leadbraid.ingestion.push;

import io.leadbraid.access.Scope;
import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.normal.Names;
import io.leadbraid.ingestion.normal.Regions;
import io.leadbraid.ingestion.normal.Times;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one pushed object. Only what cannot be a contact is rejected; whatever else is odd is kept and remarked on. */
final class ItemReading {

    private final ChannelRegistry channels;
    private final PushedClaims claims;
    private final String defaultRegion;

    ItemReading(ChannelRegistry channels, PushedClaims claims, String defaultRegion) {
        this.channels = channels;
        this.claims = claims;
        this.defaultRegion = defaultRegion;
    }

    /** A contact, or none and the errors that say why. */
    record Item(Optional<InboundContact> contact, List<FieldProblem> warnings, List<FieldProblem> errors) {}

    Item read(Push push, int index, JsonNode item) {
        Remarks remarks = new Remarks();
        Optional<InboundContact> contact = Optional.empty();
        if (item.isObject()) {
            contact = contact(push, index, new ItemFields(item, remarks), remarks);
        } else {
            remarks.error("", "must be an object");
        }
        return new Item(contact.filter(read -> remarks.errors().isEmpty()), remarks.warnings(), remarks.errors());
    }

    private Optional<InboundContact> contact(Push push, int index, ItemFields fields, Remarks remarks) {
        Optional<PushedAddress> address = PushedAddress.of(fields, push.caller().workspace(), channels, remarks);
        Optional<String> messageId = fields.line("externalMessageId", Limits.EXTERNAL_MESSAGE_ID);
        Optional<String> text = fields.text("text", Limits.TEXT).filter(given -> !given.isBlank());
        Map<String, String> attributes = fields.attributes();
        Optional<String> contactId = contactId(push, fields, attributes, remarks);
        Direction direction = direction(fields, remarks);
        Instant occurredAt = occurredAt(fields, push.receivedAt(), remarks);
        Optional<String> name = fields.line("name", Limits.NAME);
        String region = region(fields, remarks)
                .or(() -> address.flatMap(PushedAddress::region))
                .orElse(defaultRegion);
        return address.map(from -> {
            EventId event = push.eventId(index, from.source(), messageId);
            return new InboundContact(
                    InboundContact.SCHEMA,
                    push.caller().workspace(),
                    event,
                    SourceId.of(push.caller().workspace(), from.source()),
                    from.channel(),
                    from.source().externalUserId(),
                    direction,
                    occurredAt,
                    push.receivedAt(),
                    message(from, event, messageId, text),
                    claims.of(
                            new PushedClaims.Item(
                                    fields, from, region, text.filter(given -> direction == Direction.IN)),
                            push.caller(),
                            attributes,
                            remarks),
                    name.flatMap(Names::read).map(Trait::name).stream().toList(),
                    attributes,
                    contactId.orElse(null));
        });
    }

    /** Bots count messages by chat, so the user's id belongs to the message's; escaped, for either may hold a colon. */
    private static @Nullable Message message(
            PushedAddress from, EventId event, Optional<String> messageId, Optional<String> text) {
        String user = from.source().externalUserId();
        String id = messageId
                .map(given -> user.replace("%", "%25").replace(":", "%3A") + ":" + given)
                .orElse(event.value());
        return text.map(said -> new Message(id, 0, user, Message.Kind.TEXT, said))
                .orElse(null);
    }

    private static Optional<String> contactId(
            Push push, ItemFields fields, Map<String, String> attributes, Remarks remarks) {
        Optional<String> given = fields.line("contactId", Limits.CONTACT_ID);
        given.ifPresent(contact -> attributes.putIfAbsent("contactId", contact));
        if (given.isPresent() && !push.caller().has(Scope.CONTACT_BIND)) {
            remarks.warn("contactId", "needs a key with the scope contact.bind, and is kept as an attribute");
            return Optional.empty();
        }
        return given;
    }

    private static Direction direction(ItemFields fields, Remarks remarks) {
        Optional<String> given = fields.line("direction", Limits.SHORT);
        if (given.filter("out"::equals).isPresent()) {
            return Direction.OUT;
        }
        if (given.filter(value -> !value.equals("in")).isPresent()) {
            remarks.warn("direction", "is neither in nor out, and taken for in");
        }
        return Direction.IN;
    }

    private static Instant occurredAt(ItemFields fields, Instant receivedAt, Remarks remarks) {
        Optional<String> given = fields.line("occurredAt", Limits.SHORT);
        Optional<Instant> read = given.flatMap(Times::read).filter(at -> Times.isPlausible(at, receivedAt));
        if (given.isPresent() && read.isEmpty()) {
            remarks.warn("occurredAt", "is no time in RFC 3339 up to now, so the time of receipt stands in for it");
        }
        return read.orElse(receivedAt);
    }

    private static Optional<String> region(ItemFields fields, Remarks remarks) {
        Optional<String> given = fields.line("region", Limits.SHORT);
        Optional<String> read = given.flatMap(Regions::read);
        if (given.isPresent() && read.isEmpty()) {
            remarks.warn("region", "is no ISO 3166 alpha-2 code, and ignored");
        }
        return read;
    }
}
