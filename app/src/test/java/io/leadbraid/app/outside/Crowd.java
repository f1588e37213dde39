package io.leadbraid.app.outside;

import io.leadbraid.simulator.population.Parameters;
import io.leadbraid.simulator.population.Place;
import io.leadbraid.simulator.population.Population;
import io.leadbraid.simulator.population.Post;
import io.leadbraid.simulator.sending.Doors;
import io.leadbraid.simulator.sending.Parcel;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A population at the product's doors: our accounts on its channels are set up, and its posts can be sent. */
final class Crowd {

    static final Set<Place.Kind> CHANNELS = EnumSet.allOf(Place.Kind.class);

    /** Whose names contradict each other at one number, and who was there first, cannot be told from outside. */
    private static final Parameters DECIDABLE =
            Parameters.defaults().with(Map.of("scene.family-phone", "0", "scene.office-phone", "0"));

    private final Population population;
    private final Doors doors;
    private final boolean marked;

    private Crowd(Population population, Doors doors, boolean marked) {
        this.population = population;
        this.doors = doors;
        this.marked = marked;
    }

    static Population population(long seed, int block, int people) {
        return Population.of(new Population.Wish(DECIDABLE, seed, block, people, Instant.now(), CHANNELS, true));
    }

    static Crowd at(Outside outside, Population population) throws IOException {
        return new Crowd(population, Doors.open(outside.asInstance(), population.places()), false);
    }

    /**
     * The same, but each form is sent with an idempotency key. Without one a repeat is known by its content, for some
     * minutes, and not across a restart.
     */
    Crowd withMarkedForms() {
        return new Crowd(population, doors, true);
    }

    Population population() {
        return population;
    }

    /** @throws IOException when there is no answer, so that nobody knows whether it was taken */
    Answer send(Outside outside, Post post) throws IOException {
        Parcel parcel = doors.parcel(post);
        return outside.send(
                marked && post instanceof Post.Submission submission
                        ? marked(parcel, submission.message().tag().orElseThrow())
                        : parcel);
    }

    private static Parcel marked(Parcel parcel, String key) {
        Map<String, String> headers = new HashMap<>(parcel.headers());
        headers.put("Idempotency-Key", key);
        return new Parcel(parcel.path(), parcel.contentType(), headers, parcel.body(), parcel.withKey());
    }

    /** Where a source of the API belongs, if it is one of this population's places. */
    Optional<Place> placeOf(JsonNode source) {
        return doors.placeOf(
                source.get("channel").asString(), source.get("account").asString(), population.places());
    }
}
