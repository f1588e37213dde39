package io.leadbraid.ingestion.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any text whatever. */
class AnyTextTest {

    private static final int TEXTS = 5_000;
    private static final List<String> BITS = List.of(
            "+",
            "7",
            "8",
            "00",
            "916",
            "1234567",
            "55",
            "549",
            "521",
            "(",
            ")",
            "-",
            " ",
            "\u00A0",
            "@",
            ".",
            "a",
            "K",
            "ё",
            "İ",
            "ß",
            "ﬃ",
            "example.com",
            "t.me/",
            "https://",
            "bot",
            "\u0000",
            "\uD800",
            "\uDC00",
            "👍",
            "\u0301",
            "\u202E",
            "\u200B",
            "９",
            "٣",
            "<",
            ">",
            "mailto:",
            "tel:",
            "ext",
            ";",
            "_",
            "\n",
            "𝟗",
            "Σ");

    private final Phones phones = new Phones();
    private final Mentions mentions = new Mentions(phones);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void normalisingTwiceChangesNothing(long seed) {
        texts(seed).forEach(text -> {
            phones.read(text, "RU").ifPresent(phone -> {
                assertThat(phone).matches("\\+[1-9]\\d{6,14}");
                assertThat(phones.read(phone, "DE")).contains(phone);
                assertThat(phones.readInternational(phone, "DE")).contains(phone);
            });
            Emails.read(text).ifPresent(email -> assertThat(Emails.read(email)).contains(email));
            Nicknames.telegram(text)
                    .ifPresent(name -> assertThat(Nicknames.telegram(name)).contains(name));
            Nicknames.read("vk", text)
                    .ifPresent(name -> assertThat(Nicknames.read("vk", name)).contains(name));
            Names.read(text).ifPresent(name -> assertThat(Names.read(name)).contains(name));
            assertThat(Names.folded(Names.folded(text))).isEqualTo(Names.folded(text));
            assertThat(Texts.storable(Texts.storable(text))).isEqualTo(Texts.storable(text));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void storableTextSurvivesUtf8(long seed) {
        texts(seed).map(Texts::storable).forEach(text -> {
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(text);
            assertThat(text).doesNotContain("\u0000");
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void mentionsStandWhereTheySayTheyStand(long seed) {
        texts(seed)
                .map(Texts::storable)
                .forEach(text -> assertThat(mentions.in(text, "RU"))
                        .allSatisfy(mention -> assertThat(text.startsWith(mention.raw(), mention.start()))
                                .isTrue()));
        texts(seed).forEach(text -> mentions.whole(text, "RU"));
    }

    private static Stream<String> texts(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> random.nextBoolean() ? ofBits(random) : ofAnything(random))
                .limit(TEXTS);
    }

    private static String ofBits(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(BITS.get(random.nextInt(BITS.size())));
        }
        return text.toString();
    }

    private static String ofAnything(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append((char) random.nextInt(random.nextInt(4) == 0 ? 0x10000 : 0x500));
        }
        return text.toString();
    }
}
