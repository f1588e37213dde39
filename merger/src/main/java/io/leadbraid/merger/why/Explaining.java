package io.leadbraid.merger.why;

import io.leadbraid.merger.rules.Links;
import io.leadbraid.model.Origin;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers why the sources of a comparison are one person's, or are not. */
public final class Explaining {

    private static final int MOST_SAID = 10;

    private final Comparison asked;
    private final Chains chains;
    private final Holdings holdings;
    private final Refusals refusals;

    private Explaining(Comparison asked) {
        this.asked = asked;
        this.chains = new Chains(asked.profiles().stream()
                .flatMap(profile -> Links.strongestFirst(profile.members(), profile.refused()).stream())
                .toList());
        this.holdings = new Holdings(asked.profiles());
        this.refusals = new Refusals(asked.profiles(), holdings);
    }

    /** What there is to say, before it is put into words. */
    private record Answer(boolean linked, List<Leg> legs, List<Finding> findings) {

        static Answer of(boolean linked, Finding only) {
            return new Answer(linked, List.of(), List.of(only));
        }

        Optional<String> blockedBy() {
            return findings.stream().flatMap(finding -> finding.rule().stream()).findFirst();
        }
    }

    public static Why explain(Comparison asked, Language language) {
        return new Explaining(asked).why(language);
    }

    private Why why(Language language) {
        Answer answer = answer();
        Sentences sentences = new Sentences(new Texts(language), asked.cards(), holdings);
        return new Why(
                answer.linked(),
                answer.legs().stream().map(this::step).toList(),
                answer.blockedBy().orElse(null),
                sentences.say(answer.findings()));
    }

    private Answer answer() {
        if (asked.theirs().isEmpty() && asked.sameLead()) {
            return asked.ours().size() == 1
                    ? Answer.of(true, new Finding.Alone(asked.ours().iterator().next()))
                    : amongOurs();
        }
        if (asked.ours().isEmpty() || asked.theirs().isEmpty()) {
            return Answer.of(false, new Finding.NoSource());
        }
        return asked.ours().stream()
                .filter(asked.theirs()::contains)
                .min(Comparator.naturalOrder())
                .map(both -> Answer.of(true, new Finding.OnBoth(both)))
                .orElseGet(this::betweenBoth);
    }

    private Answer amongOurs() {
        if (asked.ours().isEmpty()) {
            return Answer.of(false, new Finding.NoSource());
        }
        Chains.Tree tree = chains.over(asked.ours());
        List<Leg> legs =
                tree.links().stream().map(link -> Leg.of(link.from(), link)).toList();
        List<Finding> findings = new ArrayList<>(said(legs));
        Set<SourceId> first = tree.groups().getFirst();
        tree.groups().stream().skip(1).limit(MOST_SAID).forEach(group -> findings.addAll(apart(first, group)));
        if (tree.groups().size() > 1) {
            findings.addAll(waiting());
        }
        return new Answer(tree.groups().size() == 1, legs, findings);
    }

    private Answer betweenBoth() {
        List<Leg> legs = chains.between(asked.ours(), asked.theirs());
        List<Finding> findings = new ArrayList<>(legs.isEmpty() ? apart(asked.ours(), asked.theirs()) : said(legs));
        asked.order().ifPresent(order -> findings.add(new Finding.Ordered(order)));
        if (legs.isEmpty() || !asked.sameLead()) {
            findings.addAll(waiting());
        }
        return new Answer(!legs.isEmpty(), legs, findings);
    }

    private List<Finding> waiting() {
        return asked.request().<Finding>map(Finding.Waiting::new).stream().toList();
    }

    private static List<Finding> said(List<Leg> legs) {
        List<Finding> said = new ArrayList<>();
        legs.stream().limit(MOST_SAID).forEach(leg -> said.add(new Finding.Shared(leg)));
        if (legs.size() > MOST_SAID) {
            said.add(new Finding.More(legs.size() - MOST_SAID));
        }
        return said;
    }

    private List<Finding> apart(Set<SourceId> ours, Set<SourceId> theirs) {
        List<Finding> said = new ArrayList<>();
        said.add(refusals.between(ours, theirs)
                .<Finding>map(Finding.Refused::new)
                .orElseGet(() -> new Finding.NothingShared(ours, theirs)));
        SourceId one = Collections.min(ours);
        SourceId other = Collections.min(theirs);
        asked.merges().stream()
                .filter(merge -> merge.movesOneOf(one, other))
                .findFirst()
                .ifPresent(merge -> said.add(new Finding.Merged(merge)));
        return said;
    }

    private Step step(Leg leg) {
        SourceId later = Stream.of(leg.from(), leg.to())
                .max(Comparator.comparing(source -> first(source, leg)))
                .orElseThrow();
        Origin origin = first(later, leg);
        Card card = asked.cards().get(later);
        return new Step(
                leg.from(),
                leg.to(),
                Shared.of(leg.link().identifier()),
                leg.link().trust(),
                new Step.Origin(later, card == null ? null : card.channel(), origin.event(), origin.place()),
                leg.link().since());
    }

    private Origin first(SourceId source, Leg leg) {
        return holdings.of(source, leg.link().identifier()).orElseThrow().first();
    }
}
