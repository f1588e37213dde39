package io.leadbraid.resolver.names;

import java.util.List;
import java.util.stream.Stream;

/** A line of {@code pairs.tsv}. */
record LabelledPair(String a, String b, Verdict label, String language, boolean heldBack, String remark) {

    static List<LabelledPair> all() {
        return lines().map(LabelledPair::of).toList();
    }

    private static Stream<String> lines() {
        return Table.lines("pairs.tsv").stream().skip(1);
    }

    private static LabelledPair of(String line) {
        String[] cells = line.split("\t");
        boolean heldBack = switch (cells[4]) {
            case "tuning" -> false;
            case "held-back" -> true;
            default -> throw new IllegalArgumentException("no half: " + cells[4]);
        };
        return new LabelledPair(cells[0], cells[1], Verdict.valueOf(cells[2]), cells[3], heldBack, cells[5]);
    }
}
