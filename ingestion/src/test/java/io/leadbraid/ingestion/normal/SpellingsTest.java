package io.leadbraid.ingestion.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "Anna.K@Example.COM,                 anna.k@example.com",
                "'  anna@example.com ',              anna@example.com",
                "mailto:anna@example.com?subject=x,  anna@example.com",
                "Anna Karenina <anna@example.com>,   anna@example.com",
                "anna+ads@gmail.com,                 anna+ads@gmail.com",
                "a.n.n.a@gmail.com,                  a.n.n.a@gmail.com",
                "анна@почта.рф,                      анна@xn--80a1acny.xn--p1ai",
                "anna@bücher.de,                     anna@xn--bcher-kva.de",
                "anna@xn--bcher-kva.de,              anna@xn--bcher-kva.de",
                "ａｎｎａ＠example.com,                anna@example.com",
                "anna@example.com.,                  anna@example.com",
                "anna@localhost,                     none",
                "@anna,                              none",
                "anna@,                              none",
                "an na@example.com,                  none",
                "anna@exa mple.com,                  none",
                "anna@192.168.0.1,                   none",
                "anna@-example.com,                  none",
                ".anna@example.com,                  none",
                "anna,                               none",
            })
    void oneAddressHasOneSpelling(String raw, String email) {
        assertThat(Emails.read(raw).orElse(null)).isEqualTo(email);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "@Anna_K,                              anna_k",
                "Anna_K,                               anna_k",
                "https://t.me/Anna_K,                  anna_k",
                "t.me/anna_k?start=abc,                anna_k",
                "telegram.me/anna_k/,                  anna_k",
                "tg://resolve?domain=Anna_K,           anna_k",
                "t.me/joinchat,                        none",
                "t.me/+79161234567,                    none",
                "@help_bot,                            none",
                "@ann,                                 none",
                "1anna,                                none",
                "анна_к,                               none",
                "anna k,                               none",
            })
    void oneTelegramUsernameHasOneSpelling(String raw, String nickname) {
        assertThat(Nicknames.read("telegram", raw).orElse(null)).isEqualTo(nickname);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "@Anna.K, anna.k",
                "Анна_К,  анна_к",
                "id1,     id1",
                "Anna K,  none",
                "@,       none",
                "--,      none",
            })
    void aBotsNicknamesMayHoldAnythingWithoutBlanks(String raw, String nickname) {
        assertThat(Nicknames.read("vk", raw).orElse(null)).isEqualTo(nickname);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'  Иван \t Иванов\n', Иван Иванов",
                "Sa\u0301sha,          S\u00E1sha",
                "Анна 👩‍👧,            Анна 👩‍👧",
                "'...',                none",
                "'',                   none",
            })
    void namesAreOnOneLine(String raw, String name) {
        assertThat(Names.read(raw).orElse(null)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"Пётр Семёнов, семенов петр", "JOSÉ  da Silva, da jose silva", "'Семенов, Петр', петр семенов"})
    void foldedNamesForgetCaseAccentsAndOrder(String name, String folded) {
        assertThat(Names.folded(name).split(" ")).containsExactlyInAnyOrder(folded.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"'a\u0000b',ab", "'a\uD800b',a\uFFFDb", "'a\uDC00',a\uFFFD", "'a\nb\tc\u0007','a\nb\tc'", "👍,👍"})
    void storableTextHasNothingThatCannotBeKept(String raw, String storable) {
        assertThat(Texts.storable(raw)).isEqualTo(storable);
    }
}
