package io.leadbraid.ingestion.channel;

import io.leadbraid.access.problem.ProblemException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * All channels of all workspaces, in memory: a webhook costs no query, an unknown id costs nothing, and what was read once
 * goes on receiving while the database is down.
 */
public final class ChannelRegistry {

    private final Channels channels;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable Map<String, ConfiguredChannel> known;

    ChannelRegistry(Channels channels) {
        this.channels = channels;
    }

    /** @throws ProblemException 503 while the channels could not be read even once */
    public Optional<ConfiguredChannel> find(String id) {
        Map<String, ConfiguredChannel> now = known;
        if (now == null) {
            throw notYet();
        }
        return Optional.ofNullable(now.get(id));
    }

    /**
     * A channel that receives webhooks.
     *
     * @throws ProblemException 404 when there is none of that id and kind
     */
    public ConfiguredChannel require(String id, ChannelKind kind) {
        return find(id).filter(channel -> channel.kind() == kind)
                .orElseThrow(() -> ProblemException.notFound("channel"));
    }

    /** Another channel of the same company and kind, by the account that it stands for. */
    public Optional<ConfiguredChannel> sibling(ConfiguredChannel channel, String account) {
        return all(channel.kind()).stream()
                .filter(other -> other.workspace().equals(channel.workspace()))
                .filter(other -> other.account().equals(account))
                .min(Comparator.comparing(ConfiguredChannel::id));
    }

    /** All channels of a kind, whoever's they are; none while they could not be read even once. */
    public List<ConfiguredChannel> all(ChannelKind kind) {
        return Optional.ofNullable(known).orElseGet(Map::of).values().stream()
                .filter(channel -> channel.kind() == kind)
                .toList();
    }

    /** Reads what has changed. Whoever changed a channel calls it afterwards, and finds the change in force. */
    void refresh() {
        refreshing.lock();
        try {
            Map<String, ConfiguredChannel> before = Optional.ofNullable(known).orElseGet(Map::of);
            Map<String, Long> versions = channels.versions();
            Map<String, ConfiguredChannel> after = new HashMap<>();
            before.forEach((id, channel) -> {
                if (Long.valueOf(channel.version()).equals(versions.get(id))) {
                    after.put(id, channel);
                }
            });
            List<String> changed = versions.keySet().stream()
                    .filter(id -> !after.containsKey(id))
                    .toList();
            if (!changed.isEmpty()) {
                channels.byIds(changed).forEach(channel -> after.put(channel.id(), channel.configured()));
            }
            known = Map.copyOf(after);
        } finally {
            refreshing.unlock();
        }
    }

    private static ProblemException notYet() {
        ProblemException problem = ProblemException.of(
                HttpStatus.SERVICE_UNAVAILABLE, "starting", "The channels have not been read yet.", Map.of());
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        return problem;
    }
}
