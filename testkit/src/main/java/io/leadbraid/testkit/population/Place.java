package io.leadbraid.testkit.population;

/** Where people write: an account of ours on some channel. */
public sealed interface Place {

    /** @param bot the bot's id, which is the number before the colon of its token */
    record Telegram(long bot) implements Place {}

    /** @param region where visitors dial without a country code */
    record Form(String name, String region) implements Place {}

    /** @param channel the name that a pushing bot gives; without a channel of ours behind it */
    record Pushed(String channel, String account) implements Place {}
}
