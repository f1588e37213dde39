package io.leadbraid.merger;

import static io.leadbraid.merger.Client.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.merger.leads.LeadCriteria;
import io.leadbraid.merger.leads.LeadStatus;
import io.leadbraid.merger.leads.TimelineItem;
import io.leadbraid.model.Direction;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Lead;
import io.leadbraid.model.Message;
import io.leadbraid.model.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoringIT {

    private final Desk desk = new Desk();

    @AfterAll
    void close() {
        desk.close();
    }

    private Client anna() {
        return Client.onTelegram(desk.newWorkspace(), "7001", "Anna Schmidt")
                .with(Identifier.phone("+4917612345678"), Trust.VERIFIED)
                .with(Identifier.nickname("telegram", "anna_s"), Trust.VERIFIED);
    }

    @Test
    void aFirstMessageMakesSourceAndLead() {
        Client anna = anna();

        desk.receive(anna.writes("m1", "Is the bike still there?"));

        Lead lead = desk.lead(anna);
        assertThat(lead.status()).isEqualTo("open");
        assertThat(lead.stage()).isEqualTo("new");
        assertThat(lead.name()).isEqualTo("Anna Schmidt");
        assertThat(lead.phones()).containsExactly("+4917612345678");
        assertThat(lead.nicknames()).containsExactly("anna_s");
        assertThat(lead.version()).isEqualTo(1);
        assertThat(lead.createdAt()).isEqualTo(START);
        assertThat(lead.lastInboundAt()).isEqualTo(START);
        assertThat(lead.unanswered()).isTrue();
        assertThat(lead.lastMessage())
                .isEqualTo(new Lead.LastMessage("telegram", Direction.IN, "Is the bike still there?", START));
        assertThat(lead.sources()).singleElement().satisfies(source -> {
            assertThat(source.id()).isEqualTo(anna.source());
            assertThat(source.externalUserId()).isEqualTo("7001");
            assertThat(source.account()).isEqualTo("shop");
            assertThat(source.nickname()).isEqualTo("anna_s");
            assertThat(source.phone()).isEqualTo("+4917612345678");
            assertThat(source.messages()).isEqualTo(1);
            assertThat(source.chats()).containsExactly(new Lead.Chat("chat-7001", null));
        });
    }

    @Test
    void whatIsDeliveredTwiceChangesNothing() {
        Desk own = new Desk();
        Client anna = Client.onTelegram(own.workspace, "7001", "Anna").with(Identifier.email("a@b.de"), Trust.STATED);
        List<InboundContact> contacts = List.of(
                anna.writes("m1", "Hello"),
                anna.writes("m2", "Hello?", START.plusSeconds(60)),
                anna.isAnswered("m3", "Yes", START.plusSeconds(90)),
                anna.appears("m4", Map.of("utm", "spring")));
        own.receive(contacts);
        String once = own.dump();

        own.receive(contacts);
        own.receive(contacts.subList(1, 3));
        contacts.forEach(own::receive);

        assertThat(own.dump()).isEqualTo(once);
        own.close();
    }

    @Test
    void whatComesLateOrAgainDoesNotBringBackWhatHasPassed() {
        Desk own = new Desk();
        Client before = Client.onTelegram(own.workspace, "7001", "Anna Meier");
        Client married = Client.onTelegram(own.workspace, "7001", "Anna Schmidt");
        InboundContact first = before.writes("m1", "Hello", START);
        InboundContact late = before.writes("m2", "I forgot", START.plusSeconds(30));
        InboundContact last = married.writes("m3", "New name", START.plusSeconds(60));
        own.receive(first);
        own.receive(last);
        own.receive(late);
        assertThat(own.lead(married).sources().getFirst().name()).isEqualTo("Anna Schmidt");
        String once = own.dump();

        own.receive(late);
        own.receive(first, late);
        own.receive(last);

        assertThat(own.dump()).isEqualTo(once);
        own.close();
    }

    @Test
    void aNewNameOfASourceShowsAndIsFound() {
        Client anna = anna();
        desk.receive(anna.writes("m1", "Hello"));
        Client renamed = new Client(anna.workspace(), "telegram", "7001", "Anna Lindqvist", anna.claims());

        desk.receive(renamed.writes("m2", "I married", START.plusSeconds(60)));

        Lead lead = desk.lead(anna);
        assertThat(lead.sources().getFirst().name()).isEqualTo("Anna Lindqvist");
        assertThat(lead.name()).as("people know the lead by its name").isEqualTo("Anna Schmidt");
        assertThat(lead.version()).isEqualTo(2);
        assertThat(desk.leads
                        .list(anna.workspace(), LeadCriteria.open().matching("lindq"), Optional.empty(), 5)
                        .items())
                .hasSize(1);
    }

    @Test
    void repeatsInsideABatchAreStoredOnce() {
        Client anna = anna();

        desk.receive(anna.writes("m1", "Hello"), anna.writes("m1", "Hello"));

        assertThat(desk.lead(anna).sources().getFirst().messages()).isEqualTo(1);
    }

    @Test
    void messagesDoNotRaiseTheVersionButNewsOfASourceDo() {
        Client anna = anna();
        desk.receive(anna.writes("m1", "Hello"));

        desk.receive(anna.writes("m2", "Hello?", START.plusSeconds(60)));
        assertThat(desk.lead(anna).version()).isEqualTo(1);
        assertThat(desk.lead(anna).lastInboundAt()).isEqualTo(START.plusSeconds(60));

        desk.receive(anna.with(Identifier.email("anna@example.com"), Trust.STATED)
                .writes("m3", "anna@example.com", START.plusSeconds(90)));
        assertThat(desk.lead(anna).version()).isEqualTo(2);
        assertThat(desk.lead(anna).emails()).containsExactly("anna@example.com");
    }

    @Test
    void whatIsOnlyMentionedDoesNotShowAsTheLeads() {
        Client anna = anna().with(Identifier.phone("+4917699999999"), Trust.MENTIONED);

        desk.receive(anna.writes("m1", "My husband's number is 0176 99999999"));

        assertThat(desk.lead(anna).phones()).containsExactly("+4917612345678");
    }

    @Test
    void anOutgoingMessageOpensNoLeadAndStandsBeforeTheFirstWord() {
        Client anna = anna();
        desk.receive(anna.isAnswered("m0", "Dear customer", START));
        assertThat(desk.leads.find(anna.workspace(), anna.lead())).isEmpty();

        desk.receive(anna.writes("m1", "Yes?", START.plusSeconds(60)));

        assertThat(texts(anna)).containsExactly("Dear customer", "Yes?");
    }

    @Test
    void anEventWithoutMessageMakesALeadWithItsAttributes() {
        Client anna = anna();

        desk.receive(anna.appears("e1", Map.of("utm_source", "spring")));

        assertThat(desk.lead(anna).attributes()).containsEntry("utm_source", "spring");
        assertThat(desk.lead(anna).sources()).hasSize(1);
    }

    @Test
    void attributesComeInButDoNotOverwrite() {
        Client anna = anna();
        desk.receive(anna.appears("e1", Map.of("item", "bike")));

        desk.receive(anna.appears("e2", Map.of("item", "car", "page", "/cars")));

        assertThat(desk.lead(anna).attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("item", "bike", "page", "/cars"));
    }

    @Test
    void aMessageReopensALeadThatClosedLately() {
        Client anna = Client.onTelegram(desk.workspace, "reopening", "Anna");
        desk.receive(anna.writes("r1", "Hello"));
        close(anna);
        desk.receive(anna.isAnswered("r2", "Goodbye", Instant.now()));
        assertThat(desk.lead(anna).status()).isEqualTo("closed");

        desk.receive(anna.writes("r1", "Hello"));
        assertThat(desk.lead(anna).status()).as("a repeat does not reopen").isEqualTo("closed");

        desk.receive(anna.writes("r3", "One more thing", Instant.now()));
        assertThat(desk.lead(anna).status()).isEqualTo("open");
        assertThat(desk.lead(anna).id()).isEqualTo(anna.lead());
        assertThat(texts(anna)).containsExactly("Hello", "Goodbye", "One more thing");
    }

    @Test
    void aMessageOpensAnotherLeadWhenTheLastClosedLongAgo() {
        Client anna = Client.onTelegram(desk.workspace, "returning", "Anna");
        desk.receive(anna.writes("o1", "Hello"));
        close(anna);
        Instant later = Instant.now().plus(Duration.ofDays(31));

        desk.receive(anna.writes("o2", "It is me again", later), anna.writes("o3", "Hello?", later.plusSeconds(60)));

        Lead second = desk.leads.find(desk.workspace, anna.lead(2)).orElseThrow();
        assertThat(second.status()).isEqualTo("open");
        assertThat(second.name()).isEqualTo("Anna");
        assertThat(second.previousLeadIds()).containsExactly(anna.lead());
        assertThat(second.sources().getFirst().messages()).isEqualTo(2);
        assertThat(desk.lead(anna).status()).isEqualTo("closed");
        assertThat(desk.lead(anna).sources().getFirst().messages()).isEqualTo(1);
        assertThat(desk.leads
                        .source(desk.workspace, anna.source())
                        .orElseThrow()
                        .leadId())
                .isEqualTo(anna.lead(2));
    }

    @Test
    void anEditReplacesTheMessageInTheTimeline() {
        Client anna = anna();
        desk.receive(anna.writes("m1", "Helo"));

        Message edited = new Message("m1", 1, "chat-7001", Message.Kind.TEXT, "Hello");
        desk.receive(anna.contact("m1-1", Direction.IN, START, START, edited, Map.of()));

        assertThat(texts(anna)).containsExactly("Hello");
        assertThat(desk.lead(anna).sources().getFirst().messages()).isEqualTo(1);
    }

    @Test
    void anEditStandsWhereTheMessageStoodAndItsNewNumberIsKnown() {
        Client anna = anna();
        desk.receive(anna.writes("m1", "8 916 000-00-01"), anna.writes("m2", "Call me", START.plusSeconds(60)));
        Lead before = desk.lead(anna);

        InboundContact edited = edited(anna.with(Identifier.phone("+79160000002"), Trust.STATED), "8 916 000-00-02");
        desk.receive(edited);

        assertThat(texts(anna)).containsExactly("8 916 000-00-02", "Call me");
        assertThat(desk.lead(anna).phones()).contains("+79160000002");
        assertThat(desk.lead(anna).lastMessage()).isEqualTo(before.lastMessage());
        assertThat(desk.lead(anna).lastInboundAt()).isEqualTo(before.lastInboundAt());
    }

    @Test
    void anEditReopensNothingAndStaysWithTheLeadOfItsMessage() {
        Client anna = Client.onTelegram(desk.workspace, "7077", "Anna");
        desk.receive(anna.writes("edit-m1", "Helo"));
        close(anna);

        desk.receive(edited(anna, "edit-m1", "Hello", START.plusSeconds(120)));
        desk.receive(anna.writes("edit-m2", "Me again", Instant.now().plus(Duration.ofDays(31))));
        desk.receive(edited(anna, "edit-m1", "Hello!", START.plusSeconds(180)));

        assertThat(desk.lead(anna).status()).isEqualTo("closed");
        assertThat(texts(anna)).containsExactly("Hello!");
        assertThat(desk.leads.find(desk.workspace, anna.lead(2)).orElseThrow().status())
                .isEqualTo("open");
    }

    @Test
    void anEditInOneBatchWithItsMessageStandsInItsPlace() {
        Client anna = anna();

        desk.receive(
                anna.writes("m1", "Helo"), anna.writes("m2", "Call me", START.plusSeconds(60)), edited(anna, "Hello"));

        assertThat(texts(anna)).containsExactly("Hello", "Call me");
    }

    private static InboundContact edited(Client client, String text) {
        return edited(client, "m1", text, START.plusSeconds(120));
    }

    private static InboundContact edited(Client client, String id, String text, Instant at) {
        Message edit = new Message(id, at.getEpochSecond(), "chat-" + client.user(), Message.Kind.TEXT, text);
        return client.contact(id + "-" + at, Direction.IN, at, Instant.now(), edit, Map.of());
    }

    @Test
    void aCharacterThatCannotBeStoredIsReplaced() {
        Client anna = anna();

        desk.receive(anna.writes("m1", "zero \0 byte"));

        assertThat(texts(anna)).containsExactly("zero \uFFFD byte");
    }

    @Test
    void aTimelineIsReadInPages() {
        Client anna = anna();
        for (int i = 0; i < 7; i++) {
            desk.receive(anna.writes("m" + i, "text " + i, START.plusSeconds(i / 2)));
        }

        var first = desk.leads
                .timeline(anna.workspace(), anna.lead(), Optional.empty(), 3)
                .orElseThrow();
        var second = desk.leads
                .timeline(anna.workspace(), anna.lead(), Optional.ofNullable(first.nextCursor()), 3)
                .orElseThrow();
        var third = desk.leads
                .timeline(anna.workspace(), anna.lead(), Optional.ofNullable(second.nextCursor()), 3)
                .orElseThrow();

        assertThat(first.items()).extracting(TimelineItem::text).containsExactly("text 0", "text 1", "text 2");
        assertThat(second.items()).extracting(TimelineItem::text).containsExactly("text 3", "text 4", "text 5");
        assertThat(third.items()).extracting(TimelineItem::text).containsExactly("text 6");
        assertThat(third.nextCursor()).isNull();
    }

    private void close(Client client) {
        desk.editing.patch(
                desk.operator(),
                client.lead(),
                desk.lead(client).version(),
                LeadChanges.none().status(LeadStatus.CLOSED));
    }

    private List<String> texts(Client client) {
        return desk
                .leads
                .timeline(client.workspace(), client.lead(), Optional.empty(), 100)
                .orElseThrow()
                .items()
                .stream()
                .map(TimelineItem::text)
                .toList();
    }
}
