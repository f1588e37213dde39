package io.leadbraid.merger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Origin;
import io.leadbraid.model.ProfileSnapshot.Held;
import io.leadbraid.model.ProfileSnapshot.Member;
import io.leadbraid.model.ProfileSnapshot.RefusedLink;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Identifier PHONE = Identifier.phone("+4917612345678");
    private static final Identifier EMAIL = Identifier.email("anna@example.org");
    private static final Origin ORIGIN = new Origin(new EventId("e"), Instant.parse("2026-11-20T10:00:00Z"), "contact");

    private final SourceId telegram = new SourceId("telegram");
    private final SourceId whatsapp = new SourceId("whatsapp");
    private final SourceId form = new SourceId("form");

    @Test
    void whatLinksNothingAtOneSourceStillLinksThoseWhomPlatformsKnowByIt() {
        List<Member> members = List.of(
                member(telegram, held(PHONE, Trust.VERIFIED)),
                member(whatsapp, held(PHONE, Trust.VERIFIED), held(EMAIL, Trust.STATED)),
                member(form, held(PHONE, Trust.STATED), held(EMAIL, Trust.STATED)));

        List<Link> links = Links.strongestFirst(members, List.of(new RefusedLink(form, form, PHONE, "over-shared")));

        assertThat(links)
                .extracting(Link::identifier, Link::from, Link::to)
                .containsExactly(tuple(PHONE, telegram, whatsapp), tuple(EMAIL, form, whatsapp));
    }

    @Test
    void aRefusedLinkIsNoneInEitherDirection() {
        List<Member> members =
                List.of(member(telegram, held(PHONE, Trust.VERIFIED)), member(form, held(PHONE, Trust.STATED)));

        assertThat(Links.strongestFirst(members, List.of())).hasSize(1);
        assertThat(Links.strongestFirst(members, List.of(new RefusedLink(form, telegram, PHONE, "separated"))))
                .isEmpty();
        assertThat(Links.strongestFirst(members, List.of(new RefusedLink(telegram, form, PHONE, "separated"))))
                .isEmpty();
    }

    private static Member member(SourceId source, Held... evidence) {
        return new Member(source, Arrays.asList(evidence));
    }

    private static Held held(Identifier identifier, Trust trust) {
        return new Held(identifier, Sightings.once(identifier, trust, ORIGIN));
    }
}
