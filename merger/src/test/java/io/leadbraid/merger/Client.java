package io.leadbraid.merger;

import io.leadbraid.model.Channel;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.Message;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who writes to us from one address, with what he tells of himself each time. */
public record Client(WorkspaceId workspace, String channel, String user, String name, List<Claim> claims) {

    public static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    public static Client onTelegram(WorkspaceId workspace, String user, String name) {
        return new Client(workspace, "telegram", user, name, List.of())
                .with(Identifier.id("telegram", user), Trust.VERIFIED);
    }

    public static Client onForm(WorkspaceId workspace, String user, String name) {
        return new Client(workspace, "form", user, name, List.of());
    }

    public Client with(Identifier identifier, Trust trust) {
        List<Claim> more = new ArrayList<>(claims);
        more.add(new Claim(identifier, trust, "contact", null));
        return new Client(workspace, channel, user, name, more);
    }

    public SourceId source() {
        return SourceId.of(workspace, new SourceAddress(channel, "shop", user));
    }

    public LeadId lead() {
        return lead(1);
    }

    public LeadId lead(int episode) {
        return LeadId.of(source(), episode);
    }

    public InboundContact writes(String id, String text, Instant at) {
        return contact(id, Direction.IN, at, at, new Message(id, 0, "chat-" + user, Message.Kind.TEXT, text), Map.of());
    }

    public InboundContact writes(String id, String text) {
        return writes(id, text, START);
    }

    public InboundContact isAnswered(String id, String text, Instant at) {
        return contact(
                id, Direction.OUT, at, at, new Message(id, 0, "chat-" + user, Message.Kind.TEXT, text), Map.of());
    }

    public InboundContact appears(String id, Map<String, String> attributes) {
        return contact(id, Direction.IN, START, START, null, attributes);
    }

    public InboundContact contact(
            String id,
            Direction direction,
            Instant occurred,
            Instant received,
            @Nullable Message message,
            Map<String, String> attributes) {
        return new InboundContact(
                InboundContact.SCHEMA,
                workspace,
                new EventId(channel + "-" + id),
                source(),
                new Channel(channel, "channel-1", "shop"),
                user,
                direction,
                occurred,
                received,
                message,
                claims,
                List.of(Trait.name(name)),
                attributes,
                null);
    }

    /** As the graph knows this source. */
    public Member member() {
        return new Member(
                source(),
                claims.stream()
                        .map(claim -> new Held(claim.identifier(), seen(claim.identifier(), claim.trust())))
                        .toList());
    }

    private static Sightings seen(Fact fact, Trust trust) {
        return Sightings.once(fact, trust, new Origin(new EventId("event"), START, "contact"));
    }
}
