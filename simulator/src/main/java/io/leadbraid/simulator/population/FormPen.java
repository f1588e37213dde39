package io.leadbraid.simulator.population;

import io.leadbraid.simulator.population.Script.Line;
import io.leadbraid.simulator.population.Talk.Words;
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

    private static final List<String> NAME = List.of("name", "Name", "Имя", "姓名");
    private static final List<String> PHONE = List.of("phone", "Phone", "Telefon", "tel", "Телефон", "电话");
    private static final List<String> EMAIL = List.of("email", "E-Mail", "Email", "邮箱");
    private static final List<String> TELEGRAM = List.of("telegram", "Telegram");
    private static final List<String> MESSAGE = List.of("message", "Nachricht", "comment", "Сообщение", "留言");

    private final Script script;
    private final Parameters parameters;
    private final Dice dice;
    private final Talk talk;
    private int transactions;

    FormPen(Script script, Parameters parameters, Dice dice, Talk talk) {
        this.script = script;
        this.parameters = parameters;
        this.dice = dice;
        this.talk = talk;
    }

    /** What somebody gives away; empty where he does not. */
    record Given(Person person, Optional<Phone> phone, Optional<String> email, Optional<String> username) {

        static Given onlyName(Person person) {
            return new Given(person, Optional.empty(), Optional.empty(), Optional.empty());
        }

        boolean isAnonymous() {
            return phone.isEmpty() && email.isEmpty() && username.isEmpty();
        }

        private String name() {
            return person.name().full();
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
                    Name.folded(name())
                            + handles().stream().map(Handle::value).collect(Collectors.joining("|", "|", "")));
        }
    }

    /**
     * Somebody who gave nothing away is another one each time. A form tells no time, so what it says is said now.
     *
     * @param at when it is sent, among the other posts
     */
    void submit(Place.Form form, Given given, Instant at, Words words) {
        Address known = given.address(form);
        Line line = script.line(known, words.text());
        Address address = given.isAnonymous() ? new Address(form, line.text()) : known;
        Map<String, String> fields = dice.chance(parameters.percent("form.tilda"))
                ? asTilda(given, form, line.text())
                : plain(given, form, line.text());
        boolean asJson = !fields.containsKey("tranid") && dice.chance(parameters.percent("form.script"));
        script.owner(address, given.person());
        script.send(
                new Post.Submission(form, new Written(address, line.message().tag()), fields, asJson, at));
        given.handles().forEach(handle -> script.claim(address, handle, false, script.now()));
        script.mention(address, words.own(), script.now());
    }

    private Map<String, String> plain(Given given, Place.Form form, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(dice.one(NAME), written(given.name()));
        given.phone().ifPresent(phone -> fields.put(dice.one(PHONE), spelled(phone, form)));
        given.email().ifPresent(email -> fields.put(dice.one(EMAIL), talk.inAnyCase(email)));
        given.username().ifPresent(username -> fields.put(dice.one(TELEGRAM), nickname(username)));
        fields.put(dice.one(MESSAGE), text);
        return fields;
    }

    /** https://help-ru.tilda.cc/forms/webhook: a repeat has the same tranid. */
    private Map<String, String> asTilda(Given given, Place.Form form, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Name", written(given.name()));
        given.phone().ifPresent(phone -> fields.put("Phone", spelled(phone, form)));
        given.email().ifPresent(email -> fields.put("Email", talk.inAnyCase(email)));
        given.username().ifPresent(username -> fields.put("telegram", nickname(username)));
        fields.put("Textarea", text);
        fields.put("tranid", "84512:" + script.name() + Cast.letters(transactions++));
        fields.put("formid", "form651204811");
        return fields;
    }

    private String spelled(Phone phone, Place.Form form) {
        return phone.inField(
                phone.region().name().equals(form.region()) ? phone.atHome(dice) : phone.abroad(dice), dice);
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
