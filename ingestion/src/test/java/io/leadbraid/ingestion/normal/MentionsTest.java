package io.leadbraid.ingestion.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadbraid.model.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    private final Mentions mentions = new Mentions(new Phones());

    @Test
    void findsPhonesMailsAndUsernamesWithTheirPlaces() {
        String text = "Пишите 8 916 123-45-67, Anna.K@Example.com или в тг @anna_k (t.me/Anna_Shop)!";

        assertThat(mentions.in(text, "RU"))
                .extracting(Mention::identifier, Mention::start, Mention::raw)
                .containsExactly(
                        tuple(Identifier.phone("+79161234567"), 7, "8 916 123-45-67"),
                        tuple(Identifier.email("anna.k@example.com"), 24, "Anna.K@Example.com"),
                        tuple(Identifier.nickname("telegram", "anna_k"), 52, "@anna_k"),
                        tuple(Identifier.nickname("telegram", "anna_shop"), 61, "t.me/Anna_Shop"));
    }

    @Test
    void placesCountUtf16UnitsAsTelegramDoes() {
        assertThat(mentions.in("👍👍 +79161234567", "RU"))
                .extracting(Mention::start)
                .containsExactly(5);
    }

    @Test
    void oneIdentifierIsFoundOnce() {
        assertThat(mentions.in("8 916 123-45-67 или +7 916 123 45 67", "RU"))
                .extracting(Mention::start)
                .containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Заказ 20261122 на 15 000 000 рублей",
                "Встретимся 22.11.2026 в 18:30",
                "@channel_bot подсказал",
                "карта 4111 1111 1111 1111",
                "почта@ и @",
                "@me",
                "a@b",
                "https://t.me/joinchat/AAAA",
                "https://t.me/c/12345678/9",
                "IP 192.168.100.100",
                ""
            })
    void plainTextHoldsNone(String text) {
        assertThat(mentions.in(text, "RU")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8 916 123-45-67,        phone=+79161234567",
        "' +7 (916) 1234567. ',  phone=+79161234567",
        "(916) 123-45-67,        phone=+79161234567",
        "79161234567,            phone=+79161234567",
        "@Anna_K,                nickname:telegram=anna_k",
        "https://t.me/anna_k,    nickname:telegram=anna_k",
        "anna@example.com!,      email=anna@example.com",
    })
    void aTextMayConsistOfAnIdentifier(String text, String identifier) {
        assertThat(mentions.whole(text, "RU"))
                .map(Mention::identifier)
                .map(Identifier::canonical)
                .contains(identifier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 916 123-45-67 звоните", "пишите anna@example.com", "anna_k", "", "...", "12345"})
    void otherTextsDoNot(String text) {
        assertThat(mentions.whole(text, "RU")).isEmpty();
    }

    @Test
    void aFloodOfDigitsOrSignsIsReadInReasonableTime() {
        String digits = "1".repeat(500_000);
        String signs = "a@".repeat(250_000);

        long before = System.nanoTime();
        mentions.in(digits, "RU");
        mentions.in(signs, "RU");

        assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
    }
}
