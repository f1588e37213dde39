package io.leadbraid.resolver.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How often a verdict is right. Only the last test may look at the half that is held back; nothing is tuned by it. */
class LabelledPairsTest {

    private static final double PRECISION = 0.98;
    private static final double RECALL = 0.9;

    /** Of the other verdicts, where a mistake asks nobody a needless question; a half has 15 pairs of one surname. */
    private static final double RECALL_OF_OTHERS = 0.75;

    private final NameCheck check = NameCheck.load();

    @Test
    void theTableHasThreeHundredPairsOfFourLanguagesAndNoneTwice() {
        List<LabelledPair> pairs = LabelledPair.all();

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(300);
        assertThat(pairs.stream().collect(Collectors.groupingBy(LabelledPair::language, Collectors.counting())))
                .containsOnlyKeys("ru", "de", "zh", "en", "across")
                .allSatisfy((language, count) -> assertThat(count).isGreaterThanOrEqualTo(50));
        assertThat(pairs.stream().filter(LabelledPair::heldBack).count())
                .isBetween(pairs.size() / 2L - 1, pairs.size() / 2L + 1);
        assertThat(pairs.stream().map(pair -> pair.a() + "\t" + pair.b())).doesNotHaveDuplicates();
    }

    @Test
    void contradictionsOfTheTuningHalfAreRight() {
        assertRight(LabelledPair.all().stream().filter(pair -> !pair.heldBack()).toList());
    }

    @Test
    void contradictionsOfTheHalfThatIsHeldBackAreRight() {
        assertRight(LabelledPair.all().stream().filter(LabelledPair::heldBack).toList());
    }

    private void assertRight(List<LabelledPair> pairs) {
        Map<Verdict, Tally> tallies = new TreeMap<>();
        StringBuilder wrong = new StringBuilder();
        for (LabelledPair pair : pairs) {
            Finding finding = check.compare(pair.a(), pair.b());
            tallies.computeIfAbsent(finding.verdict(), Tally::new).said++;
            tallies.computeIfAbsent(pair.label(), Tally::new).labelled++;
            if (finding.verdict() == pair.label()) {
                tallies.get(pair.label()).right++;
            } else {
                wrong.append("%n%s, not %s: %s | %s (%s)"
                        .formatted(finding, pair.label(), pair.a(), pair.b(), pair.remark()));
            }
        }

        String report = tallies.values() + wrong.toString();
        System.out.println("Names: " + report);
        Tally contradictions = tallies.get(Verdict.CONTRADICT);
        assertThat(contradictions.precision()).as(report).isGreaterThanOrEqualTo(PRECISION);
        assertThat(contradictions.recall()).as(report).isGreaterThanOrEqualTo(RECALL);
        assertThat(tallies.values())
                .as(report)
                .allSatisfy(tally -> assertThat(tally.recall()).isGreaterThanOrEqualTo(RECALL_OF_OTHERS));
    }

    private static final class Tally {

        private final Verdict verdict;
        private int said;
        private int labelled;
        private int right;

        Tally(Verdict verdict) {
            this.verdict = verdict;
        }

        double precision() {
            return said == 0 ? 1 : (double) right / said;
        }

        double recall() {
            return labelled == 0 ? 1 : (double) right / labelled;
        }

        @Override
        public String toString() {
            return "%s precision %.3f (%d of %d), recall %.3f (%d of %d)"
                    .formatted(verdict, precision(), right, said, recall(), right, labelled);
        }
    }
}
