package io.leadbraid.testkit.population;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A crowd and everything it writes.
 *
 * @param places accounts of ours that nobody else may write to
 * @param posts in the order in which to send them: shuffled, and some of them again
 * @param claims what is true of it, by the time all of it was sent
 */
public record Population(List<Place> places, List<Post> posts, List<Claim> claims) {

    private static final int BLOCKS = 10;
    private static final int REPEATED = 20;

    /**
     * The same arguments give the same population.
     *
     * @param block 0 to 9; populations of different blocks have no place, number, address or name in common
     * @param now its people have been writing for the last two months
     */
    public static Population of(long seed, int block, int people, Instant now) {
        if (block < 0 || block >= BLOCKS) {
            throw new IllegalArgumentException("there is room for " + BLOCKS + " populations");
        }
        Dice dice = new Dice(seed);
        Places places = Places.of(block);
        Script script = new Script(block, now);
        Cast cast = new Cast(block, dice);
        Scenes scenes = new Scenes(places, cast, script, dice);
        while (cast.size() < people) {
            play(scenes, dice.number(0, 100));
        }
        List<Post> posts = scenes.end();
        Stream<Post> again = posts.stream().filter(post -> dice.chance(REPEATED));
        return new Population(
                places.all(), dice.shuffled(Stream.concat(posts.stream(), again).toList()), script.claims());
    }

    private static void play(Scenes scenes, int chance) {
        if (chance < 6) {
            scenes.lookAlikes();
        } else if (chance < 12) {
            scenes.twoProfilesOfOnePerson();
        } else if (chance < 16) {
            scenes.usernameThatChangesHands();
        } else if (chance < 19) {
            scenes.oneNicknameOnManyPlatforms();
        } else {
            scenes.anybody();
        }
    }

    /** Who has to be one lead: the addresses of each. */
    public Set<Set<Address>> people() {
        return Oracle.people(messages().keySet(), claims);
    }

    /** How many messages each address has written, whatever was sent again. */
    public Map<Address, Long> messages() {
        return written().collect(Collectors.groupingBy(Written::by, LinkedHashMap::new, Collectors.counting()));
    }

    /** Whose each tag is. */
    public Map<String, Address> tags() {
        return written()
                .filter(message -> message.tag().isPresent())
                .collect(Collectors.toMap(message -> message.tag().orElseThrow(), Written::by));
    }

    /** What these addresses claim of one kind. */
    public Set<String> claimed(Handle.Kind kind, Collection<Address> by) {
        return claims.stream()
                .filter(claim -> claim.handle().kind() == kind && by.contains(claim.by()))
                .map(claim -> claim.handle().value())
                .collect(Collectors.toSet());
    }

    private Stream<Written> written() {
        return posts.stream().distinct().flatMap(post -> post.messages().stream());
    }
}
