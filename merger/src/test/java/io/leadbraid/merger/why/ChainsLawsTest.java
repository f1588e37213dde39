package io.leadbraid.merger.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.merger.rules.Link;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chains over thousands of small random graphs, beside an oracle that tries every way there is. */
class ChainsLawsTest {

    private static final int RUNS = 2_000;
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private static final Comparator<List<Leg>> BY_WEAKEST =
            Comparator.comparing(ChainsLawsTest::weakest, Link.BY_STRENGTH);

    private static final Comparator<List<Leg>> BEST_FIRST = BY_WEAKEST
            .thenComparingInt(List::size)
            .thenComparing((one, other) -> IntStream.range(0, one.size())
                    .map(i -> one.get(i).link().compareTo(other.get(i).link()))
                    .filter(order -> order != 0)
                    .findFirst()
                    .orElse(0));

    @Test
    void theWayIsTheBestOfAll() {
        everyGraph((random, links, sources) -> {
            Set<SourceId> from = someOf(sources, random);
            Set<SourceId> to = someOf(without(sources, from), random);

            List<Leg> way = to.isEmpty() ? List.of() : new Chains(links).between(from, to);

            assertThat(way).isEqualTo(best(links, from, to).orElse(List.of()));
        });
    }

    @Test
    void theOrderOfLinksDoesNotMatter() {
        everyGraph((random, links, sources) -> {
            Set<SourceId> one = someOf(sources, random);
            Set<SourceId> rest = without(sources, one);
            List<Link> shuffled = new ArrayList<>(links);
            Collections.shuffle(shuffled, random);

            Chains chains = new Chains(shuffled);

            assertThat(chains.over(one)).isEqualTo(new Chains(links).over(one));
            if (!rest.isEmpty()) {
                assertThat(chains.between(one, rest)).isEqualTo(new Chains(links).between(one, rest));
            }
        });
    }

    @Test
    void aTreeJoinsEachTwoByLinksAsStrongAsThereAre() {
        everyGraph((random, links, sources) -> {
            Set<SourceId> asked = someOf(sources, random);

            Chains.Tree tree = new Chains(links).over(asked);

            for (SourceId one : asked) {
                for (SourceId other : without(asked, Set.of(one))) {
                    Optional<List<Leg>> byTree = best(tree.links(), Set.of(one), Set.of(other));
                    Optional<List<Leg>> byAll = best(links, Set.of(one), Set.of(other));
                    assertThat(byTree.isPresent()).isEqualTo(byAll.isPresent());
                    byTree.ifPresent(way -> assertThat(BY_WEAKEST.compare(way, byAll.orElseThrow()))
                            .isZero());
                    assertThat(tree.groups().stream().anyMatch(group -> group.containsAll(Set.of(one, other))))
                            .isEqualTo(byAll.isPresent());
                }
            }
        });
    }

    @Test
    void aTreeHasNoLinkTooManyAndTheStrongestFirst() {
        everyGraph((random, links, sources) -> {
            Set<SourceId> asked = someOf(sources, random);

            Chains.Tree tree = new Chains(links).over(asked);

            List<SourceId> ends = tree.links().stream()
                    .flatMap(link -> Stream.of(link.from(), link.to()))
                    .toList();
            Set<SourceId> all = new HashSet<>(asked);
            all.addAll(ends);
            assertThat(tree.links()).hasSize(all.size() - tree.groups().size()).isSorted();
            assertThat(tree.groups().stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(asked);
            assertThat(without(all, asked)).allMatch(passed -> Collections.frequency(ends, passed) > 1);
        });
    }

    @Test
    void sourcesThatShareOneValueAreJoinedWithoutOthersThatShareItToo() {
        SourceId stranger = new SourceId("a");
        SourceId one = new SourceId("b");
        SourceId other = new SourceId("c");
        Identifier phone = Identifier.phone("+1");
        Link direct = new Link(one, other, phone, Trust.VERIFIED, START.plusSeconds(1));
        Chains chains = new Chains(List.of(
                new Link(stranger, one, phone, Trust.VERIFIED, START.plusSeconds(1)),
                new Link(stranger, other, phone, Trust.VERIFIED, START.plusSeconds(1)),
                direct));

        assertThat(chains.over(Set.of(one, other)).links()).containsExactly(direct);
        assertThat(chains.between(Set.of(one), Set.of(other))).containsExactly(Leg.of(one, direct));
    }

    private interface Law {
        void check(Random random, List<Link> links, Set<SourceId> sources);
    }

    private static void everyGraph(Law law) {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            int count = 2 + random.nextInt(5);
            List<SourceId> sources = IntStream.range(0, count)
                    .mapToObj(i -> new SourceId("s" + i))
                    .toList();
            Set<Link> links = IntStream.range(0, random.nextInt(10))
                    .mapToObj(i -> link(random, sources))
                    .collect(Collectors.toSet());
            law.check(random, links.stream().sorted().toList(), new TreeSet<>(sources));
        }
    }

    private static Link link(Random random, List<SourceId> sources) {
        int one = random.nextInt(sources.size() - 1);
        int other = one + 1 + random.nextInt(sources.size() - one - 1);
        List<Identifier> identifiers = List.of(
                Identifier.phone("+1"), Identifier.phone("+2"), Identifier.email("a@b"), Identifier.id("x", "1"));
        return new Link(
                sources.get(one),
                sources.get(other),
                identifiers.get(random.nextInt(identifiers.size())),
                random.nextBoolean() ? Trust.STATED : Trust.VERIFIED,
                START.plusSeconds(random.nextInt(3)));
    }

    private static Set<SourceId> someOf(Set<SourceId> sources, Random random) {
        List<SourceId> shuffled = new ArrayList<>(sources);
        Collections.shuffle(shuffled, random);
        return new TreeSet<>(shuffled.subList(0, shuffled.isEmpty() ? 0 : 1 + random.nextInt(shuffled.size())));
    }

    private static Set<SourceId> without(Set<SourceId> sources, Set<SourceId> others) {
        Set<SourceId> rest = new TreeSet<>(sources);
        rest.removeAll(others);
        return rest;
    }

    private static Optional<List<Leg>> best(List<Link> links, Set<SourceId> from, Set<SourceId> to) {
        return from.stream()
                .flatMap(start -> waysOn(links, start, to, List.of(), Set.of(start)))
                .min(BEST_FIRST);
    }

    private static Stream<List<Leg>> waysOn(
            List<Link> links, SourceId here, Set<SourceId> to, List<Leg> way, Set<SourceId> passed) {
        if (to.contains(here)) {
            return Stream.of(way);
        }
        return links.stream()
                .filter(link -> link.from().equals(here) || link.to().equals(here))
                .map(link -> Leg.of(here, link))
                .filter(leg -> !passed.contains(leg.to()))
                .flatMap(leg -> waysOn(links, leg.to(), to, and(way, leg), and(passed, leg.to())));
    }

    private static List<Leg> and(List<Leg> way, Leg leg) {
        return Stream.concat(way.stream(), Stream.of(leg)).toList();
    }

    private static Set<SourceId> and(Set<SourceId> passed, SourceId source) {
        return Stream.concat(passed.stream(), Stream.of(source)).collect(Collectors.toSet());
    }

    private static Link weakest(List<Leg> way) {
        return way.stream().map(Leg::link).max(Link.BY_STRENGTH).orElseThrow();
    }
}
