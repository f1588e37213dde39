package io.leadbraid.simulator.sending;

import io.leadbraid.simulator.population.Place;
import io.leadbraid.simulator.population.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Our accounts on the product's channels, set up so that posts can be sent to them. */
public final class Doors {

    private static final String CHANNELS = "/api/v1/channels";
    private static final String JSON_TYPE = "application/json";
    private static final String FORM_TYPE = "application/x-www-form-urlencoded; charset=UTF-8";

    private final Map<Place, Door> doors;

    /** @param secret empty where posts need none */
    private record Door(String channelId, String secret) {}

    private record Setup(String name, Map<String, String> settings) {}

    private Doors(Map<Place, Door> doors) {
        this.doors = Map.copyOf(doors);
    }

    /**
     * Sets up what is not there yet. The secrets of a simulated channel follow from the API key and the channel's name, so a
     * later run with the same key finds its channels again.
     *
     * @throws Refusal when the product will not have them
     */
    public static Doors open(Instance instance, Collection<Place> places) throws IOException {
        Map<String, String> existing = new HashMap<>();
        for (JsonNode channel : instance.all(CHANNELS)) {
            existing.put(
                    channel.path("kind").asString() + " " + channel.path("name").asString(),
                    channel.path("id").asString());
        }
        Map<Place, Door> doors = new HashMap<>();
        for (Place place : places) {
            Optional<Setup> wanted = setup(instance, place);
            if (wanted.isPresent()) {
                doors.put(place, open(instance, place, wanted.get(), existing));
            }
        }
        return new Doors(doors);
    }

    private static Door open(Instance instance, Place place, Setup setup, Map<String, String> existing)
            throws IOException {
        String kind = place.kind().label();
        String known = existing.get(kind + " " + setup.name());
        String id = known != null
                ? known
                : instance.call(
                                "POST",
                                CHANNELS,
                                Map.of("kind", kind, "name", setup.name(), "settings", setup.settings()))
                        .path("id")
                        .asString();
        return new Door(id, instance.secretFor(setup.name()));
    }

    /** Empty for a place that needs no channel. */
    private static Optional<Setup> setup(Instance instance, Place place) {
        return switch (place) {
            case Place.Telegram bot -> {
                String name = "simulated bot " + bot.bot();
                yield Optional.of(new Setup(
                        name, Map.of("botToken", bot.bot() + ":simulated", "secretToken", instance.secretFor(name))));
            }
            case Place.WhatsApp number -> {
                String name = "simulated number " + number.phoneNumberId();
                yield Optional.of(new Setup(
                        name, Map.of("phoneNumberId", number.phoneNumberId(), "appSecret", instance.secretFor(name))));
            }
            case Place.Avito shop -> {
                String name = "simulated shop " + shop.user();
                yield Optional.of(new Setup(
                        name, Map.of("userId", Long.toString(shop.user()), "pathSecret", instance.secretFor(name))));
            }
            case Place.Form form ->
                Optional.of(new Setup("simulated " + form.name(), Map.of("defaultRegion", form.region())));
            case Place.Pushed bot -> Optional.empty();
        };
    }

    /** Removes the channels; their leads stay. */
    public void close(Instance instance) throws IOException {
        for (Door door : doors.values()) {
            instance.delete(CHANNELS + "/" + door.channelId());
        }
    }

    public Parcel parcel(Post post) {
        return switch (post) {
            case Post.Update update ->
                new Parcel(
                        "/hooks/telegram/" + door(update.place()).channelId(),
                        JSON_TYPE,
                        Map.of(
                                "X-Telegram-Bot-Api-Secret-Token",
                                door(update.place()).secret()),
                        json(update.body()),
                        false);
            case Post.Notification notification -> {
                byte[] body = Signing.escaped(Instance.JSON.writeValueAsString(notification.body()));
                Door door = door(notification.place());
                yield new Parcel(
                        "/hooks/whatsapp/" + door.channelId(),
                        JSON_TYPE,
                        Map.of("X-Hub-Signature-256", "sha256=" + Signing.hmac(door.secret(), body)),
                        body,
                        false);
            }
            case Post.Chat chat -> {
                Door door = door(chat.place());
                yield new Parcel(
                        "/hooks/avito/" + door.channelId() + "/" + door.secret(),
                        JSON_TYPE,
                        Map.of(),
                        json(chat.body()),
                        false);
            }
            case Post.Submission submission ->
                new Parcel(
                        "/hooks/forms/" + door(submission.place()).channelId(),
                        submission.asJson() ? JSON_TYPE : FORM_TYPE,
                        Map.of(),
                        submission.asJson()
                                ? json(submission.fields())
                                : Instance.encoded(submission.fields()).getBytes(StandardCharsets.UTF_8),
                        false);
            case Post.Push push ->
                new Parcel(
                        "/api/v1/inbound",
                        JSON_TYPE,
                        push.idempotencyKey()
                                .map(key -> Map.of("Idempotency-Key", key))
                                .orElse(Map.of()),
                        json(one(push.contacts())),
                        true);
        };
    }

    private static Object one(List<Map<String, Object>> contacts) {
        return contacts.size() == 1 ? contacts.getFirst() : contacts;
    }

    private static byte[] json(Object value) {
        return Instance.JSON.writeValueAsBytes(value);
    }

    /** Where a source of the API belongs, if it is one of these places. */
    public Optional<Place> placeOf(String channel, String account, Collection<Place> places) {
        return places.stream()
                .filter(place -> switch (place) {
                    case Place.Telegram bot -> channel.equals("telegram") && account.equals(Long.toString(bot.bot()));
                    case Place.WhatsApp number -> channel.equals("whatsapp") && account.equals(number.phoneNumberId());
                    case Place.Avito shop -> channel.equals("avito") && account.equals(Long.toString(shop.user()));
                    case Place.Form form ->
                        channel.equals("form") && account.equals(door(form).channelId());
                    case Place.Pushed bot -> channel.equals(bot.channel()) && account.equals(bot.account());
                })
                .findFirst();
    }

    private Door door(Place place) {
        return Objects.requireNonNull(doors.get(place), "a place of another population");
    }
}
