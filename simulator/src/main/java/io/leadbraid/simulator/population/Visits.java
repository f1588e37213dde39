package io.leadbraid.simulator.population;

import io.leadbraid.simulator.population.FormPen.Given;
import io.leadbraid.simulator.population.PushPen.Known;
import io.leadbraid.simulator.population.Talk.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What one person does at one place. */
final class Visits {

    private final Parameters parameters;
    private final Places places;
    private final Script script;
    private final Dice dice;
    private final Talk talk;
    private final TelegramPen telegram;
    private final WhatsAppPen whatsApp;
    private final AvitoPen avito;
    private final FormPen forms;
    private final PushPen bots;
    private final List<Person> known = new ArrayList<>();

    Visits(Parameters parameters, Places places, Script script, Dice dice) {
        this.parameters = parameters;
        this.places = places;
        this.script = script;
        this.dice = dice;
        this.talk = new Talk(parameters, dice);
        this.telegram = new TelegramPen(script, dice);
        this.whatsApp = new WhatsAppPen(script);
        this.avito = new AvitoPen(script, dice);
        this.forms = new FormPen(script, parameters, dice, talk);
        this.bots = new PushPen(script, dice, talk);
    }

    TelegramPen telegram() {
        return telegram;
    }

    WhatsAppPen whatsApp() {
        return whatsApp;
    }

    FormPen forms() {
        return forms;
    }

    PushPen bots() {
        return bots;
    }

    Talk talk() {
        return talk;
    }

    /** Others may name him from now on. */
    void introduce(Person person) {
        known.add(person);
    }

    Words words(Person person) {
        return talk.about(person, known);
    }

    /** Comes, tells of himself as people do, and perhaps writes more. */
    void visit(Person person, Place place, Instant at, Words first) {
        switch (place) {
            case Place.Telegram bot -> chat(person, bot, at, first);
            case Place.WhatsApp number -> message(person, number, at, first);
            case Place.Avito shop -> askAbout(person, shop, at, first);
            case Place.Form form -> fillIn(person, form, at, first);
            case Place.Pushed bot -> talkTo(person, bot, at, first);
        }
    }

    /** Comes and tells nothing of himself. */
    void visitSilently(Person person, Place place, Instant at, Words words) {
        switch (place) {
            case Place.Telegram bot -> telegram.text(account(person, bot, false), at, words);
            case Place.WhatsApp number -> whatsApp.text(account(person, number), at, words);
            case Place.Avito shop -> avito.text(new AvitoPen.Account(person, shop, avito.anyItem()), at, words);
            case Place.Form form -> forms.submit(form, Given.onlyName(person), at, words);
            case Place.Pushed bot -> bots.push(account(person, bot), Known.NOTHING, at, words);
        }
    }

    TelegramPen.Account account(Person person, Place.Telegram bot, boolean named) {
        return new TelegramPen.Account(
                person, bot, named ? person.username() : "", person.name().shown(dice, parameters));
    }

    WhatsAppPen.Account account(Person person, Place.WhatsApp number) {
        return new WhatsAppPen.Account(
                person,
                number,
                person.whatsapp(),
                person.phone(),
                dice.chance(parameters.percent("whatsapp.hides-number")),
                person.name().shown(dice, parameters));
    }

    PushPen.Account account(Person person, Place.Pushed bot) {
        return new PushPen.Account(person, bot, places.userAt(bot, person));
    }

    private void chat(Person person, Place.Telegram bot, Instant at, Words first) {
        TelegramPen.Account account = account(person, bot, chance("telegram.username"));
        if (chance("telegram.new-username")) {
            TelegramPen.Account before = new TelegramPen.Account(
                    person, bot, person.username() + "_before", person.name().given());
            telegram.text(before, at.minusSeconds(dice.number(4, 30) * 86_400L), words(person));
        }
        telegram.text(account, at, first);
        Instant then = at;
        for (int more = dice.number(0, 4); more > 0; more--) {
            then = later(then);
            act(person, account, then);
        }
    }

    private void act(Person person, TelegramPen.Account account, Instant at) {
        if (chance("telegram.own-contact")) {
            telegram.ownContact(account, at, perhapsSecondPhone(person));
        } else if (chance("telegram.foreign-contact") && !known.isEmpty()) {
            telegram.foreignContact(account, at, dice.one(known));
        } else if (chance("telegram.only-phone")) {
            telegram.onlyPhone(account, at, person.phone());
        } else if (chance("telegram.only-email")) {
            telegram.onlyEmail(account, at, person.email());
        } else {
            telegram.text(account, at, words(person));
        }
    }

    private void message(Person person, Place.WhatsApp number, Instant at, Words first) {
        WhatsAppPen.Account account = account(person, number);
        whatsApp.text(account, at, first);
        Instant then = at;
        for (int more = dice.number(0, 3); more > 0; more--) {
            then = later(then);
            whatsApp.text(account, then, words(person));
        }
    }

    private void askAbout(Person person, Place.Avito shop, Instant at, Words first) {
        AvitoPen.Account account = new AvitoPen.Account(person, shop, avito.anyItem());
        avito.text(account, at, first);
        Instant then = at;
        for (int more = dice.number(0, 3); more > 0; more--) {
            then = later(then);
            if (chance("avito.only-phone")) {
                avito.onlyPhone(account, then, person.phone());
            } else {
                avito.text(account, then, words(person));
            }
        }
    }

    private void fillIn(Person person, Place.Form form, Instant at, Words first) {
        Given given = new Given(
                person,
                perhaps("form.phone", () -> perhapsSecondPhone(person)),
                perhaps("form.email", () -> chance("second") ? person.secondEmail() : person.email()),
                perhaps("form.telegram", person::username));
        forms.submit(form, given, at, first);
        for (int more = dice.number(0, 2); more > 0; more--) {
            forms.submit(form, given, later(at), words(person));
        }
    }

    private void talkTo(Person person, Place.Pushed bot, Instant at, Words first) {
        PushPen.Account account = account(person, bot);
        bots.push(account, told(person), at, first);
        Instant then = at;
        if (chance("push.only-phone")) {
            then = later(then);
            bots.pushOnlyPhone(account, person.phone(), then);
        }
        for (int more = dice.number(0, 3); more > 0; more--) {
            then = later(then);
            bots.push(account, told(person), then, words(person));
        }
    }

    private Known told(Person person) {
        return new Known(
                perhaps("push.phone", person::phone),
                perhaps("push.email", person::email),
                perhaps("push.nickname", person::botNickname),
                Stream.of("phone", "email", "nickname")
                        .filter(kind -> chance("push.verified"))
                        .toList());
    }

    private Phone perhapsSecondPhone(Person person) {
        return chance("second") ? person.secondPhone() : person.phone();
    }

    private <T> Optional<T> perhaps(String name, Supplier<T> what) {
        return chance(name) ? Optional.of(what.get()) : Optional.empty();
    }

    private boolean chance(String name) {
        return dice.chance(parameters.percent(name));
    }

    /** Some minutes later, and not in the future. */
    private Instant later(Instant at) {
        Instant then = at.plusSeconds(dice.number(20, 1200));
        return then.isAfter(script.now()) ? script.now() : then;
    }
}
