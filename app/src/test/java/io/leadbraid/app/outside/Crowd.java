package io.leadbraid.app.outside;

import io.leadbraid.testkit.population.Place;
import io.leadbraid.testkit.population.Population;
import io.leadbraid.testkit.population.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A population at the product's doors: our accounts on its channels are set up, and its posts can be sent. */
final class Crowd {

    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final Population population;
    private final Map<Place, Door> doors;
    private final boolean marked;

    /** @param secret empty where posts need none */
    private record Door(String channelId, String secret) {}

    private Crowd(Population population, Map<Place, Door> doors, boolean marked) {
        this.population = population;
        this.doors = doors;
        this.marked = marked;
    }

    static Crowd at(Outside outside, Population population) throws IOException {
        Map<Place, Door> doors = new HashMap<>();
        for (Place place : population.places()) {
            switch (place) {
                case Place.Telegram bot -> doors.put(bot, open(outside, bot));
                case Place.Form form -> doors.put(form, open(outside, form));
                case Place.Pushed bot -> {}
            }
        }
        return new Crowd(population, doors, false);
    }

    /**
     * The same, but each form is sent with an idempotency key. Without one a repeat is known by its content, for some
     * minutes, and not across a restart.
     */
    Crowd withMarkedForms() {
        return new Crowd(population, doors, true);
    }

    private static Door open(Outside outside, Place.Telegram bot) throws IOException {
        JsonNode channel = outside.call(
                        "POST",
                        "/api/v1/channels",
                        Map.of(
                                "kind",
                                "telegram",
                                "name",
                                "bot " + bot.bot(),
                                "settings",
                                Map.of("botToken", bot.bot() + ":outside-tests")))
                .expected();
        return new Door(
                channel.get("id").asString(),
                channel.get("settings").get("secretToken").asString());
    }

    private static Door open(Outside outside, Place.Form form) throws IOException {
        JsonNode channel = outside.call(
                        "POST",
                        "/api/v1/channels",
                        Map.of("kind", "form", "name", form.name(), "settings", Map.of("defaultRegion", form.region())))
                .expected();
        return new Door(channel.get("id").asString(), "");
    }

    Population population() {
        return population;
    }

    /** @throws IOException when there is no answer, so that nobody knows whether it was taken */
    Answer send(Outside outside, Post post) throws IOException {
        return switch (post) {
            case Post.Update update ->
                outside.post(
                        "/hooks/telegram/" + door(update.place()).channelId(),
                        Outside.JSON_TYPE,
                        outside.bytes(update.body()),
                        SECRET,
                        door(update.place()).secret());
            case Post.Submission submission ->
                outside.post(
                        "/hooks/forms/" + door(submission.place()).channelId(),
                        submission.asJson() ? Outside.JSON_TYPE : Outside.FORM_TYPE,
                        submission.asJson()
                                ? outside.bytes(submission.fields())
                                : Outside.encoded(submission.fields()).getBytes(StandardCharsets.UTF_8),
                        marked ? key(submission.message().tag()) : new String[0]);
            case Post.Push push ->
                outside.call(
                        "POST",
                        "/api/v1/inbound",
                        push.contacts().size() == 1 ? push.contacts().getFirst() : push.contacts(),
                        key(push.idempotencyKey()));
        };
    }

    /** Where a source of the API belongs, if it is one of this population's places. */
    Optional<Place> placeOf(JsonNode source) {
        String account = source.get("account").asString();
        return population.places().stream()
                .filter(place -> switch (place) {
                    case Place.Telegram bot ->
                        source.get("channel").asString().equals("telegram") && account.equals(Long.toString(bot.bot()));
                    case Place.Form form ->
                        source.get("channel").asString().equals("form")
                                && account.equals(door(form).channelId());
                    case Place.Pushed bot ->
                        source.get("channel").asString().equals(bot.channel()) && account.equals(bot.account());
                })
                .findFirst();
    }

    private static String[] key(Optional<String> key) {
        return key.map(given -> new String[] {"Idempotency-Key", given}).orElse(new String[0]);
    }

    private Door door(Place place) {
        return Optional.ofNullable(doors.get(place)).orElseThrow();
    }
}
