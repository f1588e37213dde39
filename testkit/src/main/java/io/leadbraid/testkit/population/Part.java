package io.leadbraid.testkit.population;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was written, and who is who by that.
 *
 * @param posts in the order in which to send them: shuffled, and some of them again
 * @param claims what is true by the time all of it was sent
 */
public record Part(List<Post> posts, List<Claim> claims) {

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
