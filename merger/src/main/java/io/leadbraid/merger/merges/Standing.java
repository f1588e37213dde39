package io.leadbraid.merger.merges;

import io.leadbraid.model.LeadId;
import io.leadbraid.model.ProfileId;
import io.leadbraid.model.SourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An open lead with all that stand on it. If its sources are of several profiles, they were brought together as one person's,
 * and the graph has come to know better.
 *
 * @param inquiries the oldest first
 */
record Standing(LeadId lead, List<Inquiry> inquiries) {

    /** @param profile that of its source, if it is the source's current inquiry and the graph knows the source */
    record Inquiry(SourceId source, int episode, Optional<ProfileId> profile) {

        /** The lead that it opened. */
        LeadId own() {
            return LeadId.of(source, episode);
        }
    }

    /**
     * Inquiries that leave, and the lead that they take up again.
     *
     * @param inquiries the oldest first
     */
    record Leaving(LeadId lead, LeadId target, List<Inquiry> inquiries) {

        Set<SourceId> sources() {
            return inquiries.stream().map(Inquiry::source).collect(Collectors.toSet());
        }

        Set<LeadId> owns() {
            return inquiries.stream().map(Inquiry::own).collect(Collectors.toSet());
        }
    }

    /** The profile of the one who opened the lead stays, and so does what the graph does not know. */
    List<Leaving> leaving() {
        Optional<ProfileId> staying = inquiries.stream()
                .filter(inquiry -> inquiry.own().equals(lead))
                .findFirst()
                .flatMap(founding -> profileOf(founding.source()));
        Map<ProfileId, List<Inquiry>> groups = new LinkedHashMap<>();
        for (Inquiry inquiry : inquiries) {
            profileOf(inquiry.source())
                    .filter(profile -> !Optional.of(profile).equals(staying))
                    .ifPresent(profile -> groups.computeIfAbsent(profile, first -> new ArrayList<>())
                            .add(inquiry));
        }
        // Where nobody of those who opened it is left on the lead, the oldest group keeps it.
        return groups.values().stream()
                .skip(staying.isPresent() ? 0 : 1)
                .map(group -> new Leaving(lead, group.getFirst().own(), group))
                .sorted(Comparator.comparing(Leaving::target))
                .toList();
    }

    /** These sources with all their inquiries here. */
    Leaving leaving(Set<SourceId> sources) {
        List<Inquiry> gone = inquiries.stream()
                .filter(inquiry -> sources.contains(inquiry.source()))
                .toList();
        return new Leaving(lead, gone.getFirst().own(), gone);
    }

    Set<SourceId> sources() {
        return inquiries.stream().map(Inquiry::source).collect(Collectors.toSet());
    }

    /** Who is left when they have gone. */
    Set<SourceId> without(Leaving gone) {
        Set<SourceId> rest = sources();
        rest.removeAll(gone.sources());
        return rest;
    }

    private Optional<ProfileId> profileOf(SourceId source) {
        return inquiries.stream()
                .filter(inquiry -> inquiry.source().equals(source))
                .flatMap(inquiry -> inquiry.profile().stream())
                .findFirst();
    }

    boolean isOfSeveralProfiles() {
        return inquiries.stream()
                        .flatMap(inquiry -> inquiry.profile().stream())
                        .distinct()
                        .count()
                > 1;
    }
}
