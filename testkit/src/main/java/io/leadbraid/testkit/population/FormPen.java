package io.leadbraid.testkit.population;

import io.leadbraid.testkit.population.Script.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fills in web forms. */
final class FormPen {

    private static final List<String> NAME = List.of("name", "Name", "Имя");
    private static final List<String> PHONE = List.of("phone", "Phone", "Telefon", "tel", "Телефон");
    private static final List<String> EMAIL = List.of("email", "E-Mail", "Email");
    private static final List<String> TELEGRAM = List.of("telegram", "Telegram");
    private static final List<String> MESSAGE = List.of("message", "Nachricht", "comment", "Сообщение");
    private static final int BY_SCRIPT = 30;

    private final Script script;
    private final Dice dice;
    private final Talk talk;

    FormPen(Script script, Dice dice, Talk talk) {
        this.script = script;
        this.dice = dice;
        this.talk = talk;
    }

    /** What somebody gives away; empty where he does not. */
    record Given(String name, Optional<Phone> phone, Optional<String> email, Optional<String> username) {

        boolean isAnonymous() {
            return phone.isEmpty() && email.isEmpty() && username.isEmpty();
        }

        private List<Handle> handles() {
            List<Handle> handles = new ArrayList<>();
            phone.map(Handle::phone).ifPresent(handles::add);
            email.map(Handle::email).ifPresent(handles::add);
            username.map(nickname -> Handle.nickname("telegram", nickname)).ifPresent(handles::add);
            return handles;
        }

        /** A form knows people only by what they type: the same again is the same person. */
        private Address address(Place.Form form) {
            return new Address(
                    form,
                    name.toLowerCase(Locale.ROOT)
                            + handles().stream().map(Handle::value).collect(Collectors.joining("|", "|", "")));
        }
    }

    /** Somebody who gave nothing away is another one each time. */
    void submit(Place.Form form, Given given, Instant now, String words) {
        Address address = given.address(form);
        Line line = script.line(address, words);
        Written written = given.isAnonymous()
                ? new Written(new Address(form, line.text()), line.message().tag())
                : line.message();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(dice.one(NAME), written(given.name()));
        given.phone().ifPresent(phone -> fields.put(dice.one(PHONE), spelled(phone, form)));
        given.email().ifPresent(email -> fields.put(dice.one(EMAIL), talk.inAnyCase(email)));
        given.username().ifPresent(username -> fields.put(dice.one(TELEGRAM), nickname(username)));
        fields.put(dice.one(MESSAGE), line.text());
        script.send(new Post.Submission(form, written, fields, dice.chance(BY_SCRIPT)));
        given.handles().forEach(handle -> script.claim(address, handle, false, now));
    }

    private String spelled(Phone phone, Place.Form form) {
        return phone.region().name().equals(form.region()) ? phone.atHome(dice) : phone.abroad(dice);
    }

    private String written(String name) {
        return dice.chance(30) ? " " + talk.inAnyCase(name).replace(" ", "  ") : name;
    }

    private String nickname(String username) {
        return dice.one(List.of(
                username,
                "@" + username,
                "@" + username.toUpperCase(Locale.ROOT),
                "t.me/" + username,
                "https://t.me/" + username));
    }
}
