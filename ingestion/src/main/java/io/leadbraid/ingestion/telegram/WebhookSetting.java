package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells Telegram where to post, for each bot whose token is known: once in the life of a process, and again after each change of
 * the channel. What Telegram refuses for good is not asked again before that; whatever else goes wrong is.
 */
final class WebhookSetting {

    private final Supplier<List<ConfiguredChannel>> channels;
    private final Function<ConfiguredChannel, String> urls;
    private final BotApi api;
    private final BiConsumer<ConfiguredChannel, String> problems;
    private final Map<String, Long> settled = new HashMap<>();

    /** @param problems takes what whoever set up the channel should read */
    WebhookSetting(
            Supplier<List<ConfiguredChannel>> channels,
            Function<ConfiguredChannel, String> urls,
            BotApi api,
            BiConsumer<ConfiguredChannel, String> problems) {
        this.channels = channels;
        this.urls = urls;
        this.api = api;
        this.problems = problems;
    }

    /** To be called again and again, by one thread. */
    void settle() {
        List<ConfiguredChannel> now = channels.get();
        settled.keySet().retainAll(now.stream().map(ConfiguredChannel::id).toList());
        for (ConfiguredChannel channel : now) {
            if (!Long.valueOf(channel.version()).equals(settled.get(channel.id()))
                    && channel.settings() instanceof ChannelSettings.Telegram bot) {
                bot.botToken().ifPresent(token -> settle(channel, token, bot.secretToken()));
            }
        }
    }

    private void settle(ConfiguredChannel channel, String token, String secret) {
        boolean isOver = switch (api.setWebhook(token, urls.apply(channel), secret)) {
            case BotApi.Result.Done done -> true;
            case BotApi.Result.Refused(String reason, boolean isFinal) -> {
                problems.accept(channel, "The webhook is not set: " + reason);
                yield isFinal;
            }
        };
        if (isOver) {
            settled.put(channel.id(), channel.version());
        }
    }
}
