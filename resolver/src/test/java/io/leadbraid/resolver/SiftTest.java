package io.leadbraid.resolver;

import static io.leadbraid.resolver.Contacts.mentioned;
import static io.leadbraid.resolver.Contacts.stated;
import static io.leadbraid.resolver.Contacts.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.Claim;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Evidence;
import io.leadbraid.model.EvidenceKey;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiftTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T10:00:00Z");
    private static final Identifier PHONE = Identifier.phone("+4915112345678");
    private static final Identifier MAIL = Identifier.email("anna@example.org");

    private final Contacts contacts = new Contacts(new WorkspaceId(new UUID(0, 1)));
    private Driven sift;
    private TestInputTopic<SourceId, InboundContact> inbound;
    private TestOutputTopic<EvidenceKey, Evidence> evidence;

    @BeforeEach
    void start(@TempDir Path state) {
        sift = new Driven(ResolverTopology.sift(), state);
        inbound = sift.into(Topics.INBOUND);
        evidence = sift.outOf(Topics.EVIDENCE);
    }

    @AfterEach
    void stop() {
        sift.close();
    }

    @Test
    void everyFactOfAFirstContactIsNews() {
        twice(anna("e1", MONDAY, List.of(stated(PHONE)), Trait.name("Anna")));

        assertThat(facts(evidence.readKeyValuesToMap()))
                .containsExactlyInAnyOrder(PHONE, Trait.name("Anna"), Identifier.id("telegram", "anna"));
    }

    @Test
    void whatIsKnownIsNoNews() {
        twice(anna("e1", MONDAY, List.of(stated(MAIL))));
        evidence.readKeyValuesToList();

        twice(anna("e2", TUESDAY, List.of(stated(MAIL), mentioned(MAIL))));

        assertThat(evidence.isEmpty()).isTrue();
    }

    @Test
    void higherTrustAndAnEarlierOriginAreNews() {
        twice(anna("e2", TUESDAY, List.of(mentioned(MAIL))));
        evidence.readKeyValuesToList();

        twice(anna("e1", MONDAY, List.of(verified(MAIL))));

        assertThat(evidence.readKeyValuesToList())
                .filteredOn(news -> news.value.fact().equals(MAIL))
                .singleElement()
                .satisfies(news -> {
                    assertThat(news.value.sightings().trust()).isEqualTo(Trust.VERIFIED);
                    assertThat(news.value.sightings().first().event()).isEqualTo(new EventId("e1"));
                });
    }

    @Test
    void aFurtherDayIsNewsOfAnIdentifierThatChangesHands() {
        twice(anna("e1", MONDAY, List.of(verified(PHONE), verified(MAIL))));
        evidence.readKeyValuesToList();

        twice(anna("e2", TUESDAY, List.of(verified(PHONE), verified(MAIL))));

        assertThat(evidence.readKeyValuesToList())
                .singleElement()
                .satisfies(news -> assertThat(news.value.fact()).isEqualTo(PHONE));
    }

    @Test
    void aFactThatAContactRepeatsIsForwardedOnceWithItsHighestTrust() {
        twice(anna("e1", MONDAY, List.of(mentioned(PHONE), verified(PHONE), stated(PHONE))));

        assertThat(evidence.readKeyValuesToList())
                .filteredOn(news -> news.value.fact().equals(PHONE))
                .singleElement()
                .satisfies(news -> assertThat(news.value.sightings().trust()).isEqualTo(Trust.VERIFIED));
    }

    private InboundContact anna(String event, Instant at, List<Claim> claims, Trait... traits) {
        return contacts.of("telegram", "anna", event, at, claims, traits);
    }

    private void twice(InboundContact contact) {
        inbound.pipeInput(contact.source(), contact);
        inbound.pipeInput(contact.source(), contact);
    }

    private static List<Fact> facts(Map<EvidenceKey, Evidence> news) {
        return news.values().stream().map(Evidence::fact).toList();
    }
}
