package io.leadbraid.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead as outsiders see it: over the API, and on {@code leadbraid.leads} after each change. */
public record Lead(
        LeadId id,
        String status,
        @Nullable String stage,
        @Nullable String name,
        List<String> phones,
        List<String> emails,
        List<String> nicknames,
        Map<String, String> attributes,
        @Nullable String assignee,
        @Nullable String team,
        @Nullable String contactId,
        List<Source> sources,
        @Nullable LastMessage lastMessage,
        @Nullable Instant lastInboundAt,
        boolean unanswered,
        @Nullable LeadId survivorId,
        List<LeadId> absorbedLeadIds,
        List<LeadId> previousLeadIds,
        List<LeadId> keptApartFrom,
        List<LeadId> possibleDuplicates,
        List<String> pendingRequests,
        List<String> conflicts,
        List<String> allowed,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** One person's address on one channel account. */
    public record Source(
            SourceId id,
            String channel,
            String account,
            String externalUserId,
            @Nullable String nickname,
            @Nullable String phone,
            @Nullable String name,
            List<Chat> chats,
            Instant firstSeenAt,
            Instant lastSeenAt,
            long messages) {}

    /** A conversation of a source. */
    public record Chat(String id, @Nullable String url) {}

    /** The latest message of all sources. */
    public record LastMessage(String channel, Direction direction, String text, Instant at) {}
}
