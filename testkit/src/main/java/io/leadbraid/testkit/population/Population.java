package io.leadbraid.testkit.population;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A crowd and everything it writes.
 *
 * @param places accounts of ours that nobody else may write to
 * @param part nearly all of it
 * @param coda what it writes only after all that has been worked off
 */
public record Population(List<Place> places, Part part, Part coda) {

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
        scenes.end();
        return new Population(places.all(), part(script, dice), coda(script, dice));
    }

    private static Part part(Script script, Dice dice) {
        List<Post> opening = script.posts(Act.OPENING);
        List<Post> main = script.posts(Act.MAIN);
        List<Post> all = joined(opening, main);
        return new Part(
                joined(dice.shuffled(opening), dice.shuffled(joined(main, some(all, dice)))),
                joined(script.claims(Act.OPENING), script.claims(Act.MAIN)));
    }

    private static Part coda(Script script, Dice dice) {
        List<Post> posts = script.posts(Act.CODA);
        return new Part(dice.shuffled(joined(posts, some(posts, dice))), script.claims(Act.CODA));
    }

    private static List<Post> some(List<Post> posts, Dice dice) {
        return posts.stream().filter(post -> dice.chance(REPEATED)).toList();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
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

    /** Everything, as it is in the end. */
    public Part whole() {
        return new Part(joined(part.posts(), coda.posts()), joined(part.claims(), coda.claims()));
    }
}
