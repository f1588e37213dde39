package io.leadbraid.ingestion.push;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.normal.Nicknames;
import io.leadbraid.model.Channel;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.SourceAddress;
import io.leadbraid.model.WorkspaceId;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a pushed contact comes from: a built-in channel that is set up, or a bot's own channel.
 *
 * @param id what the channel's user id identifies in the whole workspace; absent where it identifies nothing
 * @param nicknames the namespace of nicknames there
 * @param region whose national phone spellings are usual there
 */
record PushedAddress(
        Channel channel, SourceAddress source, Optional<Identifier> id, String nicknames, Optional<String> region) {

    /** Empty, with an error remarked, when a part is missing. */
    static Optional<PushedAddress> of(
            ItemFields fields, WorkspaceId workspace, ChannelRegistry channels, Remarks remarks) {
        Optional<String> channel = fields.required("channel", Limits.CHANNEL);
        Optional<String> user = fields.required("externalUserId", Limits.EXTERNAL_USER_ID);
        Optional<String> account = fields.line("account", Limits.ACCOUNT);
        Optional<String> channelId = fields.line("channelId", Limits.SHORT);
        if (channel.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        Optional<ChannelKind> builtIn = ChannelKind.ofLabel(channel.get().toLowerCase(Locale.ROOT));
        if (builtIn.isEmpty()) {
            channelId.ifPresent(given -> remarks.warn("channelId", "is for built-in channels, and ignored"));
            return Optional.of(ofBot(channel.get(), account.orElse(""), user.get()));
        }
        return configured(builtIn.get(), workspace, channelId, channels, remarks)
                .map(found -> {
                    account.filter(given -> !given.equals(found.account()))
                            .ifPresent(
                                    given -> remarks.warn("account", "is the channel's own, so this one is ignored"));
                    return ofBuiltIn(found, user.get());
                });
    }

    private static Optional<ConfiguredChannel> configured(
            ChannelKind kind,
            WorkspaceId workspace,
            Optional<String> channelId,
            ChannelRegistry channels,
            Remarks remarks) {
        if (channelId.isEmpty()) {
            remarks.error("channelId", "is needed with the built-in channel " + kind.label());
            return Optional.empty();
        }
        Optional<ConfiguredChannel> found = channels.find(channelId.get())
                .filter(channel -> channel.workspace().equals(workspace) && channel.kind() == kind);
        if (found.isEmpty()) {
            remarks.error("channelId", "is no channel of kind " + kind.label());
        }
        return found;
    }

    private static PushedAddress ofBuiltIn(ConfiguredChannel channel, String user) {
        Optional<Identifier> id = switch (channel.kind()) {
            case TELEGRAM -> Optional.of(Identifier.id(Nicknames.TELEGRAM, user));
            case FORM, WHATSAPP, AVITO -> Optional.empty();
        };
        Optional<String> region =
                channel.settings() instanceof ChannelSettings.Form form ? form.defaultRegion() : Optional.empty();
        return new PushedAddress(
                channel.asChannel(),
                new SourceAddress(channel.kind().label(), channel.account(), user),
                id,
                nicknames(channel.kind()),
                region);
    }

    /** What forms ask for is Telegram's username; elsewhere a nickname is one of that place. */
    private static String nicknames(ChannelKind kind) {
        return switch (kind) {
            case TELEGRAM, FORM -> Nicknames.TELEGRAM;
            case WHATSAPP, AVITO -> kind.label();
        };
    }

    private static PushedAddress ofBot(String channel, String account, String user) {
        String escaped = channel.replace("%", "%25").replace(":", "%3A");
        String namespace = account.isEmpty() ? escaped : escaped + ":" + account;
        return new PushedAddress(
                new Channel(channel, null, account),
                new SourceAddress(channel, account, user),
                Optional.of(Identifier.id(namespace, user)),
                channel,
                Optional.empty());
    }
}
