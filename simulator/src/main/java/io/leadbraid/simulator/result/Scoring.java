package io.leadbraid.simulator.result;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Claim;
import io.leadbraid.simulator.population.Handle;
import io.leadbraid.simulator.population.Place;
import io.leadbraid.simulator.population.Population;
import io.leadbraid.simulator.population.Whose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what the product shows with the truth. */
public final class Scoring {

    private final Map<Address, Whose> truth;
    private final Knowable knowable;
    private final Knowable mentioned;
    private final Map<Address, Set<Handle>> handles;

    private long truePairs;
    private long knowablePairs;
    private long mergedPairs;
    private long right;
    private long rightKnowable;
    private final Map<String, Integer> misled = new TreeMap<>();
    private final Map<String, Integer> wrong = new TreeMap<>();
    private final Map<String, Integer> missed = new TreeMap<>();
    private final List<Pair> wrongPairs = new ArrayList<>();
    private final List<Pair> missedPairs = new ArrayList<>();

    private Scoring(Population population) {
        List<Claim> claims = population.whole().claims();
        this.truth = population.truth();
        this.knowable = new Knowable(truth, claims);
        this.mentioned = Knowable.also(truth, claims, population.mentions());
        this.handles = Knowable.byAddress(claims);
    }

    public static Score of(Population population, Collection<SeenSource> seen) {
        Scoring scoring = new Scoring(population);
        List<SeenSource> known = seen.stream()
                .filter(source -> scoring.truth.containsKey(source.address()))
                .toList();
        Map<String, List<SeenSource>> byLead = grouped(known, SeenSource::lead);
        Map<Integer, List<SeenSource>> byPerson =
                grouped(known, source -> scoring.whose(source).person());
        byLead.values().forEach(scoring::lead);
        byPerson.values().forEach(scoring::person);
        return new Score(
                byPerson.size(),
                known.size(),
                byLead.size(),
                scoring.truePairs,
                scoring.knowablePairs,
                scoring.mergedPairs,
                scoring.right,
                scoring.rightKnowable,
                scoring.misled,
                scoring.wrong,
                scoring.missed,
                List.copyOf(scoring.wrongPairs),
                List.copyOf(scoring.missedPairs));
    }

    private static <K> Map<K, List<SeenSource>> grouped(List<SeenSource> sources, Function<SeenSource, K> by) {
        return sources.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private void lead(List<SeenSource> together) {
        forPairs(together, (one, other) -> {
            mergedPairs++;
            Whose mine = whose(one);
            Whose theirs = whose(other);
            if (mine.person() == theirs.person()) {
                right++;
            } else {
                boolean met = mine.occasion() == theirs.occasion();
                String why = met ? mine.scene().label() : Score.COINCIDENCE;
                (met && mine.scene().isMisleading() ? misled : wrong).merge(why, 1, Integer::sum);
                wrongPairs.add(pair(why, one, other));
            }
        });
    }

    private void person(List<SeenSource> own) {
        forPairs(own, (one, other) -> {
            truePairs++;
            boolean known = knowable.asOne(one.address(), other.address());
            boolean merged = one.lead().equals(other.lead());
            knowablePairs += known ? 1 : 0;
            rightKnowable += known && merged ? 1 : 0;
            if (!merged) {
                String why = known
                        ? whose(one).scene().label()
                        : mentioned.asOne(one.address(), other.address()) ? Score.MENTIONED : Score.UNKNOWABLE;
                missed.merge(why, 1, Integer::sum);
                missedPairs.add(pair(why, one, other));
            }
        });
    }

    @FunctionalInterface
    private interface OfTwo {
        void accept(SeenSource one, SeenSource other);
    }

    private static void forPairs(List<SeenSource> sources, OfTwo action) {
        for (int i = 0; i < sources.size(); i++) {
            for (int j = i + 1; j < sources.size(); j++) {
                action.accept(sources.get(i), sources.get(j));
            }
        }
    }

    private Whose whose(SeenSource source) {
        return Objects.requireNonNull(truth.get(source.address()));
    }

    private Pair pair(String why, SeenSource one, SeenSource other) {
        return new Pair(
                why,
                side(one),
                side(other),
                Stream.of(one.lead(), other.lead()).distinct().toList(),
                shared(one.address(), other.address()));
    }

    private Pair.Side side(SeenSource source) {
        Address address = source.address();
        String account = switch (address.place()) {
            case Place.Telegram bot -> Long.toString(bot.bot());
            case Place.WhatsApp number -> number.phoneNumberId();
            case Place.Avito shop -> Long.toString(shop.user());
            case Place.Form form -> form.name();
            case Place.Pushed bot -> bot.channel() + (bot.account().isEmpty() ? "" : "/" + bot.account());
        };
        return new Pair.Side(
                source.id(),
                address.place().kind().label(),
                account,
                address.user(),
                whose(source).person());
    }

    private List<String> shared(Address one, Address other) {
        Set<Handle> theirs = handles.getOrDefault(other, Set.of());
        return handles.getOrDefault(one, Set.of()).stream()
                .filter(theirs::contains)
                .map(handle -> handle.kind().name().toLowerCase(Locale.ROOT)
                        + (handle.namespace().isEmpty() ? "" : ":" + handle.namespace())
                        + "=" + handle.value())
                .sorted()
                .toList();
    }
}
