package io.leadbraid.app.demo;

import io.leadbraid.simulator.population.Place;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Three impatient clients. What is printed behind each step was read back over the API. */
public final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Place.Pushed INSTAGRAM = new Place.Pushed("instagram", "");

    private final Stage stage;
    private final RandomGenerator random;
    private int told;

    public Story(Stage stage, RandomGenerator random) {
        this.stage = stage;
        this.random = random;
    }

    /** @return whether each client ended as one lead with all sources */
    public boolean tell(PrintStream out) {
        out.println();
        out.println("Three impatient clients:");
        boolean anna = anna(out);
        boolean bruno = bruno(out);
        boolean olga = olga(out);
        return anna && bruno && olga;
    }

    /** A nickname on Telegram, the nickname and a phone in the form, the phone on WhatsApp. */
    private boolean anna(PrintStream out) {
        String nickname = "anna_" + digits(5);
        String local = digits(8);
        Client anna = client("Anna", nickname, "49151" + local);
        Supplier<Optional<JsonNode>> lead = onTelegram(anna);
        stage.send(anna.onTelegram(Stage.BOT, "Is the flat still free?"));
        step(out, "Anna writes on Telegram as @" + nickname, lead, 1);
        stage.send(Client.inForm(
                Stage.FORM,
                fields(
                        "Name",
                        "Anna Berg",
                        "Telefon",
                        "0151 " + local,
                        "Telegram",
                        "@" + nickname,
                        "Nachricht",
                        "Hallo?")));
        step(out, "She fills in the web form, in German, with 0151 " + local, lead, 2);
        stage.send(anna.onWhatsApp(Stage.NUMBER, "I asked on Telegram and on your site, anybody there?"));
        return step(out, "She writes on WhatsApp from +49 151 " + local, lead, 3);
    }

    /** Avito tells no name and no number, until he types his number and nothing else. */
    private boolean bruno(PrintStream out) {
        String local = digits(7);
        Client bruno = client("Bruno", "", "49160" + local);
        Supplier<Optional<JsonNode>> lead = () -> stage.leadFor("+49160" + local);
        stage.send(Client.inForm(
                Stage.FORM, fields("name", "Bruno", "phone", "(0160) " + local, "message", "Call me back please")));
        step(out, "Bruno fills in the web form with (0160) " + local, lead, 1);
        stage.send(bruno.onAvito(Stage.SHOP, "Is the bicycle still there?"));
        step(
                out,
                "Somebody asks on Avito, without name or number",
                () -> stage.leadOf("avito", Long.toString(Stage.SHOP.user()), Long.toString(bruno.avito())),
                1);
        stage.send(bruno.onAvito(Stage.SHOP, "+49 160 " + local));
        return step(out, "He types his number there: +49 160 " + local, lead, 2);
    }

    /** Telegram without a nickname; the shared contact proves the number. */
    private boolean olga(PrintStream out) {
        String local = digits(7);
        Client olga = client("Ольга", "", "7916" + local);
        Supplier<Optional<JsonNode>> lead = onTelegram(olga);
        stage.send(Client.throughBot(
                INSTAGRAM,
                Map.of(
                        "externalUserId", "insta-" + local,
                        "nickname", "olga.shop" + local,
                        "text", "мой номер 8 916 " + local,
                        "phone", "8 916 " + local,
                        "region", "RU")));
        stage.send(olga.onTelegram(Stage.BOT, "Здравствуйте"));
        step(out, "Ольга writes on Telegram, without a nickname", lead, 1);
        stage.send(olga.sharesNumber(Stage.BOT));
        return step(out, "She shares her number, known from Instagram as 8 916 " + local, lead, 2);
    }

    private Supplier<Optional<JsonNode>> onTelegram(Client client) {
        return () -> stage.leadOf("telegram", Long.toString(Stage.BOT.bot()), Long.toString(client.telegram()));
    }

    /** Waits until the lead has that many sources, or patience ends; prints what it really has. */
    private boolean step(PrintStream out, String what, Supplier<Optional<JsonNode>> lead, int sources) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<JsonNode> seen = lead.get();
        while (seen.map(Story::sources).orElse(0) < sources && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            seen = lead.get();
        }
        told++;
        out.printf(
                Locale.ROOT,
                "%2d. %-64s %s%n",
                told,
                what,
                seen.map(Story::described).orElse("no lead yet"));
        return seen.map(Story::sources).orElse(0) == sources;
    }

    private static int sources(JsonNode lead) {
        return lead.get("sources").size();
    }

    private static String described(JsonNode lead) {
        String channels = StreamSupport.stream(lead.get("sources").spliterator(), false)
                .map(source -> source.get("channel").asString())
                .collect(Collectors.joining(", "));
        return "lead " + lead.get("id").asString().substring(0, 8) + ": " + channels;
    }

    private Client client(String name, String username, String number) {
        long id = Long.parseLong(digits(9));
        return new Client(name, id, username, number, id + 1);
    }

    private String digits(int count) {
        long lowest = (long) Math.pow(10, count - 1);
        return Long.toString(random.nextLong(lowest, lowest * 10));
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
