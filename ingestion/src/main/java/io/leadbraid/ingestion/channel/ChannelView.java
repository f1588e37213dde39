package io.leadbraid.ingestion.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A channel as the API shows it.
 *
 * @param settings without secrets, but for those that were generated just now
 * @param secrets the names of the secrets that are set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelView(
        String id,
        String kind,
        String name,
        String webhookUrl,
        ObjectNode settings,
        List<String> secrets,
        @Nullable Instant lastMessageAt,
        @Nullable Instant lastErrorAt,
        @Nullable String lastError,
        Instant createdAt,
        long version) {

    static ChannelView of(
            StoredChannel channel, String webhookUrl, Map<String, String> shown, Optional<ChannelActivity.Seen> seen) {
        ObjectNode settings = channel.settings().open().deepCopy();
        shown.forEach(settings::put);
        return new ChannelView(
                channel.id(),
                channel.kind().label(),
                channel.name(),
                webhookUrl,
                settings,
                channel.settings().secrets().keySet().stream().sorted().toList(),
                seen.map(ChannelActivity.Seen::lastMessageAt).orElse(null),
                seen.map(ChannelActivity.Seen::lastErrorAt).orElse(null),
                seen.map(ChannelActivity.Seen::lastError).orElse(null),
                channel.createdAt(),
                channel.version());
    }
}
