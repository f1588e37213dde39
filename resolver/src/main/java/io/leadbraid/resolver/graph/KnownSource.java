package io.leadbraid.resolver.graph;

import io.leadbraid.model.DecisionId;
import io.leadbraid.model.Digest;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A source with everything that is known of it. Equal knowledge is an equal value, in whatever order it came.
 *
 * @param evidence what it has told, at most one line for each fact
 * @param overShared identifiers that link nothing, because too many others hold them too
 * @param marks what people have decided about it
 */
public record KnownSource(SourceId id, List<Held> evidence, List<Identifier> overShared, Marks marks) {

    /** Any order will do, as long as it is one; this one needs no new strings. */
    private static final Comparator<Held> ORDER = Comparator.comparing(Held::fact, KnownSource::compare);

    private static final Comparator<Identifier> BY_PARTS = Comparator.comparing(Identifier::kind)
            .thenComparing(Identifier::namespace)
            .thenComparing(Identifier::value);
    private static final Comparator<Trait> TRAITS_BY_PARTS =
            Comparator.comparing(Trait::kind).thenComparing(Trait::value);

    private static final int MOST_FACTS = 100;

    private static final Comparator<Held> BEST_FIRST = Comparator.<Held, Trust>comparing(
                    held -> held.sightings().trust())
            .reversed()
            .thenComparing(held -> held.sightings().first())
            .thenComparing(ORDER);

    private static final String NOTE = "!";

    public KnownSource {
        evidence = evidence.stream().sorted(ORDER).toList();
        overShared = overShared.isEmpty()
                ? List.of()
                : overShared.stream().sorted().distinct().toList();
        // a row that was stored before there were decisions
        marks = marks == null ? Marks.NONE : marks;
    }

    static KnownSource unseen(SourceId id) {
        return new KnownSource(id, List.of(), List.of(), Marks.NONE);
    }

    /** What is decided about an identifier is noted as if one more source had it, and lies beside those who do. */
    static SourceId noteOn(Identifier identifier) {
        return new SourceId(NOTE + Digest.of("note", identifier.canonical()));
    }

    boolean isNote() {
        return id.value().startsWith(NOTE);
    }

    Member asMember() {
        return new Member(id, facts());
    }

    KnownSource with(Held news) {
        List<Held> richer = new ArrayList<>(evidence);
        richer.removeIf(held -> held.fact().equals(news.fact()));
        richer.add(told(news.fact())
                .map(known -> new Held(known.fact(), known.sightings().merge(news.sightings())))
                .orElse(news));
        return new KnownSource(id, richest(richer), overShared, marks);
    }

    /**
     * Nobody has a hundred phones; whoever mentions more is kept with the best of them. What is known of a fact only ever
     * becomes better, so which facts are the best does not depend on the order in which they came. What is retracted still
     * takes its place among them.
     */
    private static List<Held> richest(List<Held> evidence) {
        return best(evidence, MOST_FACTS);
    }

    /** The best of them, whatever the order in which they stand; it stays as it is. */
    static List<Held> best(List<Held> evidence, int most) {
        return evidence.size() <= most
                ? evidence
                : evidence.stream().sorted(BEST_FIRST).limit(most).sorted(ORDER).toList();
    }

    KnownSource marked(UnaryOperator<Marks> mark) {
        return new KnownSource(id, evidence, overShared, mark.apply(marks));
    }

    KnownSource withOverShared(Identifier identifier) {
        return new KnownSource(
                id,
                evidence,
                Stream.concat(overShared.stream(), Stream.of(identifier)).toList(),
                marks);
    }

    KnownSource withoutOverShared(Identifier identifier) {
        return new KnownSource(
                id,
                evidence,
                overShared.stream().filter(dead -> !dead.equals(identifier)).toList(),
                marks);
    }

    private Optional<Held> told(Fact fact) {
        return evidence.stream().filter(held -> held.fact().equals(fact)).findAny();
    }

    /** What counts: its evidence, as far as nobody has decided otherwise. */
    List<Held> facts() {
        return marks.sayNothingOfFacts()
                ? evidence
                : marks.over(evidence).stream().sorted(ORDER).toList();
    }

    boolean links(Identifier identifier, GraphPolicy policy) {
        for (Held held : facts()) {
            if (held.fact().equals(identifier)) {
                return policy.links(held) && !overShared.contains(identifier);
            }
        }
        return false;
    }

    /** What may link it to others. */
    List<Held> linking(GraphPolicy policy) {
        List<Held> linking = new ArrayList<>();
        for (Held held : facts()) {
            if (policy.links(held) && !overShared.contains(held.fact())) {
                linking.add(held);
            }
        }
        return linking;
    }

    Set<Identifier> identifiers(GraphPolicy policy) {
        Set<Identifier> identifiers = new HashSet<>();
        linking(policy).forEach(held -> identifiers.add((Identifier) held.fact()));
        return identifiers;
    }

    /** Identifiers that link nothing, and that it does not hold any more. */
    List<Identifier> forgotten(GraphPolicy policy) {
        return overShared.stream()
                .filter(dead -> facts().stream().noneMatch(held -> held.fact().equals(dead) && policy.links(held)))
                .toList();
    }

    /** Its user ids on one platform, over all of our accounts there ({@code whatsapp} of {@code whatsapp:<portfolio>}). */
    List<Identifier> accountsOn(String platform) {
        return accounts()
                .filter(identifier -> platformOf(identifier).equals(platform))
                .toList();
    }

    /** Its user ids on any platform. */
    Stream<Identifier> accounts() {
        return facts().stream()
                .filter(held -> held.sightings().trust().atLeast(Trust.STATED))
                .flatMap(held -> held.fact() instanceof Identifier identifier ? Stream.of(identifier) : Stream.empty())
                .filter(identifier -> identifier.kind() == Identifier.Kind.ID);
    }

    /** What it states of values that are blocked. */
    Stream<Identifier> blocked(GraphPolicy policy) {
        return facts().stream().filter(policy::isBlocked).map(held -> (Identifier) held.fact());
    }

    Map<DecisionId, Integer> sides() {
        return marks.sidesInForce();
    }

    static String platformOf(Identifier identifier) {
        return identifier.namespace().split(":", 2)[0];
    }

    private static int compare(Fact one, Fact other) {
        return switch (one) {
            case Identifier mine when other instanceof Identifier theirs -> BY_PARTS.compare(mine, theirs);
            case Trait mine when other instanceof Trait theirs -> TRAITS_BY_PARTS.compare(mine, theirs);
            case Identifier first -> -1;
            case Trait last -> 1;
        };
    }
}
