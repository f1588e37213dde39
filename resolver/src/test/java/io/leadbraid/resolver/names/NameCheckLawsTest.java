package io.leadbraid.resolver.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for all texts, on seeded random ones. */
class NameCheckLawsTest {

    private static final int RUNS = 20_000;

    private final NameCheck check = NameCheck.load();

    private final List<String> names = LabelledPair.all().stream()
            .flatMap(pair -> Stream.of(pair.a(), pair.b()))
            .distinct()
            .toList();

    @Test
    void theOrderOfTheSidesDoesNotMatter() {
        Random random = new Random(1);
        for (int i = 0; i < RUNS; i++) {
            String a = any(random);
            String b = any(random);

            assertThat(check.compare(a, b)).as("%s | %s", a, b).isEqualTo(check.compare(b, a));
        }
    }

    @Test
    void aNameAgreesWithItselfOrSaysNothing() {
        Random random = new Random(2);
        for (int i = 0; i < RUNS; i++) {
            String name = any(random);

            assertThat(check.compare(name, name).verdict()).as(name).isIn(Verdict.AGREE, Verdict.SILENT);
        }
    }

    @Test
    void caseAndSpaceDoNotMatter() {
        Random random = new Random(3);
        for (int i = 0; i < RUNS; i++) {
            String a = names.get(random.nextInt(names.size()));
            String b = names.get(random.nextInt(names.size()));
            String other = random.nextBoolean() ? a.toUpperCase(Locale.ROOT) : a.toLowerCase(Locale.ROOT);

            assertThat(check.compare("  " + other.replace(" ", " \t\u00a0 ") + "\n", b))
                    .as("%s | %s", a, b)
                    .isEqualTo(check.compare(a, b));
        }
    }

    @Test
    void itAnswersForTextOfAnyLetters() {
        Random random = new Random(4);
        for (int i = 0; i < RUNS / 4; i++) {
            String a = garbage(random, 1 + random.nextInt(60));
            String b = random.nextBoolean() ? garbage(random, 1 + random.nextInt(300)) : any(random);

            assertThat(check.compare(a, b)).as("%s | %s", a, b).isEqualTo(check.compare(b, a));
        }
    }

    @Test
    void textWithoutEndSaysNothing() {
        for (String piece : List.of("Анна ", "王", "\ud83d", "a", "Zhang", "((((", "\u0301", "ﷺ", "i. ")) {
            String endless = piece.repeat(1 + 1_000_000 / piece.length());
            String longest = piece.repeat(200 / piece.length());

            assertThat(check.compare(endless, "Иван Петров")).isEqualTo(Finding.NO_PERSON);
            assertThat(check.compare(endless, endless)).isEqualTo(Finding.NO_PERSON);
            assertThatNoException().isThrownBy(() -> check.compare(longest, longest));
        }
        assertThat(check.compare("", "")).isEqualTo(Finding.NO_PERSON);
    }

    @Test
    void namesOfAPlaceCountWhateverTheirOrderAndRepeats() {
        Random random = new Random(5);
        for (int i = 0; i < RUNS / 10; i++) {
            List<String> mine = some(random, 20);
            List<String> others = some(random, 5);
            List<String> shuffled = new ArrayList<>(mine);
            shuffled.add(mine.get(random.nextInt(mine.size())));
            Collections.shuffle(shuffled, random);

            assertThat(check.compare(shuffled, others)).isEqualTo(check.compare(mine, others));
            assertThat(check.compare(others, mine)).isEqualTo(check.compare(mine, others));
        }
    }

    @Test
    void onePairThatAgreesOutweighsOthers() {
        assertThat(check.compare(Set.of("Мария", "Саша"), Set.of("Иван", "Alexander"))
                        .verdict())
                .isEqualTo(Verdict.AGREE);
        assertThat(check.compare(Set.of("Мария", "Мама"), Set.of("Иван")).verdict())
                .isEqualTo(Verdict.CONTRADICT);
        assertThat(check.compare(Set.of(), Set.of("Иван"))).isEqualTo(Finding.NO_PERSON);
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() {
        List<Finding> alone = answers().toList();

        assertThat(IntStream.range(0, 8).parallel().mapToObj(thread -> answers().toList()))
                .allSatisfy(together -> assertThat(together).isEqualTo(alone));
    }

    @Test
    void aPairTakesMicroseconds() {
        List<LabelledPair> pairs = LabelledPair.all();
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 60; round++) {
            long start = thread.getCurrentThreadCpuTime();
            pairs.forEach(pair -> check.compare(pair.a(), pair.b()));
            best = Math.min(best, (thread.getCurrentThreadCpuTime() - start) / pairs.size());
        }

        System.out.printf("Names: %.1f us of CPU time for a pair%n", best / 1000.0);
        assertThat(best).as("nanoseconds for a pair").isLessThan(100_000);
    }

    private Stream<Finding> answers() {
        return LabelledPair.all().stream().map(pair -> check.compare(pair.a(), pair.b()));
    }

    private List<String> some(Random random, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> any(random))
                .toList();
    }

    /** A name, or words of several. */
    private String any(Random random) {
        String name = names.get(random.nextInt(names.size()));
        if (random.nextBoolean()) {
            return name;
        }
        String other = names.get(random.nextInt(names.size()));
        String joint = List.of(" ", "-", ", ", ". ", "", " & ", "1", "’").get(random.nextInt(8));
        return random.nextBoolean()
                ? name + joint + other
                : name.substring(random.nextInt(name.length())) + joint + other;
    }

    private static String garbage(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 2 -> text.append((char) (0x400 + random.nextInt(0x130)));
                case 3 -> text.append((char) (0x4E00 + random.nextInt(0x5200)));
                default -> text.append((char) random.nextInt(0x250));
            }
        }
        return text.toString();
    }
}
