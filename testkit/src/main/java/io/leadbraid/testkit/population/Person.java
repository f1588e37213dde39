package io.leadbraid.testkit.population;

/**
 * Somebody who never was, with everything by which he could be recognised.
 *
 * @param username on Telegram, in lower case
 * @param botNickname on the platforms behind bots
 */
record Person(
        String name,
        Phone phone,
        Phone secondPhone,
        String email,
        String secondEmail,
        long telegramId,
        String username,
        String botNickname) {}
