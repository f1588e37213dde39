package io.leadbraid.simulator.population;

import io.leadbraid.simulator.population.FormPen.Given;
import io.leadbraid.simulator.population.PushPen.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays the scenes. */
final class Scenes {

    private static final int DAYS = 60;
    private static final long DAY = 24 * 60 * 60;

    private final Parameters parameters;
    private final Places places;
    private final Cast cast;
    private final Script script;
    private final Dice dice;
    private final Visits visits;
    private final Weighted<Integer> channels;
    private final Weighted<Place.Kind> kinds = new Weighted<>();

    Scenes(Parameters parameters, Places places, Cast cast, Script script, Dice dice) {
        this.parameters = parameters;
        this.places = places;
        this.cast = cast;
        this.script = script;
        this.dice = dice;
        this.visits = new Visits(parameters, places, script, dice);
        this.channels = new Weighted<>();
        parameters.weights("channels").forEach((number, weight) -> channels.add(Integer.valueOf(number), weight));
        parameters
                .group("channel")
                .forEach((label, weight) ->
                        Place.Kind.ofLabel(label).filter(places::has).ifPresent(kind -> kinds.add(kind, weight)));
    }

    /** Where a channel that the scene needs is missing, anybody does anything. */
    void play(Scene scene) {
        script.begin(scene);
        switch (scene) {
            case ANYBODY -> anybody();
            case IMPATIENT -> impatient();
            case APART -> apart();
            case NAMESAKES -> namesakes();
            case NEAR_IDENTIFIERS -> nearIdentifiers();
            case TWO_PROFILES -> ifThere(this::twoProfiles, Place.Kind.TELEGRAM, Place.Kind.PUSH, Place.Kind.FORM);
            case USERNAME_CHANGES_HANDS -> ifThere(this::usernameChangesHands, Place.Kind.TELEGRAM, Place.Kind.FORM);
            case SAME_NICKNAME -> ifThere(this::sameNickname, Place.Kind.TELEGRAM, Place.Kind.PUSH);
            case RECYCLED_NUMBER -> ifThere(this::recycledNumber, Place.Kind.WHATSAPP);
            case NEW_NUMBER -> ifThere(this::newNumber, Place.Kind.WHATSAPP);
            case FAMILY_PHONE -> ifThere(this::familyPhone, Place.Kind.FORM);
            case OFFICE_PHONE -> ifThere(this::officePhone, Place.Kind.FORM);
        }
    }

    private void ifThere(Runnable scene, Place.Kind... needed) {
        if (places.has(needed)) {
            scene.run();
        } else {
            script.begin(Scene.ANYBODY);
            anybody();
        }
    }

    void end() {
        visits.bots().flush();
    }

    private void anybody() {
        Person person = cast.person();
        somewhere(person).forEach(place -> visits.visit(person, place, sometime(), visits.words(person)));
        visits.introduce(person);
    }

    private void impatient() {
        Person person = cast.person();
        Instant begin = sometime();
        String asked = visits.talk().opening(person);
        for (Place place : somewhere(person)) {
            Instant at = soonAfter(begin);
            visits.visit(person, place, at, Talk.plain(visits.talk().again(asked)));
        }
        visits.introduce(person);
    }

    private void apart() {
        Person person = cast.person();
        Instant begin = sometime();
        String asked = visits.talk().opening(person);
        somewhere(person)
                .forEach(place -> visits.visitSilently(
                        person,
                        place,
                        soonAfter(begin),
                        Talk.plain(visits.talk().again(asked))));
    }

    private void namesakes() {
        Person person = cast.person();
        Person other = cast.namesakeOf(person);
        String asked = visits.talk().opening(person);
        Instant begin = sometime();
        for (Person one : List.of(person, other)) {
            somewhere(one)
                    .forEach(place -> visits.visit(
                            one,
                            place,
                            soonAfter(begin),
                            Talk.plain(visits.talk().again(asked))));
            visits.introduce(one);
        }
    }

    private void nearIdentifiers() {
        Person person = cast.person();
        for (Person one : List.of(person, cast.lookAlikeOf(person))) {
            somewhere(one).forEach(place -> visits.visit(one, place, sometime(), visits.words(one)));
            visits.introduce(one);
        }
    }

    private void twoProfiles() {
        Person one = cast.person();
        Person other = cast.otherSelfOf(one);
        Place.Telegram bot = places.bots().getFirst();
        Place.Telegram otherBot = places.bots().getLast();
        visits.telegram().ownContact(visits.account(one, bot, false), recently(), one.phone());
        if (dice.chance(50)) {
            visits.telegram().ownContact(visits.account(other, otherBot, true), recently(), other.phone());
        } else {
            Known known = new Known(Optional.empty(), Optional.of(other.email()), Optional.empty(), List.of("email"));
            visits.bots()
                    .push(visits.account(other, dice.one(places.pushed())), known, recently(), visits.words(other));
        }
        boolean again = dice.chance(50);
        visits.forms()
                .submit(
                        dice.one(places.forms()),
                        new Given(
                                one,
                                Optional.of(one.phone()),
                                Optional.of(other.email()),
                                Optional.of(other.username())),
                        script.now(),
                        Talk.plain(visits.talk().opening(one)));
        if (again) {
            visits.telegram().text(visits.account(one, otherBot, false), recently(), visits.words(one));
        }
    }

    /**
     * Until both have been seen with the username, a form that states it would rightly stand with the wrong one.
     */
    private void usernameChangesHands() {
        Person former = cast.person();
        Person present = cast.person();
        Place.Telegram bot = dice.one(places.bots());
        TelegramPen.Account before = new TelegramPen.Account(former, bot, present.username());
        TelegramPen.Account after = new TelegramPen.Account(former, bot, former.username());
        TelegramPen.Account heir = new TelegramPen.Account(present, dice.one(places.bots()), present.username());
        Given given = new Given(
                present, Optional.of(present.secondPhone()), Optional.empty(), Optional.of(present.username()));
        script.during(Act.OPENING, () -> {
            visits.telegram().text(before, script.daysAgo(dice.number(40, 60)), visits.words(former));
            visits.telegram().text(heir, recently(), visits.words(present));
        });
        visits.telegram().text(after, recently(), visits.words(former));
        script.during(
                Act.CODA,
                () -> visits.forms()
                        .submit(places.formIn(present.phone().region()), given, script.now(), visits.words(present)));
    }

    private void sameNickname() {
        Person onTelegram = cast.person();
        visits.telegram()
                .text(
                        new TelegramPen.Account(onTelegram, dice.one(places.bots()), onTelegram.username()),
                        recently(),
                        visits.words(onTelegram));
        for (Place.Pushed bot :
                List.of(places.pushed().getFirst(), places.pushed().getLast())) {
            Person person = cast.person();
            Known known = new Known(Optional.empty(), Optional.empty(), Optional.of(onTelegram.username()), List.of());
            visits.bots().push(visits.account(person, bot), known, recently(), visits.words(person));
        }
    }

    private void recycledNumber() {
        Person former = cast.person();
        Person heir = cast.person().withPhone(former.phone());
        Place.WhatsApp number = places.numbers().getFirst();
        visits.whatsApp()
                .text(
                        shown(former, number, former.whatsapp()),
                        script.daysAgo(dice.number(400, 700)),
                        visits.words(former));
        visits.whatsApp().text(shown(heir, number, heir.whatsapp()), recently(), visits.words(heir));
    }

    private void newNumber() {
        Person before = cast.person();
        Person after = before.withPhone(before.secondPhone());
        Place.WhatsApp number = places.numbers().getFirst();
        WhatsAppPen.Account old = shown(before, number, before.whatsapp());
        WhatsAppPen.Account fresh = shown(after, number, before.whatsapp() + "2");
        Instant changed = script.daysAgo(dice.number(3, 20));
        visits.whatsApp().text(old, changed.minusSeconds(dice.number(1, 30) * DAY), visits.words(before));
        visits.whatsApp().newNumber(old, fresh, changed);
        if (dice.chance(80)) {
            visits.whatsApp().text(fresh, changed.plusSeconds(dice.number(600, 100_000)), visits.words(after));
        }
        if (dice.chance(50) && places.has(Place.Kind.FORM)) {
            Given given = new Given(after, Optional.of(after.phone()), Optional.empty(), Optional.empty());
            visits.forms().submit(places.formIn(after.phone().region()), given, recently(), visits.words(after));
        }
    }

    private static WhatsAppPen.Account shown(Person person, Place.WhatsApp number, String user) {
        return new WhatsAppPen.Account(
                person, number, user, person.phone(), false, person.name().given());
    }

    private void familyPhone() {
        Person first = cast.person();
        List<Person> family = new ArrayList<>(List.of(first, cast.relativeOf(first)));
        if (dice.chance(40)) {
            family.add(cast.relativeOf(first));
        }
        family.forEach(member -> giveNumber(member, first.phone(), Optional.empty()));
    }

    private void officePhone() {
        Person first = cast.person();
        Phone office = cast.phone(first.phone().region());
        giveNumber(first, office, Optional.of(first.secondEmail()));
        for (int more = dice.number(1, Math.max(2, parameters.number("office.people"))); more > 0; more--) {
            Person colleague = cast.person();
            giveNumber(colleague, office, Optional.of(colleague.secondEmail()));
        }
    }

    private void giveNumber(Person person, Phone shared, Optional<String> email) {
        Optional<String> username = dice.chance(50) ? Optional.of(person.username()) : Optional.empty();
        visits.forms()
                .submit(
                        places.formIn(shared.region()),
                        new Given(person, Optional.of(shared), email, username),
                        sometime(),
                        visits.words(person));
        if (places.has(Place.Kind.TELEGRAM)) {
            visits.telegram()
                    .text(
                            new TelegramPen.Account(person, dice.one(places.bots()), person.username()),
                            recently(),
                            visits.words(person));
        }
    }

    /** One place on each of one to four channels. */
    private List<Place> somewhere(Person person) {
        List<Place.Kind> chosen = new ArrayList<>();
        int number = Math.min(channels.pick(dice), kinds.size());
        while (chosen.size() < number) {
            Place.Kind kind = kinds.pick(dice);
            if (!chosen.contains(kind)) {
                chosen.add(kind);
            }
        }
        List<Place> there = new ArrayList<>();
        chosen.forEach(kind ->
                there.add(dice.one(List.copyOf(places.of(kind, person.phone().region())))));
        return there;
    }

    /** A Telegram username is stated in forms today, so its holder was seen with it not long ago. */
    private Instant recently() {
        return script.now().minusSeconds(dice.number(60, (int) (3 * DAY)));
    }

    private Instant sometime() {
        return script.now().minusSeconds(dice.number(3600, (int) (DAYS * DAY)));
    }

    private Instant soonAfter(Instant begin) {
        return begin.plusSeconds(dice.number(0, Math.max(1, parameters.number("burst.minutes")) * 60));
    }
}
