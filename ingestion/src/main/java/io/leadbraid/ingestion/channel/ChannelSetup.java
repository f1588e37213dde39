package io.leadbraid.ingestion.channel;

import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.normal.Texts;
import io.leadbraid.model.WorkspaceId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** Setting channels up, changing and removing them. */
final class ChannelSetup {

    private static final int MOST_NAME = 200;

    private final Channels channels;
    private final ChannelRegistry registry;
    private final ChannelActivity activity;
    private final WebhookUrls urls;
    private final InstantSource clock;

    ChannelSetup(
            Channels channels,
            ChannelRegistry registry,
            ChannelActivity activity,
            WebhookUrls urls,
            InstantSource clock) {
        this.channels = channels;
        this.registry = registry;
        this.activity = activity;
        this.urls = urls;
        this.clock = clock;
    }

    /** @return the new channel; secrets that were left out are in its settings, this once */
    ChannelView create(WorkspaceId workspace, String kind, @Nullable String name, ObjectNode settings) {
        List<SettingField> fields = SettingFields.of(kind);
        RawSettings given = RawSettings.NONE.with(settings, fields);
        RawSettings complete = given.completed(fields);
        StoredChannel channel = new StoredChannel(
                workspace,
                UUID.randomUUID().toString().replace("-", ""),
                ChannelKind.ofLabel(kind).orElseThrow(),
                checkedName(name),
                complete,
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        channels.add(channel);
        registry.refresh();
        return ChannelView.of(channel, urls.full(channel), complete.secretsBeyond(given), Optional.empty());
    }

    Optional<ChannelView> find(WorkspaceId workspace, String id) {
        return channels.find(workspace, id).map(channel -> view(channel, seen(workspace)));
    }

    List<ChannelView> list(WorkspaceId workspace, String after, int limit) {
        Map<String, ChannelActivity.Seen> seen = seen(workspace);
        return channels.list(workspace, after, limit).stream()
                .map(channel -> view(channel, seen))
                .toList();
    }

    /** @throws ProblemException 404, 412 when the version is another, 422 */
    ChannelView change(
            WorkspaceId workspace, String id, long version, @Nullable String name, @Nullable ObjectNode settings) {
        StoredChannel before = channels.find(workspace, id).orElseThrow(() -> ProblemException.notFound("channel"));
        List<SettingField> fields = SettingFields.of(before.kind().label());
        RawSettings given =
                settings == null ? before.settings() : before.settings().with(settings, fields);
        RawSettings complete = given.completed(fields);
        StoredChannel after = new StoredChannel(
                workspace,
                id,
                before.kind(),
                name == null ? before.name() : checkedName(name),
                complete,
                version + 1,
                before.createdAt());
        if (before.version() != version || !channels.replace(after)) {
            throw stale(before.version());
        }
        registry.refresh();
        boolean sameSecrets = complete.secrets().equals(before.settings().secrets());
        return ChannelView.of(
                after,
                sameSecrets ? urls.of(after) : urls.full(after),
                complete.secretsBeyond(given),
                Optional.ofNullable(seen(workspace).get(id)));
    }

    /** @throws ProblemException 404 */
    void remove(WorkspaceId workspace, String id) {
        if (!channels.remove(workspace, id)) {
            throw ProblemException.notFound("channel");
        }
        registry.refresh();
    }

    private static ProblemException stale(long version) {
        return ProblemException.of(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                "Somebody else has changed this meanwhile.",
                Map.of("version", version));
    }

    private static String checkedName(@Nullable String name) {
        String clean = name == null ? "" : Texts.oneLine(name);
        if (clean.isEmpty() || clean.length() > MOST_NAME) {
            throw ProblemException.invalid(List.of(new FieldProblem("name", "must have 1 to 200 characters")));
        }
        return clean;
    }

    private Map<String, ChannelActivity.Seen> seen(WorkspaceId workspace) {
        return channels.activity(workspace).stream()
                .collect(Collectors.toMap(ChannelActivity.Seen::channel, Function.identity()));
    }

    private ChannelView view(StoredChannel channel, Map<String, ChannelActivity.Seen> seen) {
        Optional<ChannelActivity.Seen> written = Optional.ofNullable(seen.get(channel.id()));
        Optional<ChannelActivity.Seen> unwritten = activity.unwritten(channel.id());
        Optional<ChannelActivity.Seen> both = written.isPresent() && unwritten.isPresent()
                ? written.map(earlier -> earlier.and(unwritten.get()))
                : written.or(() -> unwritten);
        return ChannelView.of(channel, urls.of(channel), Map.of(), both);
    }
}
