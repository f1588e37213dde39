package io.leadbraid.resolver.names;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of readings is what ICU says. */
class ChineseReadingsTest {

    private static final char FIRST = 0x4E00;
    private static final char LAST = 0x9FFF;

    @Test
    void theReadingOfEachCharacterIsThatOfIcu() {
        Transliterator icu = Transliterator.getInstance("Han-Latin");
        List<CharsetEncoder> sets = List.of(
                Charset.forName("GB2312").newEncoder(), Charset.forName("Big5").newEncoder());
        TreeMap<String, StringBuilder> bySyllable = new TreeMap<>();

        for (char character = FIRST; character <= LAST; character++) {
            char one = character;
            if (sets.stream().anyMatch(set -> set.canEncode(one))) {
                String reading = Normalizer.normalize(icu.transliterate(String.valueOf(one)), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
                if (reading.matches("[a-z]+")) {
                    bySyllable
                            .computeIfAbsent(reading, none -> new StringBuilder())
                            .append(one);
                }
            }
        }

        assertThat(Table.lines("chinese-readings.txt"))
                .isEqualTo(bySyllable.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }
}
