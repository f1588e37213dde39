package io.leadbraid.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Population population = Population.of(1, 0, 2000, NOW);
    private final Part whole = population.whole();

    @Test
    void comesOutTheSameForTheSameSeed() {
        Population again = Population.of(1, 0, 2000, NOW);

        assertThat(again).isEqualTo(population);
        assertThat(again.part().inTime()).isEqualTo(population.part().inTime());
    }

    @Test
    void hasNothingInCommonWithAPopulationOfAnotherBlock() {
        Population other = Population.of(1, 1, 2000, NOW);

        assertThat(other.places()).doesNotContainAnyElementsOf(population.places());
        assertThat(handles(other)).doesNotContainAnyElementsOf(handles(population));
    }

    @Test
    void sendsAFifthOfItsPostsAgain() {
        int distinct = new HashSet<>(whole.posts()).size();

        assertThat(whole.posts().size() - distinct).isBetween(distinct * 18 / 100, distinct * 22 / 100);
    }

    @Test
    void sendsInTimeAndSendsAgainSoonAfter() {
        List<Post> posts = population.part().inTime();
        Set<Post> sent = new HashSet<>();
        Instant latest = Instant.MIN;
        for (Post post : posts) {
            if (sent.add(post)) {
                assertThat(post.at()).isAfterOrEqualTo(latest);
                latest = post.at();
            }
        }

        assertThat(posts).containsExactlyInAnyOrderElementsOf(population.part().posts());
        assertThat(latest).isBeforeOrEqualTo(NOW);
    }

    @Test
    void knowsWhoseEachAddressIs() {
        assertThat(population.truth().keySet()).isEqualTo(whole.messages().keySet());
        assertThat(people(population.truth().values())).isBetween(1900, 2010);
    }

    @Test
    void holdsLookAlikesForAFifthOfItsPeople() {
        int alike = people(population.truth().values().stream()
                .filter(whose -> whose.scene().isOfLookAlikes())
                .toList());

        assertThat(alike).isGreaterThan(people(population.truth().values()) / 5);
    }

    @Test
    void writesOnOneToFourKindsOfChannels() {
        Map<Integer, Set<Place.Kind>> kinds = population.truth().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().person(),
                        Collectors.mapping(entry -> entry.getKey().place().kind(), Collectors.toSet())));
        Map<Integer, Long> sizes =
                kinds.values().stream().collect(Collectors.groupingBy(Set::size, Collectors.counting()));

        assertThat(sizes.keySet()).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(sizes.get(2))
                .isBetween(sizes.values().stream().mapToLong(Long::longValue).sum() * 30 / 100, 1000L);
    }

    @Test
    void drawsNamesAsFrequentlyAsTheyAre() {
        Dice dice = new Dice(3);
        NameBook chinese = new NameBook("zh");
        NameBook russian = new NameBook("ru");
        long wang = 0;
        long alexander = 0;
        for (int i = 0; i < 20_000; i++) {
            wang += chinese.draw(dice).surname().equals("王") ? 1 : 0;
            alexander += russian.draw(dice).given().equals("Александр") ? 1 : 0;
        }

        assertThat(wang).isBetween(1_400L, 2_100L);
        assertThat(alexander).isBetween(1_000L, 1_600L);
    }

    @Test
    void speaksTheLanguagesInTheirShares() {
        Cast cast = new Cast(Lot.of(0, 1), Parameters.defaults(), new Dice(5));
        Map<String, Long> languages = java.util.stream.Stream.generate(cast::person)
                .limit(5_000)
                .collect(Collectors.groupingBy(person -> person.name().language(), Collectors.counting()));

        assertThat(languages.get("ru")).isBetween(2_150L, 2_450L);
        assertThat(languages.get("de")).isBetween(900L, 1_100L);
        assertThat(languages.get("zh")).isBetween(430L, 570L);
    }

    @Test
    void leavesOutChannelsThatAreNotThere() {
        Population without = Population.of(new Population.Wish(
                Parameters.defaults(), 1, 0, 300, NOW, EnumSet.of(Place.Kind.TELEGRAM, Place.Kind.FORM), false));

        assertThat(without.whole().posts())
                .allMatch(post -> post instanceof Post.Update || post instanceof Post.Submission);
        assertThat(without.whole().tags().values())
                .allMatch(address -> address.place().kind() == Place.Kind.FORM);
    }

    @Test
    void countsEachMessageOnce() {
        long messages = whole.posts().stream()
                .distinct()
                .mapToLong(post -> post.messages().size())
                .sum();

        assertThat(whole.messages().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(messages);
        assertThat(whole.tags().size()).isBetween((int) messages * 8 / 10, (int) messages);
    }

    @Test
    void spellsANumberInManyWays() {
        Phone phone = new Phone(Region.BR, "98765432", "+5511998765432");

        assertThat(Region.BR.nationalSpellings(phone.subscriber())).contains("(11) 99876-5432", "(11) 9876-5432");
        assertThat(Region.BR.internationalSpellings(phone.subscriber())).contains("+55 (11) 99876-5432");
        assertThat(Region.BR.nearTo(phone).e164()).isEqualTo("+5511998765433");
    }

    private static int people(Collection<Whose> addresses) {
        return (int) addresses.stream().map(Whose::person).distinct().count();
    }

    private static Set<Handle> handles(Population population) {
        return population.whole().claims().stream().map(Claim::handle).collect(Collectors.toSet());
    }
}
