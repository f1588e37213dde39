package io.leadbraid.merger.inbound;

import static io.leadbraid.merger.leads.Columns.each;

import io.leadbraid.merger.inbound.News.Chat;
import io.leadbraid.merger.leads.Columns;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.WorkspaceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code message} and {@code chat}. */
final class MessageRows {

    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those that were not there */
    Set<MessageKey> store(
            WorkspaceId workspace, Map<MessageKey, InboundContact> messages, ToIntFunction<SourceId> episode) {
        if (messages.isEmpty()) {
            return Set.of();
        }
        List<InboundContact> contacts = List.copyOf(messages.values());
        return new HashSet<>(jdbc.sql("""
                        INSERT INTO message (workspace, source_id, episode, chat_id, channel, account, provider_message_id,
                                             revision, direction, kind, text, at, received_at, event_id)
                        SELECT :workspace, m.*
                        FROM unnest(:sources, :episodes, :chats, :channels, :accounts, :providerIds, :revisions, :directions,
                                    :kinds, :texts, :times::timestamptz[], :received::timestamptz[], :events) AS m
                        ON CONFLICT DO NOTHING
                        RETURNING channel, account, provider_message_id, revision
                        """)
                .param("workspace", workspace.value())
                .param("sources", each(contacts, contact -> contact.source().value()))
                .param(
                        "episodes",
                        contacts.stream()
                                .map(contact -> episode.applyAsInt(contact.source()))
                                .toArray(Integer[]::new))
                .param("chats", each(contacts, contact -> message(contact).chat()))
                .param("channels", each(contacts, contact -> contact.channel().name()))
                .param("accounts", each(contacts, contact -> contact.channel().account()))
                .param("providerIds", each(contacts, contact -> message(contact).providerId()))
                .param(
                        "revisions",
                        contacts.stream()
                                .map(contact -> message(contact).revision())
                                .toArray(Long[]::new))
                .param(
                        "directions",
                        each(contacts, contact -> contact.direction().label()))
                .param(
                        "kinds",
                        each(contacts, contact -> message(contact).kind().label()))
                .param(
                        "texts",
                        each(
                                contacts,
                                contact -> Columns.storable(message(contact).text())))
                .param("times", each(contacts, contact -> writtenAt(contact).toString()))
                .param(
                        "received",
                        each(contacts, contact -> contact.receivedAt().toString()))
                .param("events", each(contacts, contact -> contact.event().value()))
                .query((row, i) -> new MessageKey(
                        row.getString("channel"),
                        row.getString("account"),
                        row.getString("provider_message_id"),
                        row.getLong("revision")))
                .list());
    }

    /** Messages that were stored in this transaction turn out to open another episode of their source. */
    void moveTo(Map<MessageKey, Integer> episodes) {
        if (episodes.isEmpty()) {
            return;
        }
        List<MessageKey> keys = List.copyOf(episodes.keySet());
        jdbc.sql("""
                        UPDATE message m
                        SET episode = e.episode
                        FROM unnest(:channels, :accounts, :providerIds, :revisions, :episodes)
                            AS e(channel, account, provider_message_id, revision, episode)
                        WHERE m.channel = e.channel AND m.account = e.account
                          AND m.provider_message_id = e.provider_message_id AND m.revision = e.revision
                          AND m.channel = ANY (:channels) AND m.account = ANY (:accounts)
                          AND m.provider_message_id = ANY (:providerIds)
                        """)
                .param("channels", each(keys, MessageKey::channel))
                .param("accounts", each(keys, MessageKey::account))
                .param("providerIds", each(keys, MessageKey::providerId))
                .param("revisions", keys.stream().map(MessageKey::revision).toArray(Long[]::new))
                .param("episodes", keys.stream().map(episodes::get).toArray(Integer[]::new))
                .update();
    }

    /** Edits that were stored in this transaction stand where and when their messages stand. */
    void putInPlace(List<MessageKey> edits) {
        if (edits.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        UPDATE message m
                        SET episode = first.episode, at = first.at
                        FROM unnest(:channels, :accounts, :providerIds, :revisions)
                            AS e(channel, account, provider_message_id, revision)
                        CROSS JOIN LATERAL (
                            SELECT o.episode, o.at
                            FROM message o
                            WHERE o.channel = e.channel AND o.account = e.account
                              AND o.provider_message_id = e.provider_message_id
                            ORDER BY o.revision
                            LIMIT 1) first
                        WHERE m.channel = e.channel AND m.account = e.account
                          AND m.provider_message_id = e.provider_message_id AND m.revision = e.revision
                          AND m.channel = ANY (:channels) AND m.account = ANY (:accounts)
                          AND m.provider_message_id = ANY (:providerIds)
                        """)
                .param("channels", each(edits, MessageKey::channel))
                .param("accounts", each(edits, MessageKey::account))
                .param("providerIds", each(edits, MessageKey::providerId))
                .param("revisions", edits.stream().map(MessageKey::revision).toArray(Long[]::new))
                .update();
    }

    /** @return the sources that have a chat more than before */
    Set<SourceId> addChats(WorkspaceId workspace, Set<Chat> added) {
        if (added.isEmpty()) {
            return Set.of();
        }
        List<Chat> chats = List.copyOf(added);
        return new HashSet<>(jdbc.sql("""
                        INSERT INTO chat (workspace, source_id, id)
                        SELECT :workspace, c.source_id, c.id
                        FROM unnest(:sources, :chats) AS c(source_id, id)
                        WHERE NOT EXISTS (
                            SELECT FROM chat present WHERE present.source_id = c.source_id AND present.id = c.id OFFSET 0)
                        ON CONFLICT DO NOTHING
                        RETURNING source_id
                        """)
                .param("workspace", workspace.value())
                .param("sources", each(chats, chat -> chat.source().value()))
                .param("chats", each(chats, Chat::id))
                .query((row, i) -> new SourceId(row.getString("source_id")))
                .list());
    }

    private static Instant writtenAt(InboundContact contact) {
        Instant writtenAt = message(contact).writtenAt();
        return writtenAt == null ? contact.occurredAt() : writtenAt;
    }

    private static Message message(InboundContact contact) {
        return Objects.requireNonNull(contact.message());
    }
}
