package io.leadbraid.testkit.population;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was written, and what of it is true. */
final class Script {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final String tagPrefix;
    private final Instant now;
    private final Map<Act, List<Post>> posts = new EnumMap<>(Act.class);
    private final Map<Act, List<Claim>> claims = new EnumMap<>(Act.class);
    private Act act = Act.MAIN;
    private int tags;

    Script(int block, Instant now) {
        this.tagPrefix = "ref" + Cast.letters(block);
        this.now = now;
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
        String tag = tagPrefix + Cast.letters(tags++);
        return new Line(new Written(by, Optional.of(tag)), words + " " + tag);
    }

    /** A message whose text has to stay as it is. */
    static Line bare(Address by, String text) {
        return new Line(new Written(by, Optional.empty()), text);
    }

    record Line(Written message, String text) {}

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
        claims.computeIfAbsent(act, none -> new ArrayList<>())
                .add(new Claim(by, handle, verified, Math.floorDiv(at.getEpochSecond(), DAY)));
    }

    List<Post> posts(Act of) {
        return List.copyOf(posts.getOrDefault(of, List.of()));
    }

    List<Claim> claims(Act of) {
        return List.copyOf(claims.getOrDefault(of, List.of()));
    }
}
