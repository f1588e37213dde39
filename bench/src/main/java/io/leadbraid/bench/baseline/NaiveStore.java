package io.leadbraid.bench.baseline;

import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.Message;
import io.leadbraid.model.Trait;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What most services of this kind do, done well: per event one transaction that looks people up by phone, e-mail or
 * nickname, then inserts or updates. Two workers that meet the same new person at the same moment make two leads.
 */
final class NaiveStore {

    private final Connection connection;

    NaiveStore(Connection connection) {
        this.connection = connection;
    }

    /** Stores one event, without committing; a repeat changes nothing. */
    void store(InboundContact contact) throws SQLException {
        if (!insertMessage(contact)) {
            return;
        }
        TreeSet<String> leads = new TreeSet<>();
        leadOfSource(contact, leads);
        leadsOfIdentifiers(contact, leads);
        if (leads.isEmpty()) {
            leads.add(insertLead(contact));
        }
        String lead = leads.first();
        for (String absorbed : leads.tailSet(lead, false)) {
            absorb(absorbed, lead);
        }
        upsertSource(contact, lead);
        for (Claim claim : contact.claims()) {
            upsertIdentifier(contact, claim);
        }
        touchLead(contact, lead);
    }

    private boolean insertMessage(InboundContact contact) throws SQLException {
        Message message = contact.message();
        if (message == null) {
            return true;
        }
        return update(
                        """
                        INSERT INTO message (workspace, source, channel, account, provider_id, revision, chat, direction,
                            kind, body, occurred_at, received_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        contact.workspace().value(),
                        contact.source().value(),
                        contact.channel().name(),
                        contact.channel().account(),
                        message.providerId(),
                        message.revision(),
                        message.chat(),
                        contact.direction().label(),
                        message.kind().label(),
                        message.text(),
                        Timestamp.from(contact.occurredAt()),
                        Timestamp.from(contact.receivedAt()))
                > 0;
    }

    private void leadOfSource(InboundContact contact, Set<String> leads) throws SQLException {
        collect(leads, "SELECT lead FROM source WHERE id = ?", contact.source().value());
    }

    private void leadsOfIdentifiers(InboundContact contact, Set<String> leads) throws SQLException {
        String[] known = contact.claims().stream()
                .map(Claim::identifier)
                .filter(identifier -> identifier.kind() != Identifier.Kind.ID)
                .map(Identifier::canonical)
                .toArray(String[]::new);
        if (known.length > 0) {
            Array values = connection.createArrayOf("text", known);
            collect(leads, """
                    SELECT DISTINCT source.lead
                    FROM identifier JOIN source ON source.id = identifier.source
                    WHERE identifier.workspace = ? AND identifier.value = ANY (?)
                    """, contact.workspace().value(), values);
        }
    }

    private String insertLead(InboundContact contact) throws SQLException {
        String lead = LeadId.of(contact.source(), 1).value();
        update(
                """
                INSERT INTO lead (id, workspace, status, name, created_at, updated_at, version)
                VALUES (?, ?, 'open', ?, ?, ?, 1)
                ON CONFLICT DO NOTHING
                """,
                lead,
                contact.workspace().value(),
                name(contact),
                Timestamp.from(contact.occurredAt()),
                Timestamp.from(contact.occurredAt()));
        return lead;
    }

    private void absorb(String absorbed, String survivor) throws SQLException {
        update("UPDATE source SET lead = ? WHERE lead = ?", survivor, absorbed);
        update(
                "UPDATE lead SET status = 'absorbed', survivor = ?, version = version + 1 WHERE id = ?",
                survivor,
                absorbed);
    }

    private void upsertSource(InboundContact contact, String lead) throws SQLException {
        update(
                """
                INSERT INTO source (id, workspace, channel, account, external_user_id, name, lead, first_seen_at,
                    last_seen_at, messages)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT (id) DO UPDATE SET lead = excluded.lead, name = excluded.name,
                    last_seen_at = excluded.last_seen_at, messages = source.messages + 1
                """,
                contact.source().value(),
                contact.workspace().value(),
                contact.channel().name(),
                contact.channel().account(),
                contact.externalUserId(),
                name(contact),
                lead,
                Timestamp.from(contact.occurredAt()),
                Timestamp.from(contact.occurredAt()));
    }

    private void upsertIdentifier(InboundContact contact, Claim claim) throws SQLException {
        update(
                """
                INSERT INTO identifier (source, workspace, value, trust, first_seen_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                contact.source().value(),
                contact.workspace().value(),
                claim.identifier().canonical(),
                claim.trust().label(),
                Timestamp.from(contact.occurredAt()));
    }

    private void touchLead(InboundContact contact, String lead) throws SQLException {
        Message message = contact.message();
        update(
                "UPDATE lead SET last_message = ?, last_inbound_at = ?, updated_at = ? WHERE id = ?",
                message == null ? "" : message.text(),
                Timestamp.from(contact.occurredAt()),
                Timestamp.from(contact.receivedAt()),
                lead);
    }

    private static @Nullable String name(InboundContact contact) {
        List<String> names = Stream.ofNullable(contact.traits())
                .flatMap(List::stream)
                .filter(trait -> trait.kind() == Trait.Kind.NAME)
                .map(Trait::value)
                .toList();
        return names.isEmpty() ? null : names.getFirst();
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private void collect(Set<String> into, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    into.add(rows.getString(1));
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
