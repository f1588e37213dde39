package io.leadbraid.testkit.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Population population = Population.of(1, 0, 500, NOW);
    private final Part whole = population.whole();

    @Test
    void comesOutTheSameForTheSameSeed() {
        assertThat(Population.of(1, 0, 500, NOW)).isEqualTo(population);
    }

    @Test
    void hasNothingInCommonWithAPopulationOfAnotherBlock() {
        Population other = Population.of(1, 1, 500, NOW);

        assertThat(other.places()).doesNotContainAnyElementsOf(population.places());
        assertThat(handles(other)).doesNotContainAnyElementsOf(handles(population));
    }

    @Test
    void sendsAFifthOfItsPostsAgain() {
        int distinct = new HashSet<>(whole.posts()).size();

        assertThat(whole.posts().size() - distinct).isBetween(distinct * 16 / 100, distinct * 24 / 100);
    }

    @Test
    void holdsPeopleOfOneAddressAndOfMany() {
        List<Integer> sizes = whole.people().stream().map(Set::size).toList();

        assertThat(sizes).contains(1, 2, 3, 4).hasSizeGreaterThan(400);
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

    private static Set<Handle> handles(Population population) {
        return population.whole().claims().stream().map(Claim::handle).collect(Collectors.toSet());
    }
}
