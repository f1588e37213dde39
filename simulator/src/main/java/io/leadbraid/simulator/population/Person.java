package io.leadbraid.simulator.population;

/**
 * Somebody who never was, with everything by which he could be recognised.
 *
 * @param number the truth: who has the same number is the same person
 * @param username on Telegram, in lower case
 * @param botNickname on the platforms behind bots
 * @param whatsapp the id of his WhatsApp account within our business portfolio
 * @param avito his user id on Avito
 */
record Person(
        int number,
        Name name,
        Phone phone,
        Phone secondPhone,
        String email,
        String secondEmail,
        long telegramId,
        String username,
        String botNickname,
        String whatsapp,
        long avito) {

    /** The same person with another self on the platforms. */
    Person as(Person self) {
        return new Person(
                number,
                name,
                self.phone,
                self.secondPhone,
                self.email,
                self.secondEmail,
                self.telegramId,
                self.username,
                self.botNickname,
                self.whatsapp,
                self.avito);
    }

    Person withPhone(Phone other) {
        return new Person(
                number,
                name,
                other,
                secondPhone,
                email,
                secondEmail,
                telegramId,
                username,
                botNickname,
                whatsapp,
                avito);
    }
}
