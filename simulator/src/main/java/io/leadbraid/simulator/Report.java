package io.leadbraid.simulator;

import io.leadbraid.simulator.result.Pair;
import io.leadbraid.simulator.result.Score;
import io.leadbraid.simulator.sending.Instance;
import io.leadbraid.simulator.sending.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came out.
 *
 * @param complete whether each message that was taken is on a lead
 * @param seconds from the first channel to the last lead
 */
public record Report(Tally tally, Score score, boolean complete, double seconds) {

    private static final int EXAMPLES = 3;

    /** For people. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        line(text, "");
        line(
                text,
                "%d people wrote from %d sources; the product shows them on %d leads.",
                score.people(),
                score.sources(),
                score.leads());
        line(
                text,
                "%d posts in %.0f s (%.0f a second), %d taken, slowest answer %d ms; %.0f s in all.",
                tally.posts(),
                tally.seconds(),
                tally.posts() / Math.max(0.001, tally.seconds()),
                tally.taken(),
                tally.slowest(),
                seconds);
        if (!tally.tries().isEmpty()) {
            line(text, "Sent again after %s (0: no answer).", counts(tally.tries()));
        }
        if (!tally.refused().isEmpty() || tally.unanswered() > 0) {
            line(text, "Lost: refused %s, unanswered %d.", counts(tally.refused()), tally.unanswered());
        }
        if (!complete) {
            line(text, "NOT COMPLETE: messages that were taken are on no lead yet.");
        }
        line(text, "");
        line(
                text,
                "Pairs of sources        one person's  %8d, of which evidence links %d",
                score.truePairs(),
                score.knowablePairs());
        line(text, "                        merged        %8d, of which right %d", score.mergedPairs(), score.right());
        line(text, "Precision               %.4f", score.precision());
        line(text, "  but for shared and recycled numbers  %.4f", score.precisionApart());
        line(text, "Recall                  %.4f", score.recall());
        line(text, "  of what evidence links               %.4f", score.recallOfKnowable());
        section(text, "Wrong, because different people use one number:", score.misled(), score.wrongPairs());
        section(text, "Wrong:", score.wrong(), score.wrongPairs());
        section(text, "Missed:", score.missed(), score.missedPairs());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Map<String, Integer> counts, List<Pair> pairs) {
        if (counts.isEmpty()) {
            return;
        }
        line(text, "");
        line(text, "%s", title);
        counts.forEach((why, count) -> {
            line(text, "  %-24s %d", why, count);
            pairs.stream()
                    .filter(pair -> pair.why().equals(why))
                    .limit(EXAMPLES)
                    .forEach(pair -> line(text, "      %s", pair(pair)));
        });
    }

    private static String pair(Pair pair) {
        return side(pair.one()) + " + " + side(pair.other())
                + (pair.shared().isEmpty() ? "" : " by " + String.join(", ", pair.shared()));
    }

    private static String side(Pair.Side side) {
        return side.channel() + " " + side.source() + " (person " + side.person() + ")";
    }

    private static String counts(Map<Integer, Integer> byStatus) {
        return byStatus.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @SuppressWarnings("AnnotateFormatMethod") // all calls are above
    private static void line(StringBuilder text, String pattern, Object... values) {
        text.append(String.format(Locale.ROOT, pattern, values)).append(System.lineSeparator());
    }

    /** For programs: all of it, with every wrong and missed pair. */
    public String asJson() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("people", score.people());
        report.put("sources", score.sources());
        report.put("leads", score.leads());
        report.put("complete", complete);
        report.put("seconds", seconds);
        report.put("posts", tally);
        report.put("truePairs", score.truePairs());
        report.put("knowablePairs", score.knowablePairs());
        report.put("mergedPairs", score.mergedPairs());
        report.put("rightPairs", score.right());
        report.put("precision", score.precision());
        report.put("precisionApartFromSharedAndRecycledNumbers", score.precisionApart());
        report.put("recall", score.recall());
        report.put("recallOfWhatEvidenceLinks", score.recallOfKnowable());
        report.put("wrongBecauseOfOneNumber", score.misled());
        report.put("wrong", score.wrong());
        report.put("missed", score.missed());
        report.put("wrongPairs", score.wrongPairs());
        report.put("missedPairs", score.missedPairs());
        return Instance.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }
}
