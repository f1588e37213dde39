package io.leadbraid.resolver.names;

import java.util.Comparator;

/** Why names agree, contradict or say nothing. Of many findings about the same two people the earliest here counts. */
public enum Finding {
    SAME_NAME(Verdict.AGREE),
    SAME_GIVEN_NAME(Verdict.AGREE),
    /** One side tells no given name. */
    SAME_SURNAME_ALONE(Verdict.AGREE),
    /** A misspelling, a name of another tongue, a surname changed by marriage. */
    POSSIBLY_THE_SAME(Verdict.SILENT),
    OTHER_GIVEN_NAME(Verdict.SAME_SURNAME),
    /** The same given name, but a man's surname is another. */
    OTHER_SURNAME(Verdict.CONTRADICT),
    /** The same given name, but another father's name. */
    OTHER_PATRONYMIC(Verdict.CONTRADICT),
    OTHER_NAME(Verdict.CONTRADICT),
    /** Two names that tell different parts, or not enough. */
    NOT_COMPARABLE(Verdict.SILENT),
    /** A nickname, a shop, a role, a number. */
    NO_PERSON(Verdict.SILENT);

    /** Among readings of one text: what cannot be compared is a doubt, so it comes before every difference. */
    static final Comparator<Finding> MOST_LENIENT = Comparator.comparing((Finding finding) -> switch (finding.verdict) {
                case AGREE -> 0;
                case SILENT -> 1;
                case SAME_SURNAME, CONTRADICT -> 2;
            })
            .thenComparing(Comparator.naturalOrder());

    private final Verdict verdict;

    Finding(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
