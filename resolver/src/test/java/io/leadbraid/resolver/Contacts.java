package io.leadbraid.resolver;

import io.leadbraid.model.Channel;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Direction;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
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

/** Inbound contacts of one workspace as ingestion would write them. */
record Contacts(WorkspaceId workspace) {

    InboundContact of(String channel, String user, String event, Instant at, List<Claim> claims, Trait... traits) {
        List<Claim> all = new ArrayList<>(claims);
        all.add(verified(Identifier.id(channel, user)));
        return new InboundContact(
                InboundContact.SCHEMA,
                workspace,
                new EventId(event),
                source(channel, user),
                new Channel(channel, null, ""),
                user,
                Direction.IN,
                at,
                at,
                null,
                all,
                List.of(traits),
                Map.of(),
                null);
    }

    SourceId source(String channel, String user) {
        return SourceId.of(workspace, new SourceAddress(channel, "", user));
    }

    static Claim verified(Identifier identifier) {
        return claim(identifier, Trust.VERIFIED);
    }

    static Claim stated(Identifier identifier) {
        return claim(identifier, Trust.STATED);
    }

    static Claim mentioned(Identifier identifier) {
        return claim(identifier, Trust.MENTIONED);
    }

    private static Claim claim(Identifier identifier, Trust trust) {
        @Nullable String asWritten = null;
        return new Claim(identifier, trust, "field", asWritten);
    }
}
