package io.leadbraid.ingestion.avito;

import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.channel.Told;
import io.leadbraid.ingestion.normal.ClaimSet;
import io.leadbraid.ingestion.normal.JsonValues;
import io.leadbraid.ingestion.normal.Mention;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Times;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Digest;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Message;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads one message. Only what a client wrote, and a response to a vacancy, is a contact. */
final class MessageReading {

    private static final String AVITO = "avito";
    private static final String DELETED = "deleted";
    private static final String NOBODY = "0";

    /** How Avito begins what it writes itself, also where the type does not say so. */
    private static final String SYSTEM_MARK = "[Системное сообщение]";

    private static final String RESPONDED = "откликнул";

    private final Mentions mentions;
    private final String region;

    MessageReading(Mentions mentions, String region) {
        this.mentions = mentions;
        this.region = region;
    }

    /** What every message has. */
    private record Frame(Posting posting, JsonNode root, JsonNode message, String id, String chat) {

        Optional<String> author() {
            return JsonValues.id(message.path("author_id")).filter(author -> !author.equals(NOBODY));
        }

        String account() {
            return posting.channel().account();
        }

        String type() {
            return message.path("type").stringValue("");
        }
    }

    Reading read(Posting posting, JsonNode root, JsonNode message) {
        Optional<String> id = JsonValues.id(message.path("id"));
        Optional<String> chat = JsonValues.id(message.path("chat_id"));
        Optional<String> account = JsonValues.id(message.path("user_id"));
        if (id.isEmpty() || chat.isEmpty()) {
            return new Reading.Unreadable("the message has no id or no chat");
        }
        if (account.filter(user -> !user.equals(posting.channel().account())).isPresent()) {
            return new Reading.Unreadable("it is of an account that the channel does not stand for");
        }
        if (message.path("chat_type").stringValue("").equals("a2u")) {
            return new Reading.Ignored("a chat with Avito");
        }
        return read(new Frame(posting, root, message, id.get(), chat.get()));
    }

    private Reading read(Frame frame) {
        Content content = Content.of(frame.type(), frame.message().path("content"));
        if (frame.type().equals("system") || content.text().startsWith(SYSTEM_MARK)) {
            return system(frame, content);
        }
        Optional<String> author = frame.author();
        if (author.isEmpty()) {
            return frame.message().has("author_id")
                    ? new Reading.Ignored("written by nobody")
                    : new Reading.Unreadable("the message has no author");
        }
        if (author.get().equals(frame.account())) {
            return new Reading.Ignored("written by ourselves");
        }
        ClaimSet claims = new ClaimSet();
        claims.add(claim(author.get()));
        if (content.words()) {
            claims.addAll(mentions.claims(content.text(), region));
        }
        return contact(frame, author.get(), content, claims);
    }

    /**
     * Avito's own notices are no leads, but one may tell of somebody who responded to a vacancy and has written nothing. His
     * phone stands in it, in wording that is not documented; so it is only mentioned.
     */
    private Reading system(Frame frame, Content content) {
        List<Mention> mentioned = mentions.in(content.text(), region);
        boolean response = !mentioned.isEmpty() || content.text().contains(RESPONDED);
        if (!response || frame.message().path("content").has("flow_id")) {
            return new Reading.Ignored("written by Avito");
        }
        Optional<String> author = frame.author().filter(user -> !user.equals(frame.account()));
        ClaimSet claims = new ClaimSet();
        author.ifPresent(user -> claims.add(claim(user)));
        mentioned.forEach(
                mention -> claims.add(mention.identifier(), Trust.MENTIONED, "text@" + mention.start(), mention.raw()));
        return contact(
                frame,
                author.orElse("chat:" + frame.chat()),
                new Content(Message.Kind.SYSTEM, content.text(), false),
                claims);
    }

    /** The platform vouches for the author's id, which is the same in all chats and for all accounts. */
    private static Claim claim(String author) {
        return new Claim(Identifier.id(AVITO, author), Trust.VERIFIED, "author", null);
    }

    private static Reading contact(Frame frame, String user, Content content, ClaimSet claims) {
        boolean deleted = frame.type().equals(DELETED);
        Optional<String> item = JsonValues.id(frame.message().path("item_id")).filter(id -> !id.equals(NOBODY));
        return new Reading.Contacts(List.of(new Told(
                        user,
                        event(frame, deleted),
                        occurredAt(frame),
                        new Message(frame.id(), deleted ? 1 : 0, frame.chat(), content.kind(), content.text()),
                        claims.asList(),
                        item.map(id -> new Trait(Trait.Kind.ITEM, id)).stream().toList(),
                        item.map(id -> Map.of("avito_item_id", id)).orElseGet(Map::of))
                .in(frame.posting())));
    }

    /** By the message and not by the delivery, whose id may be another one when it is repeated. */
    private static EventId event(Frame frame, boolean deleted) {
        ConfiguredChannel channel = frame.posting().channel();
        return new EventId(Digest.of(
                AVITO, channel.workspace().toString(), channel.account(), frame.id(), deleted ? DELETED : ""));
    }

    private static Instant occurredAt(Frame frame) {
        Instant receivedAt = frame.posting().receivedAt();
        return Stream.of(
                        Times.read(frame.message().path("published_at").stringValue(""))
                                .filter(at -> Times.isPlausible(at, receivedAt)),
                        JsonValues.time(frame.message().path("created"), receivedAt),
                        JsonValues.time(frame.root().path("timestamp"), receivedAt))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(receivedAt);
    }
}
