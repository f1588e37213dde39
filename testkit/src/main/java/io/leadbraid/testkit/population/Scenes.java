package io.leadbraid.testkit.population;

import io.leadbraid.testkit.population.FormPen.Given;
import io.leadbraid.testkit.population.PushPen.Known;
import io.leadbraid.testkit.population.TelegramPen.Chat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What people do: by themselves anything at all, and in pairs what has gone wrong elsewhere. */
final class Scenes {

    private static final List<Integer> ADDRESSES = List.of(1, 1, 2, 2, 2, 3, 3, 4);

    private final Places places;
    private final Cast cast;
    private final Script script;
    private final Dice dice;
    private final Talk talk;
    private final TelegramPen telegram;
    private final FormPen forms;
    private final PushPen bots;
    private final List<Person> known = new ArrayList<>();

    Scenes(Places places, Cast cast, Script script, Dice dice) {
        this.places = places;
        this.cast = cast;
        this.script = script;
        this.dice = dice;
        this.talk = new Talk(dice);
        this.telegram = new TelegramPen(script, dice);
        this.forms = new FormPen(script, dice, talk);
        this.bots = new PushPen(script, dice, talk);
    }

    /** Somebody goes to some places and says something or other there. */
    void anybody() {
        visitSomePlaces(cast.person());
    }

    /** Two people of one name whose numbers, addresses and nicknames are nearly the same. */
    void lookAlikes() {
        Person person = cast.person();
        visitSomePlaces(person);
        visitSomePlaces(cast.lookAlikeOf(person));
    }

    /** The platforms vouch for two profiles, and then a form claims something of each: one person after all. */
    void twoProfilesOfOnePerson() {
        Person one = cast.person();
        Person other = cast.person(one.name());
        telegram.ownContact(new Chat(one, places.bots().getFirst(), ""), recently(), one.phone());
        if (dice.chance(50)) {
            telegram.ownContact(new Chat(other, places.bots().getLast(), other.username()), recently(), other.phone());
        } else {
            push(other, dice.one(places.pushed()), Optional.empty(), other.email(), List.of("email"));
        }
        boolean onTelegram = dice.chance(50);
        forms.submit(
                dice.one(places.forms()),
                new Given(
                        one.name(),
                        Optional.of(one.phone()),
                        Optional.of(other.email()),
                        Optional.of(other.username())),
                script.now(),
                talk.about(List.of()));
        if (onTelegram) {
            telegram.text(new Chat(one, places.bots().getLast(), ""), recently(), talk.about(known));
        }
    }

    /**
     * A username was given up and taken by somebody else, who then states it in a form. Until both have been seen with it,
     * a form that states it would rightly stand with the wrong one.
     */
    void usernameThatChangesHands() {
        Person former = cast.person();
        Person present = cast.person();
        Place.Telegram bot = dice.one(places.bots());
        Chat before = new Chat(former, bot, present.username());
        Chat after = new Chat(former, bot, former.username());
        Chat heir = new Chat(present, dice.one(places.bots()), present.username());
        Given given = new Given(
                present.name(), Optional.of(present.secondPhone()), Optional.empty(), Optional.of(present.username()));
        script.during(Act.OPENING, () -> {
            telegram.text(before, script.daysAgo(dice.number(40, 60)), talk.about(known));
            telegram.text(heir, recently(), talk.about(known));
        });
        telegram.text(after, recently(), talk.about(known));
        script.during(
                Act.CODA,
                () -> forms.submit(places.formIn(present.phone().region()), given, script.now(), talk.about(known)));
    }

    /** One nickname on three platforms: three people. */
    void oneNicknameOnManyPlatforms() {
        Person onTelegram = cast.person();
        telegram.text(
                new Chat(onTelegram, dice.one(places.bots()), onTelegram.username()), recently(), talk.about(known));
        for (Place.Pushed bot :
                List.of(places.pushed().getFirst(), places.pushed().getLast())) {
            push(cast.person(), bot, Optional.of(onTelegram.username()), "", List.of());
        }
    }

    void end() {
        bots.flush();
    }

    private void visitSomePlaces(Person person) {
        List<Place> choice = dice.shuffled(Stream.<Place>concat(
                        Stream.concat(places.bots().stream(), places.pushed().stream()),
                        Stream.of(places.formIn(person.phone().region()), dice.one(places.forms())))
                .distinct()
                .toList());
        choice.subList(0, dice.one(ADDRESSES)).forEach(place -> visit(person, place));
        known.add(person);
    }

    private void visit(Person person, Place place) {
        switch (place) {
            case Place.Telegram bot -> chat(person, bot);
            case Place.Form form -> fillIn(person, form);
            case Place.Pushed bot -> talkTo(person, bot);
        }
    }

    private void chat(Person person, Place.Telegram bot) {
        Chat chat = new Chat(person, bot, dice.chance(65) ? person.username() : "");
        if (dice.chance(5)) {
            Chat before = new Chat(person, bot, person.username() + "_before");
            telegram.text(before, script.daysAgo(dice.number(4, 30)), talk.about(known));
        }
        for (int messages = dice.number(1, 4); messages > 0; messages--) {
            int act = dice.number(0, 100);
            if (act < 15) {
                telegram.ownContact(chat, recently(), act < 3 ? person.secondPhone() : person.phone());
            } else if (act < 23 && !known.isEmpty()) {
                telegram.foreignContact(chat, recently(), dice.one(known));
            } else if (act < 30) {
                telegram.onlyPhone(chat, recently(), person.phone());
            } else if (act < 34) {
                telegram.onlyEmail(chat, recently(), person.email());
            } else {
                telegram.text(chat, recently(), talk.about(known));
            }
        }
    }

    private void fillIn(Person person, Place.Form form) {
        Given given = new Given(
                person.name(),
                perhaps(70, () -> dice.chance(15) ? person.secondPhone() : person.phone()),
                perhaps(50, () -> dice.chance(15) ? person.secondEmail() : person.email()),
                perhaps(30, person::username));
        for (int messages = dice.number(1, 3); messages > 0; messages--) {
            forms.submit(form, given, script.now(), talk.about(known));
        }
    }

    private void talkTo(Person person, Place.Pushed bot) {
        String user = places.userAt(bot, person);
        if (dice.chance(5)) {
            bots.pushOnlyPhone(bot, user, person.phone(), recently());
        }
        for (int messages = dice.number(1, 4); messages > 0; messages--) {
            Known told = new Known(
                    perhaps(60, person::phone),
                    perhaps(35, person::email),
                    perhaps(50, person::botNickname),
                    Stream.of("phone", "email", "nickname")
                            .filter(kind -> dice.chance(30))
                            .toList());
            bots.push(bot, user, person.name(), told, recently(), talk.about(known));
        }
    }

    private void push(Person person, Place.Pushed bot, Optional<String> nickname, String email, List<String> verified) {
        Optional<String> address = Optional.of(email).filter(text -> !text.isEmpty());
        bots.push(
                bot,
                places.userAt(bot, person),
                person.name(),
                new Known(Optional.empty(), address, nickname, verified),
                recently(),
                talk.about(known));
    }

    private <T> Optional<T> perhaps(int percent, Supplier<T> what) {
        return dice.chance(percent) ? Optional.of(what.get()) : Optional.empty();
    }

    private Instant recently() {
        return script.now().minusSeconds(dice.number(60, 3 * 24 * 60 * 60));
    }
}
