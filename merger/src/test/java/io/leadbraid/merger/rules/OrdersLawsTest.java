package io.leadbraid.merger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.merger.rules.Orders.Side;
import io.leadbraid.model.DecisionId;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people have decided stands against merging, in whatever profile. */
class OrdersLawsTest {

    private static final int RUNS = 4_000;
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final int PEOPLE = 6;

    private final Merging merging = new Merging(MergePolicy.of(true));

    @Test
    void noMergeAndNoRequestIsAboutLeadsBetweenWhichSomethingStands() {
        int stood = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Situation situation = situation(new Random(seed));
            for (Outcome outcome : merging.decide(situation)) {
                assertThat(apart(situation, leads(outcome))).as("seed " + seed).isFalse();
            }
            List<Outcome> undecided = merging.decide(new Situation(situation.members(), List.of(), situation.leads()));
            stood += undecided.stream().anyMatch(outcome -> apart(situation, leads(outcome))) ? 1 : 0;
        }
        assertThat(stood).as("situations in which it mattered").isGreaterThan(RUNS / 10);
    }

    @Test
    void whatIsDoneNeedsNotBeDoneAgain() {
        for (int seed = 0; seed < RUNS; seed++) {
            Situation situation = situation(new Random(seed));
            Map<LeadId, OpenLead> survivors = new HashMap<>();
            situation.leads().values().forEach(lead -> survivors.put(lead.id(), lead));
            for (Outcome outcome : merging.decide(situation)) {
                if (outcome instanceof Outcome.Merge merge) {
                    OpenLead merged = workedOn(
                            survivors.get(merge.survivor()),
                            leads(merge).stream()
                                    .anyMatch(lead -> survivors.get(lead).workedOn()));
                    leads(merge).forEach(lead -> survivors.put(lead, merged));
                }
            }
            Map<SourceId, OpenLead> after = new HashMap<>();
            situation.leads().forEach((source, lead) -> after.put(source, survivors.get(lead.id())));

            List<Outcome> second =
                    merging.decide(new Situation(situation.members(), List.of(), after, situation.orders()));

            assertThat(second).as("seed " + seed).noneMatch(Outcome.Merge.class::isInstance);
        }
    }

    @Test
    void whoOnlyStatesWhatIsSharedMergesWithNobody() {
        Identifier phone = Identifier.phone("+1");
        Orders shared = new Orders(Map.of(), Map.of(), Set.of(phone));
        List<Member> members = List.of(
                member("s0", phone, Trust.VERIFIED),
                member("s1", phone, Trust.VERIFIED),
                member("s2", phone, Trust.STATED),
                member("s3", phone, Trust.STATED));
        Map<SourceId, OpenLead> leads = new HashMap<>();
        IntStream.range(0, 4).forEach(i -> leads.put(source(i), lead(i)));

        List<Outcome> outcomes = merging.decide(new Situation(members, List.of(), leads, shared));

        assertThat(outcomes)
                .singleElement()
                .satisfies(outcome -> assertThat(leads(outcome)).containsExactlyInAnyOrder(lead(0).id(), lead(1).id()));
    }

    @Test
    void aSourceWithoutALeadIsNoWayRoundASeparation() {
        Identifier phone = Identifier.phone("+1");
        Identifier email = Identifier.email("e");
        Member anna = member("s0", phone, Trust.VERIFIED);
        Member between = new Member(source(1), List.of(held(phone, Trust.VERIFIED), held(email, Trust.STATED)));
        Member boris = member("s2", email, Trust.STATED);
        Map<SourceId, Set<Side>> separated = Map.of(source(0), Set.of(side(0)), source(1), Set.of(side(1)));

        List<Outcome> outcomes = merging.decide(new Situation(
                List.of(anna, between, boris),
                List.of(),
                Map.of(source(0), lead(0), source(2), lead(2)),
                new Orders(separated, Map.of(), Set.of())));

        assertThat(outcomes).isEmpty();
    }

    private static OpenLead workedOn(OpenLead lead, boolean workedOn) {
        return new OpenLead(
                lead.id(), lead.stage(), lead.createdAt(), lead.hasContact(), lead.assigned(), workedOn, lead.held());
    }

    private static Situation situation(Random random) {
        List<Member> members = new ArrayList<>();
        Map<SourceId, OpenLead> leads = new HashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            List<Held> evidence = IntStream.range(0, 3)
                    .filter(number -> random.nextInt(2) == 0)
                    .mapToObj(number ->
                            held(Identifier.phone("+" + number), random.nextBoolean() ? Trust.VERIFIED : Trust.STATED))
                    .toList();
            members.add(new Member(source(i), evidence));
            if (random.nextInt(5) > 0) {
                leads.put(source(i), lead(random.nextInt(4) == 0 ? random.nextInt(PEOPLE) : i));
            }
        }
        return new Situation(members, List.of(), leads, new Orders(sides(random, "s"), sides(random, "k"), Set.of()));
    }

    private static Map<SourceId, Set<Side>> sides(Random random, String prefix) {
        Map<SourceId, Set<Side>> sides = new HashMap<>();
        for (int decision = 0; decision < random.nextInt(3); decision++) {
            for (int i = 0; i < PEOPLE; i++) {
                int number = random.nextInt(4);
                if (number < 2) {
                    sides.computeIfAbsent(source(i), first -> new HashSet<>())
                            .add(new Side(new DecisionId(prefix + decision), number));
                }
            }
        }
        return sides;
    }

    private static boolean apart(Situation situation, List<LeadId> leads) {
        return leads.stream()
                .anyMatch(one -> leads.stream()
                        .anyMatch(other -> !one.equals(other)
                                && sourcesOn(situation, one)
                                        .anyMatch(source -> sourcesOn(situation, other)
                                                .anyMatch(another -> apart(situation.orders(), source, another)))));
    }

    private static Stream<SourceId> sourcesOn(Situation situation, LeadId lead) {
        return situation.leads().entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(lead))
                .map(Map.Entry::getKey);
    }

    private static boolean apart(Orders orders, SourceId one, SourceId other) {
        return Stream.of(orders.separated(), orders.keptApart())
                .anyMatch(sides -> sides.getOrDefault(one, Set.of()).stream()
                        .anyMatch(mine -> sides.getOrDefault(other, Set.of()).stream()
                                .anyMatch(theirs -> mine.decision().equals(theirs.decision())
                                        && mine.number() != theirs.number())));
    }

    private static List<LeadId> leads(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Merge merge ->
                Stream.concat(Stream.of(merge.survivor()), merge.absorbed().stream())
                        .toList();
            case Outcome.Request request -> request.leads();
        };
    }

    private static Member member(String source, Identifier identifier, Trust trust) {
        return new Member(new SourceId(source), List.of(held(identifier, trust)));
    }

    private static Held held(Identifier identifier, Trust trust) {
        return new Held(identifier, Sightings.once(identifier, trust, new Origin(new EventId("e"), START, "contact")));
    }

    private static Side side(int number) {
        return new Side(new DecisionId("d"), number);
    }

    private static SourceId source(int number) {
        return new SourceId("s" + number);
    }

    private static OpenLead lead(int number) {
        return new OpenLead(
                new LeadId("l" + number), 0, START.plusSeconds(number), false, false, number % 2 == 0, false);
    }
}
