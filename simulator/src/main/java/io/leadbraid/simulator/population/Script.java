package io.leadbraid.simulator.population;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was written, and what of it is true. */
final class Script {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final String tagPrefix;
    private final Instant now;
    private final boolean tagsAll;
    private final Map<Act, List<Post>> posts = new EnumMap<>(Act.class);
    private final Map<Act, List<Claim>> claims = new EnumMap<>(Act.class);
    private final Map<Address, Whose> truth = new LinkedHashMap<>();
    private final List<Claim> mentions = new ArrayList<>();
    private Act act = Act.MAIN;
    private Scene scene = Scene.ANYBODY;
    private int occasion;
    private int tags;

    /** @param tagsAll whether every text carries a tag; otherwise only those of forms do, which know no users */
    Script(Lot lot, Instant now, boolean tagsAll) {
        this.tagPrefix = "ref" + lot.letters();
        this.now = now;
        this.tagsAll = tagsAll;
    }

    Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    Instant now() {
        return now;
    }

    /** A word that no other population says. */
    String name() {
        return tagPrefix;
    }

    /** A text of somebody with a word that finds it again. */
    Line line(Address by, String words) {
        if (!tagsAll && by.place().kind() != Place.Kind.FORM) {
            return bare(by, words);
        }
        String tag = tagPrefix + Cast.letters(tags++);
        return new Line(new Written(by, Optional.of(tag)), words + " " + tag);
    }

    /** A message whose text has to stay as it is. */
    static Line bare(Address by, String text) {
        return new Line(new Written(by, Optional.empty()), text);
    }

    record Line(Written message, String text) {}

    /** What is written from now on belongs to a new playing of that scene. */
    void begin(Scene next) {
        scene = next;
        occasion++;
    }

    /** What is sent and claimed meanwhile belongs to that act. */
    void during(Act other, Runnable writing) {
        act = other;
        writing.run();
        act = Act.MAIN;
    }

    void send(Post post) {
        posts.computeIfAbsent(act, none -> new ArrayList<>()).add(post);
    }

    void claim(Address by, Handle handle, boolean verified, Instant at) {
        claims.computeIfAbsent(act, none -> new ArrayList<>()).add(claimed(by, handle, verified, at));
    }

    /** What somebody's text says of him among other words. */
    void mention(Address by, List<Handle> own, Instant at) {
        own.forEach(handle -> mentions.add(claimed(by, handle, false, at)));
    }

    private static Claim claimed(Address by, Handle handle, boolean verified, Instant at) {
        return new Claim(by, handle, verified, Math.floorDiv(at.getEpochSecond(), DAY));
    }

    /** Whose address that is. */
    void owner(Address address, Person person) {
        truth.putIfAbsent(address, new Whose(person.number(), scene, occasion));
    }

    List<Post> posts(Act of) {
        return List.copyOf(posts.getOrDefault(of, List.of()));
    }

    List<Claim> claims(Act of) {
        return List.copyOf(claims.getOrDefault(of, List.of()));
    }

    Map<Address, Whose> truth() {
        return truth;
    }

    List<Claim> mentions() {
        return List.copyOf(mentions);
    }
}
