package io.leadbraid.model;

/**
 * Where a person writes from: the user's id on one account of a channel.
 *
 * @param channel the built-in channel's kind, or the name that a pushing bot gave
 * @param account our account on that channel (bot id, phone number id, ...); empty where there is only one
 */
public record SourceAddress(String channel, String account, String externalUserId) {

    public SourceAddress {
        if (channel.isBlank() || externalUserId.isBlank()) {
            throw new IllegalArgumentException("a source needs a channel and an external user id");
        }
    }
}
