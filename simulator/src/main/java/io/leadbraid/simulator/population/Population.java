package io.leadbraid.simulator.population;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A crowd and everything it writes.
 *
 * @param places accounts of ours that nobody else may write to
 * @param part nearly all of it
 * @param coda what it writes only after all that has been worked off
 * @param truth who is who
 * @param mentions what people say of themselves among other words
 */
public record Population(List<Place> places, Part part, Part coda, Map<Address, Whose> truth, List<Claim> mentions) {

    /**
     * The same wishes give the same population.
     *
     * @param block 0 to 9; populations of different blocks have no place, number, address or name in common
     * @param now its people have been writing for the last two months
     * @param kinds of the channels that there are
     * @param tagged whether every text carries a word that finds it again; otherwise only those of forms
     */
    public record Wish(
            Parameters parameters,
            long seed,
            int block,
            int people,
            Instant now,
            Set<Place.Kind> kinds,
            boolean tagged) {

        public Wish {
            kinds = Set.copyOf(kinds);
        }
    }

    /** The default one, on all channels. */
    public static Population of(long seed, int block, int people, Instant now) {
        return of(new Wish(Parameters.defaults(), seed, block, people, now, EnumSet.allOf(Place.Kind.class), true));
    }

    public static Population of(Wish wish) {
        Dice dice = new Dice(wish.seed());
        Parameters parameters = wish.parameters();
        Lot lot = Lot.of(wish.block(), wish.seed());
        Places places = Places.of(lot, wish.kinds());
        Script script = new Script(lot, wish.now(), wish.tagged());
        Cast cast = new Cast(lot, parameters, dice);
        Scenes scenes = new Scenes(parameters, places, cast, script, dice);
        Weighted<Scene> choice = scenes(parameters);
        while (cast.size() < wish.people()) {
            scenes.play(choice.pick(dice));
        }
        scenes.end();
        int repeats = parameters.percent("repeats");
        return new Population(
                places.all(),
                part(script, dice, repeats),
                coda(script, dice, repeats),
                Map.copyOf(script.truth()),
                script.mentions());
    }

    private static Weighted<Scene> scenes(Parameters parameters) {
        Weighted<Scene> choice = new Weighted<>();
        parameters
                .group("scene")
                .forEach((label, weight) -> choice.add(Scene.ofLabel(label).orElseThrow(), weight));
        return choice;
    }

    private static Part part(Script script, Dice dice, int repeats) {
        List<Post> opening = script.posts(Act.OPENING);
        List<Post> main = script.posts(Act.MAIN);
        List<Post> all = joined(opening, main);
        return new Part(
                joined(dice.shuffled(opening), dice.shuffled(joined(main, some(all, dice, repeats)))),
                joined(script.claims(Act.OPENING), script.claims(Act.MAIN)));
    }

    private static Part coda(Script script, Dice dice, int repeats) {
        List<Post> posts = script.posts(Act.CODA);
        return new Part(dice.shuffled(joined(posts, some(posts, dice, repeats))), script.claims(Act.CODA));
    }

    private static List<Post> some(List<Post> posts, Dice dice, int percent) {
        return posts.stream().filter(post -> dice.chance(percent)).toList();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Everything, as it is in the end. */
    public Part whole() {
        return new Part(joined(part.posts(), coda.posts()), joined(part.claims(), coda.claims()));
    }
}
