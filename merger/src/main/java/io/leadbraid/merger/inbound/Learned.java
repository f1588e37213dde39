package io.leadbraid.merger.inbound;

import io.leadbraid.merger.leads.SearchIndex.Entry;
import io.leadbraid.merger.leads.SearchTokens;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the batch says of sources that was not known before.
 *
 * @param described sources whose nickname, phone or name is another one
 * @param chatting sources with a new chat
 */
record Learned(Set<SourceId> described, List<Known> identifiers, Set<SourceId> chatting) {

    /** Sources that look different on a lead. */
    Set<SourceId> changed(InboundBatch batch) {
        return Stream.of(described.stream(), visible(batch).map(Known::source), chatting.stream())
                .flatMap(sources -> sources)
                .collect(Collectors.toSet());
    }

    List<Entry> tokens(InboundBatch batch, List<InboundContact> newcomers) {
        Stream<Entry> ids = newcomers.stream()
                .flatMap(contact -> entries(contact.source(), SearchTokens.ofExternalId(contact.externalUserId())));
        Stream<Entry> names = described.stream()
                .flatMap(source -> Optional.ofNullable(batch.descriptions().get(source)).stream()
                        .flatMap(description -> description.name().stream())
                        .flatMap(name -> entries(source, SearchTokens.ofName(name))));
        Stream<Entry> values =
                visible(batch).flatMap(known -> entries(known.source(), SearchTokens.of(known.identifier())));
        return Stream.of(ids, names, values)
                .flatMap(entries -> entries)
                .distinct()
                .toList();
    }

    /** What is only mentioned in a text may be anybody's. */
    private Stream<Known> visible(InboundBatch batch) {
        return identifiers.stream()
                .filter(known -> Optional.ofNullable(batch.identifiers().get(known))
                        .map(Sightings::trust)
                        .filter(trust -> trust.atLeast(Trust.STATED))
                        .isPresent());
    }

    private static Stream<Entry> entries(SourceId source, Stream<String> tokens) {
        return tokens.map(token -> new Entry(source.value(), token));
    }
}
