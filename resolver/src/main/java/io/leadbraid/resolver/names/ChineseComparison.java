package io.leadbraid.resolver.names;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Two Chinese names, or a Chinese one and another. */
final class ChineseComparison {

    private final ChineseReader reader;
    private final Surnames surnames;

    ChineseComparison(ChineseReader reader, Surnames surnames) {
        this.reader = reader;
        this.surnames = surnames;
    }

    Finding compare(ChineseName a, ChineseName b) {
        if (a.surname().isEmpty() || b.surname().isEmpty()) {
            return a.given().equals(b.given()) ? Finding.SAME_GIVEN_NAME : Finding.NOT_COMPARABLE;
        }
        if (isGivenNameOf(a, b) || isGivenNameOf(b, a)) {
            return Finding.POSSIBLY_THE_SAME;
        }
        if (a.surname().equals(b.surname())) {
            return sameSurname(a, b);
        }
        if (!Collections.disjoint(allSurnames(a), allSurnames(b)) || isNear(a.surname(), b.surname())) {
            return Finding.POSSIBLY_THE_SAME;
        }
        return a.firm() && b.firm() ? Finding.OTHER_NAME : Finding.NOT_COMPARABLE;
    }

    /** Many given names begin with what is also a surname: 文佳 is Wen Jia, or the Wenjia of 张文佳. */
    private static boolean isGivenNameOf(ChineseName shown, ChineseName whole) {
        return whole.given().equals(shown.surname() + shown.given());
    }

    private static Finding sameSurname(ChineseName a, ChineseName b) {
        if (a.given().isEmpty() || b.given().isEmpty()) {
            return Finding.SAME_SURNAME_ALONE;
        }
        if (a.given().equals(b.given())) {
            return Finding.SAME_NAME;
        }
        return isNear(a.given(), b.given()) || !a.firm() || !b.firm()
                ? Finding.POSSIBLY_THE_SAME
                : Finding.OTHER_GIVEN_NAME;
    }

    /** Many take a second given name abroad, and some another surname: only two whole names that share nothing differ. */
    Finding compare(ChineseName chinese, WesternName western) {
        if (western.givens().isEmpty()) {
            return Finding.NOT_COMPARABLE;
        }
        boolean known = false;
        for (Word word : western.surnames()) {
            Set<String> read = reader.surnames(word);
            if (!Collections.disjoint(read, allSurnames(chinese))) {
                return Finding.POSSIBLY_THE_SAME;
            }
            known |= !read.isEmpty() || surnames.isRecognised(word);
        }
        return known && western.firm() && chinese.firm() && chinese.isWhole()
                ? Finding.OTHER_NAME
                : Finding.NOT_COMPARABLE;
    }

    private static Set<String> allSurnames(ChineseName name) {
        Set<String> all = new HashSet<>(name.otherSurnames());
        all.add(name.surname());
        return all;
    }

    /** What many speakers do not distinguish. */
    private static boolean isNear(String a, String b) {
        return blurred(a).equals(blurred(b));
    }

    private static String blurred(String reading) {
        return reading.replace("ng", "n").replace("zh", "z").replace("sh", "s").replace("ch", "c");
    }
}
