package io.leadbraid.merger.why;

import org.jspecify.annotations.Nullable;

/**
 * What a reader knows a source by.
 *
 * @param channel the channel's kind, or the name that a bot gave
 */
public record Card(
        String channel,
        @Nullable String name,
        @Nullable String nickname,
        @Nullable String phone) {}
