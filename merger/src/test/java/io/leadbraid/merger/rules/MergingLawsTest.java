package io.leadbraid.merger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.LeadId;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for whatever profile, tried on thousands of random ones. */
class MergingLawsTest {

    private static final int RUNS = 4_000;
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final Merging merging = new Merging(MergePolicy.of(true));

    @Test
    void theOrderOfMembersAndEvidenceDoesNotMatter() {
        everySituation((random, situation) -> {
            List<Member> shuffled = new ArrayList<>();
            for (Member member : situation.members()) {
                List<Held> evidence = new ArrayList<>(member.evidence());
                Collections.shuffle(evidence, random);
                shuffled.add(new Member(member.source(), evidence));
            }
            Collections.shuffle(shuffled, random);

            List<Outcome> other = merging.decide(new Situation(shuffled, List.of(), situation.leads()));

            assertThat(new HashSet<>(other)).isEqualTo(new HashSet<>(merging.decide(situation)));
        });
    }

    @Test
    void noLeadIsInTwoMergesAndTheBestSurvives() {
        everySituation((random, situation) -> {
            Set<LeadId> seen = new HashSet<>();
            for (Outcome.Merge merge : merges(merging.decide(situation))) {
                assertThat(seen.add(merge.survivor())).isTrue();
                assertThat(merge.absorbed()).allMatch(seen::add).isNotEmpty();
                OpenLead survivor = lead(situation, merge.survivor());
                assertThat(merge.absorbed())
                        .allMatch(lead -> OpenLead.SURVIVOR_FIRST.compare(survivor, lead(situation, lead)) < 0);
            }
        });
    }

    @Test
    void heldLeadsTakeNoPart() {
        everySituation((random, situation) -> assertThat(touched(merging.decide(situation)))
                .noneMatch(lead -> lead(situation, lead).held()));
    }

    @Test
    void whatIsDoneNeedsNotBeDoneAgain() {
        everySituation((random, situation) -> {
            List<Outcome> first = merging.decide(situation);

            List<Outcome> second = merging.decide(after(situation, merges(first)));

            assertThat(merges(second)).isEmpty();
            assertThat(requests(second)).isEqualTo(requests(first));
        });
    }

    @Test
    void requestsAskAboutLeadsThatDoNotMerge() {
        everySituation((random, situation) -> {
            List<Outcome> outcomes = merging.decide(situation);
            Set<LeadId> absorbed = new HashSet<>();
            merges(outcomes).forEach(merge -> absorbed.addAll(merge.absorbed()));

            assertThat(requests(outcomes))
                    .allMatch(leads -> leads.size() == 2 && Collections.disjoint(leads, absorbed));
        });
    }

    @Test
    void leadsThatShareAVerifiedIdentifierMergeWhateverWasDoneToThem() {
        everySituation((random, situation) -> {
            Map<LeadId, LeadId> survivors = survivors(situation, merging.decide(situation));
            for (Member one : situation.members()) {
                for (Member other : situation.members()) {
                    if (shareVerified(one, other) && takesPart(situation, one) && takesPart(situation, other)) {
                        assertThat(survivors.get(leadOf(situation, one)))
                                .isEqualTo(survivors.get(leadOf(situation, other)));
                    }
                }
            }
        });
    }

    @Test
    void whatASystemWithoutRightsWouldMergeItAsksFor() {
        Merging asking = new Merging(MergePolicy.of(false));
        everySituation((random, situation) -> {
            List<Outcome> outcomes = asking.decide(situation);

            assertThat(merges(outcomes)).isEmpty();
            assertThat(merges(merging.decide(situation)).isEmpty() || !outcomes.isEmpty())
                    .isTrue();
        });
    }

    @Test
    void untouchedLeadsOfOneConnectedProfileAllMerge() {
        everySituation((random, situation) -> {
            Situation untouched = changed(
                    situation,
                    lead -> new OpenLead(
                            lead.id(),
                            lead.stage(),
                            lead.createdAt(),
                            lead.hasContact(),
                            lead.assigned(),
                            false,
                            false));

            assertThat(requests(merging.decide(untouched))).isEmpty();
        });
    }

    private interface Law {
        void check(Random random, Situation situation);
    }

    private static void everySituation(Law law) {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            law.check(random, situation(random));
        }
    }

    private static Situation situation(Random random) {
        int sources = 2 + random.nextInt(7);
        int identifiers = 1 + random.nextInt(5);
        List<Member> members = new ArrayList<>();
        Map<SourceId, OpenLead> leads = new HashMap<>();
        List<OpenLead> open =
                IntStream.range(0, sources).mapToObj(i -> lead(random, i)).toList();
        for (int i = 0; i < sources; i++) {
            SourceId source = new SourceId("s" + i);
            members.add(new Member(source, evidence(random, identifiers)));
            if (random.nextInt(6) > 0) {
                leads.put(source, open.get(random.nextInt(4) == 0 ? random.nextInt(sources) : i));
            }
        }
        return new Situation(members, List.of(), leads);
    }

    private static OpenLead lead(Random random, int number) {
        return new OpenLead(
                new LeadId("l" + number),
                random.nextInt(3),
                START.plusSeconds(random.nextInt(3)),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextInt(8) == 0);
    }

    private static List<Held> evidence(Random random, int identifiers) {
        return IntStream.range(0, identifiers)
                .filter(i -> random.nextInt(3) == 0)
                .mapToObj(i -> {
                    Identifier identifier = i % 2 == 0 ? Identifier.phone("+" + i) : Identifier.email("e" + i);
                    Trust trust = List.of(Trust.MENTIONED, Trust.STATED, Trust.STATED, Trust.VERIFIED)
                            .get(random.nextInt(4));
                    Origin origin = new Origin(new EventId("e"), START.plusSeconds(random.nextInt(3)), "contact");
                    return new Held(identifier, Sightings.once(identifier, trust, origin));
                })
                .toList();
    }

    private static Situation after(Situation situation, List<Outcome.Merge> merges) {
        Map<LeadId, OpenLead> survivors = new HashMap<>();
        for (Outcome.Merge merge : merges) {
            List<OpenLead> all = new ArrayList<>(List.of(lead(situation, merge.survivor())));
            merge.absorbed().forEach(id -> all.add(lead(situation, id)));
            OpenLead first = all.getFirst();
            OpenLead merged = new OpenLead(
                    first.id(),
                    first.stage(),
                    first.createdAt(),
                    all.stream().anyMatch(OpenLead::hasContact),
                    all.stream().anyMatch(OpenLead::assigned),
                    all.stream().anyMatch(OpenLead::workedOn),
                    false);
            all.forEach(lead -> survivors.put(lead.id(), merged));
        }
        return changed(situation, lead -> survivors.getOrDefault(lead.id(), lead));
    }

    private static Situation changed(Situation situation, java.util.function.UnaryOperator<OpenLead> change) {
        Map<SourceId, OpenLead> leads = new HashMap<>();
        situation.leads().forEach((source, lead) -> leads.put(source, change.apply(lead)));
        return new Situation(situation.members(), situation.refused(), leads);
    }

    private static Map<LeadId, LeadId> survivors(Situation situation, List<Outcome> outcomes) {
        Map<LeadId, LeadId> survivors = new HashMap<>();
        situation.leads().values().forEach(lead -> survivors.put(lead.id(), lead.id()));
        merges(outcomes).forEach(merge -> merge.absorbed().forEach(lead -> survivors.put(lead, merge.survivor())));
        return survivors;
    }

    private static boolean shareVerified(Member one, Member other) {
        return one.evidence().stream()
                .filter(held -> held.sightings().trust() == Trust.VERIFIED)
                .anyMatch(held -> other.evidence().stream()
                        .anyMatch(theirs -> theirs.fact().equals(held.fact())
                                && theirs.sightings().trust() == Trust.VERIFIED));
    }

    private static boolean takesPart(Situation situation, Member member) {
        return situation.leadOf(member.source()).isPresent();
    }

    private static LeadId leadOf(Situation situation, Member member) {
        return situation.leadOf(member.source()).orElseThrow().id();
    }

    private static OpenLead lead(Situation situation, LeadId id) {
        return situation.leads().values().stream()
                .filter(lead -> lead.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Outcome.Merge> merges(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Merge.class::isInstance)
                .map(Outcome.Merge.class::cast)
                .toList();
    }

    private static Set<Set<LeadId>> requests(List<Outcome> outcomes) {
        Set<Set<LeadId>> requests = new HashSet<>();
        outcomes.stream()
                .filter(Outcome.Request.class::isInstance)
                .map(Outcome.Request.class::cast)
                .forEach(request -> requests.add(new TreeSet<>(request.leads())));
        return requests;
    }

    private static Set<LeadId> touched(List<Outcome> outcomes) {
        Set<LeadId> touched = new HashSet<>();
        Consumer<Outcome> add = outcome -> {
            switch (outcome) {
                case Outcome.Merge merge -> {
                    touched.add(merge.survivor());
                    touched.addAll(merge.absorbed());
                }
                case Outcome.Request request -> touched.addAll(request.leads());
            }
        };
        outcomes.forEach(add);
        return touched;
    }
}
