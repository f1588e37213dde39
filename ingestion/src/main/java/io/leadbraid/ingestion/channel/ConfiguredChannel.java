package io.leadbraid.ingestion.channel;

import io.leadbraid.model.Channel;
import io.leadbraid.model.WorkspaceId;

/** A channel that is set up and can receive. */
public record ConfiguredChannel(
        WorkspaceId workspace, String id, ChannelKind kind, String name, ChannelSettings settings, long version) {

    /** Our account on the platform, the same for all channels that stand for it. */
    public String account() {
        return settings.account().orElse(id);
    }

    public Channel asChannel() {
        return new Channel(kind.label(), id, account());
    }
}
