package io.leadbraid.resolver.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.ProfileSnapshot;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Held PHONE = held(Identifier.phone("+4915112345678"), Trust.VERIFIED);

    private static Held held(Identifier identifier, Trust trust) {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        return new Held(
                identifier,
                Sightings.once(identifier, trust, new Origin(new EventId("e".repeat(32)), at, "field:e-mail")));
    }

    /** A source with as many facts as one can have, all as long as they can be. */
    private static Member member(int number) {
        String domain = "@" + "x".repeat(280) + ".example.com";
        return new Member(
                new SourceId("%032d".formatted(number)),
                Stream.concat(
                                IntStream.range(0, 99)
                                        .mapToObj(i -> held(
                                                Identifier.email("a%d-%d".formatted(number, i) + domain),
                                                Trust.STATED)),
                                Stream.of(PHONE))
                        .toList());
    }

    @Test
    void theLargestFitsIntoOneRecordAndStillSaysWhatJoinsIt() {
        Profile largest = new Profile(
                new ProfileId("p"),
                IntStream.range(0, 200).mapToObj(ProfileTest::member).toList(),
                List.of());

        ProfileSnapshot snapshot = new ProfileSnapshot(
                ProfileSnapshot.SCHEMA,
                new WorkspaceId(new UUID(0, 1)),
                largest.id(),
                1,
                1,
                0,
                0,
                largest.members(),
                largest.refused());

        assertThat(Topics.PROFILES.values().serializer().serialize("", snapshot))
                .hasSizeLessThan(Topics.LARGEST_RECORD);
        assertThat(largest.members())
                .hasSize(200)
                .allMatch(member -> member.evidence().contains(PHONE));
    }

    @Test
    void aSmallOneSaysAll() {
        Profile small = new Profile(new ProfileId("p"), List.of(member(1), member(2)), List.of());

        assertThat(small.members()).containsExactly(member(1), member(2));
    }
}
