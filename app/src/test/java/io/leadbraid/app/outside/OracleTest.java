package io.leadbraid.app.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Claim;
import io.leadbraid.simulator.population.Handle;
import io.leadbraid.simulator.population.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OracleTest {

    private static final Place BOT = new Place.Telegram(1);
    private static final Place OTHER_BOT = new Place.Telegram(2);
    private static final Place VIBER = new Place.Pushed("viber", "");

    private final Address annaOnTelegram = new Address(BOT, "7");
    private final Address annaWithTheOtherBot = new Address(OTHER_BOT, "7");
    private final Address annaOnViber = new Address(VIBER, "a");
    private final Address annaInTheForm = new Address(new Place.Form("landing", "DE"), "anna");
    private final Address brunoOnTelegram = new Address(BOT, "8");
    private final Address brunoOnViber = new Address(VIBER, "b");

    private final Handle phone = new Handle(Handle.Kind.PHONE, "", "+4915112345678");
    private final Handle email = new Handle(Handle.Kind.EMAIL, "", "anna@example.com");
    private final Handle nickname = new Handle(Handle.Kind.NICKNAME, "telegram", "anna");

    @Test
    void leavesThoseAloneWhoShareNothing() {
        assertThat(people(List.of(), annaOnTelegram, brunoOnTelegram))
                .isEqualTo(Set.of(Set.of(annaOnTelegram), Set.of(brunoOnTelegram)));
    }

    @Test
    void followsSharedHandlesFromOneToTheNext() {
        List<Claim> claims = List.of(
                new Claim(annaOnTelegram, phone, true, 0),
                new Claim(annaInTheForm, phone, false, 0),
                new Claim(annaInTheForm, email, false, 0),
                new Claim(annaOnViber, email, true, 0));

        assertThat(people(claims, annaOnTelegram, annaInTheForm, annaOnViber, brunoOnViber))
                .isEqualTo(Set.of(Set.of(annaOnTelegram, annaInTheForm, annaOnViber), Set.of(brunoOnViber)));
    }

    @Test
    void takesAStatedNicknameForTheUserWhoHadItNearestToThatDay() {
        List<Claim> claims = List.of(
                new Claim(brunoOnTelegram, nickname, true, 10),
                new Claim(annaOnTelegram, nickname, true, 60),
                new Claim(annaInTheForm, nickname, false, 62));

        assertThat(people(claims, brunoOnTelegram, annaOnTelegram, annaInTheForm))
                .isEqualTo(Set.of(Set.of(annaOnTelegram, annaInTheForm), Set.of(brunoOnTelegram)));
    }

    @Test
    void refusesAPopulationThatNobodyCanJudge() {
        List<Claim> claims = List.of(
                new Claim(brunoOnTelegram, nickname, true, 10),
                new Claim(annaOnTelegram, nickname, true, 12),
                new Claim(annaInTheForm, nickname, false, 11));

        assertThatIllegalStateException().isThrownBy(() -> people(claims, annaOnTelegram, annaInTheForm));
    }

    @Test
    void knowsTelegramUsersOverAllBots() {
        List<Claim> claims = List.of(
                new Claim(annaOnTelegram, nickname, true, 1),
                new Claim(annaWithTheOtherBot, nickname, true, 1),
                new Claim(brunoOnTelegram, nickname, true, 1));

        assertThat(people(claims, annaOnTelegram, annaWithTheOtherBot, brunoOnTelegram))
                .isEqualTo(Set.of(Set.of(annaOnTelegram, annaWithTheOtherBot), Set.of(brunoOnTelegram)));
    }

    @Test
    void takesThoseForOneWhoStateANicknameThatNobodyIsKnownToHave() {
        Handle onViber = new Handle(Handle.Kind.NICKNAME, "viber", "anna");
        List<Claim> claims =
                List.of(new Claim(annaOnViber, onViber, false, 1), new Claim(brunoOnViber, onViber, false, 99));

        assertThat(people(claims, annaOnViber, brunoOnViber)).isEqualTo(Set.of(Set.of(annaOnViber, brunoOnViber)));
    }

    @Test
    void knowsNobodyByStatingWhatTooManyAccountsHave() {
        List<Claim> claims = new ArrayList<>(List.of(
                new Claim(annaOnViber, phone, true, 1),
                new Claim(annaOnTelegram, phone, true, 1),
                new Claim(annaInTheForm, phone, false, 1)));
        List<Address> strangers =
                IntStream.range(0, 9).mapToObj(i -> new Address(BOT, "9" + i)).toList();
        strangers.forEach(stranger -> claims.add(new Claim(stranger, phone, false, 1)));
        List<Address> all = Stream.concat(Stream.of(annaOnViber, annaOnTelegram, annaInTheForm), strangers.stream())
                .toList();
        Stream.concat(Stream.of(annaOnViber, annaOnTelegram), strangers.stream())
                .forEach(one -> claims.add(new Claim(
                        one, new Handle(Handle.Kind.ID, one.place().kind().label(), one.user()), true, 1)));

        Set<Set<Address>> alone = all.stream().map(Set::of).collect(Collectors.toSet());
        alone.removeAll(Set.of(Set.of(annaOnViber), Set.of(annaOnTelegram)));
        alone.add(Set.of(annaOnViber, annaOnTelegram));
        assertThat(Oracle.people(all, claims)).isEqualTo(alone);

        all = all.subList(0, all.size() - 1);
        claims.removeIf(claim -> claim.by().equals(strangers.getLast()));
        assertThat(Oracle.people(all, claims)).isEqualTo(Set.of(Set.copyOf(all)));
    }

    private static Set<Set<Address>> people(List<Claim> claims, Address... addresses) {
        return Oracle.people(List.of(addresses), claims);
    }
}
