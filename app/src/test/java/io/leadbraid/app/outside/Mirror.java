package io.leadbraid.app.outside;

import io.leadbraid.simulator.population.Address;
import io.leadbraid.simulator.population.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the API shows of a crowd, in the crowd's own words. */
final class Mirror {

    private static final Pattern TAG = Pattern.compile("\\bref[a-z]+\\b");

    private final Outside outside;
    private final Crowd crowd;
    private final Map<String, Address> tags;
    private final Map<String, Address> formSources = new HashMap<>();

    Mirror(Outside outside, Crowd crowd) {
        this.outside = outside;
        this.crowd = crowd;
        this.tags = crowd.population().whole().tags();
    }

    /** @param messages how many it counts for each source */
    record SeenLead(
            String id, List<Address> addresses, Map<Address, Long> messages, Set<String> phones, Set<String> emails) {}

    /** A message on a timeline. */
    private static final int READINGS = 10;

    record SeenMessage(Address by, String text) {}

    /** Leads and timelines are read one after the other, so a source may have moved to another lead in between. */
    List<SeenLead> leads() {
        for (int again = 0; again < READINGS; again++) {
            try {
                return outside.all("/api/v1/leads", Map.of()).stream()
                        .filter(lead -> lead.get("sources")
                                .valueStream()
                                .anyMatch(source -> crowd.placeOf(source).isPresent()))
                        .map(this::seen)
                        .toList();
            } catch (Moved meanwhile) {
                continue;
            }
        }
        throw new AssertionError("a source is on no timeline, however often all are read");
    }

    private static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private SeenLead seen(JsonNode lead) {
        Map<Address, Long> messages = new HashMap<>();
        List<Address> addresses = new ArrayList<>();
        for (JsonNode source : lead.get("sources")) {
            Address address = address(lead, source);
            addresses.add(address);
            messages.merge(address, source.get("messages").asLong(), Long::sum);
        }
        return new SeenLead(
                lead.get("id").asString(), addresses, messages, texts(lead.get("phones")), texts(lead.get("emails")));
    }

    private Address address(JsonNode lead, JsonNode source) {
        Place place = crowd.placeOf(source)
                .orElseThrow(() -> new AssertionError("a source that nobody of this crowd wrote from: " + source));
        String user = source.get("externalUserId").asString();
        return switch (place) {
            case Place.Form form -> onForm(lead, source);
            case Place.Telegram bot -> new Address(bot, user);
            case Place.WhatsApp number -> new Address(number, user);
            case Place.Avito shop -> new Address(shop, user);
            case Place.Pushed bot -> new Address(bot, user);
        };
    }

    /** A form knows no users, so what they wrote tells who they are. */
    private Address onForm(JsonNode lead, JsonNode source) {
        return formSources.computeIfAbsent(source.get("id").asString(), id -> {
            Set<Address> writers = items(lead.get("id").asString()).stream()
                    .filter(item -> item.get("sourceId").asString().equals(id))
                    .flatMap(item -> tagsIn(item.path("text").asString("")).stream())
                    .map(tags::get)
                    .collect(Collectors.toCollection(HashSet::new));
            if (writers.isEmpty()) {
                throw new Moved();
            }
            if (writers.size() != 1) {
                throw new AssertionError("source " + id + " is of " + writers);
            }
            return writers.iterator().next();
        });
    }

    private List<JsonNode> items(String lead) {
        return outside.all("/api/v1/leads/" + lead + "/timeline", Map.of());
    }

    /** All messages on the timelines of these leads: how often each tag occurs. */
    Map<String, Long> tagsOnTimelines(Collection<SeenLead> leads) {
        return leads.parallelStream()
                .flatMap(lead -> items(lead.id()).stream())
                .flatMap(item -> tagsIn(item.path("text").asString("")).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static List<String> tagsIn(String text) {
        Matcher tag = TAG.matcher(text);
        return tag.results().map(found -> found.group()).toList();
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }
}
