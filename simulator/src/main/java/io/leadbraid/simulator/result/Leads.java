package io.leadbraid.simulator.result;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Place;
import io.leadbraid.simulator.sending.Doors;
import io.leadbraid.simulator.sending.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the leads back over the API, in the words of the population. */
public final class Leads {

    private static final String LEADS = "/api/v1/leads";
    private static final int READERS = 6;
    private static final Pattern WORD = Pattern.compile("\\s+");

    private final Instance instance;
    private final Doors doors;
    private final Map<String, Place> placesByAccount = new HashMap<>();
    private final List<Place> places;
    private final Map<String, Address> tags;
    private final Map<String, Address> submitters = new ConcurrentHashMap<>();

    /** @param tags words that tell who has written a text: a form knows no users */
    public Leads(Instance instance, Doors doors, List<Place> places, Map<String, Address> tags) {
        this.instance = instance;
        this.doors = doors;
        this.places = List.copyOf(places);
        this.tags = Map.copyOf(tags);
    }

    private record Raw(JsonNode source, String lead, Place place) {

        private String id() {
            return source.path("id").asString();
        }
    }

    /** The sources on open leads at these places; those that nobody of this population has written from are left out. */
    public List<SeenSource> sources() throws IOException {
        List<Raw> all = new ArrayList<>();
        for (JsonNode lead : instance.all(LEADS)) {
            String id = lead.path("id").asString();
            lead.path("sources")
                    .forEach(source -> placeOf(source).ifPresent(place -> all.add(new Raw(source, id, place))));
        }
        learnSubmitters(all);
        List<SeenSource> seen = new ArrayList<>();
        all.forEach(raw -> address(raw)
                .ifPresent(address -> seen.add(new SeenSource(
                        address,
                        raw.id(),
                        raw.lead(),
                        raw.source().path("messages").asLong()))));
        return seen;
    }

    private Optional<Place> placeOf(JsonNode source) {
        String channel = source.path("channel").asString();
        String account = source.path("account").asString("");
        String key = channel + "\n" + account;
        Place known = placesByAccount.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Place> place = doors.placeOf(channel, account, places);
        place.ifPresent(found -> placesByAccount.put(key, found));
        return place;
    }

    private Optional<Address> address(Raw raw) {
        return raw.place().kind() == Place.Kind.FORM
                ? Optional.ofNullable(submitters.get(raw.id()))
                : Optional.of(new Address(
                        raw.place(), raw.source().path("externalUserId").asString()));
    }

    private void learnSubmitters(List<Raw> all) {
        List<String> leads = all.stream()
                .filter(raw -> raw.place().kind() == Place.Kind.FORM && !submitters.containsKey(raw.id()))
                .map(Raw::lead)
                .distinct()
                .toList();
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            leads.forEach(lead -> {
                var unused = readers.submit(() -> learnFrom(lead));
            });
        }
    }

    private void learnFrom(String lead) {
        try {
            for (JsonNode item : instance.all(LEADS + "/" + lead + "/timeline")) {
                String source = item.path("sourceId").asString();
                WORD.splitAsStream(item.path("text").asString(""))
                        .map(tags::get)
                        .filter(address -> address != null)
                        .forEach(address -> submitters.put(source, address));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
