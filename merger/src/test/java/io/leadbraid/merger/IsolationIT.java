package io.leadbraid.merger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.merger.leads.LeadCriteria;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationIT {

    private static final Identifier PHONE = Identifier.phone("+4917612345678");

    private final Desk desk = new Desk();
    private final WorkspaceId theirs = desk.newWorkspace();
    private final Client ourAnna =
            Client.onTelegram(desk.workspace, "7001", "Anna").with(PHONE, Trust.VERIFIED);
    private final Client ourForm = Client.onForm(desk.workspace, "f", "Anna").with(PHONE, Trust.STATED);
    private final Client theirAnna = Client.onTelegram(theirs, "7001", "Anna").with(PHONE, Trust.VERIFIED);

    @BeforeAll
    void theSamePersonWritesToBoth() {
        desk.receive(ourAnna.writes("m1", "Hello"), ourForm.writes("f1", "Hello"));
        desk.receive(theirAnna.writes("m1", "Hello"));
        desk.editing.patch(
                desk.operator(), ourAnna.lead(), 1, LeadChanges.none().stage("contacted"));
        desk.learn(desk.profile("p", 1, ourAnna, ourForm));
        desk.learn(desk.profile("p", 1, theirAnna));
        desk.reconcile();
        desk.sharing.share(desk.operator(), PHONE, "office");
        desk.separations.separate(
                desk.operator(), ourAnna.source().value(), ourForm.source().value(), "brothers");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void noRowOfAnotherWorkspaceIsSeen() {
        for (String table : tables()) {
            long strangers = desk.transactions()
                    .in(
                            theirs,
                            () -> desk.jdbc()
                                    .sql("SELECT count(*) FROM " + table + " WHERE workspace <> :theirs")
                                    .param("theirs", theirs.value())
                                    .query(Long.class)
                                    .single());

            assertThat(strangers).as(table).isZero();
        }
        assertThat(desk.leads.find(theirs, ourAnna.lead())).isEmpty();
        assertThat(desk.leads
                        .list(theirs, LeadCriteria.open().matching("0176 12345678"), Optional.empty(), 10)
                        .items())
                .singleElement()
                .satisfies(lead -> assertThat(lead.id()).isEqualTo(theirAnna.lead()));
    }

    @Test
    void withoutAWorkspaceNothingIsSeen() {
        for (String table : tables()) {
            assertThat(desk.jdbc()
                            .sql("SELECT count(*) FROM " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private List<String> tables() {
        List<String> tables = desk.jdbc().sql("""
                        SELECT table_name::text FROM information_schema.columns
                        WHERE table_schema = 'public' AND column_name = 'workspace'
                        """).query(String.class).list();
        assertThat(tables)
                .contains(
                        "lead",
                        "message",
                        "merge",
                        "audit",
                        "outbox",
                        "pending",
                        "dead_letter",
                        "decision",
                        "decision_turn");
        return tables;
    }
}
