package io.leadbraid.merger.inbound;

import io.leadbraid.merger.leads.SearchIndex.Entry;
import io.leadbraid.merger.leads.SearchTokens;
import io.leadbraid.model.Sightings;
import io.leadbraid.model.SourceId;
import io.leadbraid.model.Trust;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the database did not know before.
 *
 * @param described sources whose nickname, phone or name is another one, new ones among them
 * @param chatting sources with a new chat
 */
record Learned(News news, Set<SourceId> described, List<Known> identifiers, Set<SourceId> chatting) {

    /** Sources that look different on a lead. */
    Set<SourceId> changed() {
        return Stream.of(described.stream(), visible().map(Known::source), chatting.stream())
                .flatMap(sources -> sources)
                .collect(Collectors.toSet());
    }

    List<Entry> tokens(InboundBatch batch) {
        Stream<Entry> ids = news.newcomers().keySet().stream()
                .flatMap(source -> entries(
                        source, SearchTokens.ofExternalId(batch.firstOf(source).externalUserId())));
        Stream<Entry> names = described.stream()
                .flatMap(source ->
                        news.nameOf(source).stream().flatMap(name -> entries(source, SearchTokens.ofName(name))));
        Stream<Entry> values = visible().flatMap(known -> entries(known.source(), SearchTokens.of(known.identifier())));
        return Stream.of(ids, names, values)
                .flatMap(entries -> entries)
                .distinct()
                .toList();
    }

    /** What is only mentioned in a text may be anybody's. */
    private Stream<Known> visible() {
        return identifiers.stream()
                .filter(known -> Optional.ofNullable(news.identifiers().get(known))
                        .map(Sightings::trust)
                        .filter(trust -> trust.atLeast(Trust.STATED))
                        .isPresent());
    }

    private static Stream<Entry> entries(SourceId source, Stream<String> tokens) {
        return tokens.map(token -> new Entry(source.value(), token));
    }
}
