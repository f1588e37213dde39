package io.leadbraid.simulator.population;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was written, and what is claimed by that.
 *
 * @param posts shuffled, and some of them again
 * @param claims what is true by the time all of it was sent
 */
public record Part(List<Post> posts, List<Claim> claims) {

    private static final int FARTHEST_REPEAT = 40;

    private record Turn(int number, Post post) {}

    /** The posts in the order of their time, and what is sent again soon after it was sent first. */
    public List<Post> inTime() {
        Map<Post, Integer> times = new LinkedHashMap<>();
        posts.forEach(post -> times.merge(post, 1, Integer::sum));
        List<Post> first =
                times.keySet().stream().sorted(Comparator.comparing(Post::at)).toList();
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Post post = first.get(i);
            turns.add(new Turn(i, post));
            for (int again = 1; again < times.getOrDefault(post, 1); again++) {
                turns.add(new Turn(i + 1 + (i * 7 + again) % FARTHEST_REPEAT, post));
            }
        }
        return turns.stream()
                .sorted(Comparator.comparingInt(Turn::number))
                .map(Turn::post)
                .toList();
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
