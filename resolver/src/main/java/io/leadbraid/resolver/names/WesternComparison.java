package io.leadbraid.resolver.names;

import io.leadbraid.resolver.names.GivenNames.Form;
import io.leadbraid.resolver.names.GivenNames.Root;
import io.leadbraid.resolver.names.WesternName.Given;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two names in Latin or Cyrillic letters. Symmetric in both. */
final class WesternComparison {

    private static final int SHORTEST_STEM = 3;

    /** How one part of two names compares. */
    private enum Part {
        SAME,
        /** A misspelling, an initial: the same where the rest is. */
        ALIKE,
        POSSIBLE,
        DIFFERENT,
        /** One of the two does not tell it. */
        UNTOLD
    }

    private final Surnames surnames;

    WesternComparison(Surnames surnames) {
        this.surnames = surnames;
    }

    Finding compare(WesternName a, WesternName b) {
        if (a.isSomebody() && b.isSomebody() && wholeNames(a, b)) {
            return Finding.SAME_NAME;
        }
        Part surname = surnames(a, b);
        return switch (givens(a, b)) {
            case SAME -> sameGiven(a, b, surname);
            case ALIKE -> surname == Part.SAME ? Finding.SAME_NAME : Finding.POSSIBLY_THE_SAME;
            case POSSIBLE -> Finding.POSSIBLY_THE_SAME;
            case DIFFERENT -> otherGiven(a, b, surname);
            case UNTOLD -> surnameAlone(a, b, surname);
        };
    }

    private Finding sameGiven(WesternName a, WesternName b, Part surname) {
        if (a.firm() && b.firm() && otherFather(a, b)) {
            return Finding.OTHER_PATRONYMIC;
        }
        return switch (surname) {
            case SAME -> Finding.SAME_NAME;
            case UNTOLD -> Finding.SAME_GIVEN_NAME;
            case ALIKE, POSSIBLE, DIFFERENT ->
                a.firm() && b.firm() && a.known() && b.known() && a.isMale() && b.isMale()
                        ? Finding.OTHER_SURNAME
                        : Finding.POSSIBLY_THE_SAME;
        };
    }

    private Finding otherGiven(WesternName a, WesternName b, Part surname) {
        if (surname == Part.SAME && !ofBothSexes(a, b) && oneMayBeMisspelt(a, b)) {
            return Finding.POSSIBLY_THE_SAME;
        }
        if (!a.firm() || !b.firm()) {
            return Finding.NOT_COMPARABLE;
        }
        return surname == Part.SAME ? Finding.OTHER_GIVEN_NAME : Finding.OTHER_NAME;
    }

    private boolean oneMayBeMisspelt(WesternName a, WesternName b) {
        return a.givens().stream()
                .anyMatch(one -> b.givens().stream()
                        .anyMatch(other ->
                                surnames.isSlip(one.word().plain(), other.word().plain())));
    }

    private static Finding surnameAlone(WesternName a, WesternName b, Part surname) {
        if (surname != Part.SAME || !a.isSomebody() || !b.isSomebody()) {
            return Finding.NOT_COMPARABLE;
        }
        boolean bothTellMore = a.surnames().size() + a.givens().size() > 1
                && b.surnames().size() + b.givens().size() > 1;
        return ofBothSexes(a, b) || bothTellMore ? Finding.POSSIBLY_THE_SAME : Finding.SAME_SURNAME_ALONE;
    }

    private static boolean wholeNames(WesternName a, WesternName b) {
        return a.size() == b.size() && a.initials().equals(b.initials()) && isWithin(a, b) && isWithin(b, a);
    }

    private static boolean isWithin(WesternName a, WesternName b) {
        List<Word> others = b.words();
        for (Word word : a.words()) {
            if (!holds(others, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(List<Word> words, Word sought) {
        for (Word word : words) {
            if (word.soundsLike(sought)) {
                return true;
            }
        }
        return false;
    }

    private Part givens(WesternName a, WesternName b) {
        if (a.givens().isEmpty() && b.givens().isEmpty()) {
            return Part.UNTOLD;
        }
        if (a.givens().isEmpty() || b.givens().isEmpty()) {
            return a.givens().isEmpty() ? untoldGiven(b, a) : untoldGiven(a, b);
        }
        boolean possible = isGiven(a, b) || isGiven(b, a);
        boolean bothSexes = ofBothSexes(a, b);
        for (Given one : a.givens()) {
            for (Given other : b.givens()) {
                Part part = compare(one.form(), a.sex(), other.form(), b.sex());
                if (part == Part.SAME) {
                    return Part.SAME;
                }
                possible |= part == Part.POSSIBLE || (!bothSexes && isOneWithAnEnding(one.word(), other.word()));
            }
        }
        return possible ? Part.POSSIBLE : Part.DIFFERENT;
    }

    private static boolean ofBothSexes(WesternName a, WesternName b) {
        return a.sex() != Sex.UNTOLD && b.sex() != Sex.UNTOLD && a.sex() != b.sex();
    }

    /** A surname of one is a given name of the other. */
    private static boolean isGiven(WesternName a, WesternName b) {
        for (Given given : b.givens()) {
            if (holds(a.surnames(), given.word())) {
                return true;
            }
        }
        return false;
    }

    /** One tells a given name, the other at most an initial or an unknown word. */
    private Part untoldGiven(WesternName teller, WesternName other) {
        boolean slip = teller.givens().stream()
                .anyMatch(given -> other.surnames().stream().anyMatch(word -> isMisspelt(given.word(), word)));
        if (slip) {
            return Part.ALIKE;
        }
        if (other.initials().isEmpty() || other.surnames().isEmpty()) {
            return Part.UNTOLD;
        }
        boolean begins = teller.givens().stream()
                .anyMatch(given -> other.initials().stream().anyMatch(given.form()::mayBegin));
        return begins ? Part.ALIKE : other.known() ? Part.DIFFERENT : Part.UNTOLD;
    }

    private boolean isMisspelt(Word known, Word unknown) {
        return !surnames.isRecognised(unknown)
                && (known.soundsLike(unknown)
                        || (known.plain().length() > SHORTEST_STEM && surnames.isSlip(known.plain(), unknown.plain())));
    }

    private static Part compare(Form a, Sex sexOfA, Form b, Sex sexOfB) {
        Set<Root> sureA = narrowed(a.sure(), sexOfA);
        Set<Root> sureB = narrowed(b.sure(), sexOfB);
        if (!Collections.disjoint(sureA, sureB)) {
            return Part.SAME;
        }
        Set<Root> allA = new HashSet<>(sureA);
        allA.addAll(narrowed(a.loose(), sexOfA));
        Set<Root> allB = new HashSet<>(sureB);
        allB.addAll(narrowed(b.loose(), sexOfB));
        return Collections.disjoint(allA, allB) ? Part.DIFFERENT : Part.POSSIBLE;
    }

    /** Sasha Ivanova is no Alexander. */
    private static Set<Root> narrowed(Set<Root> roots, Sex sex) {
        if (sex == Sex.UNTOLD) {
            return roots;
        }
        Set<Root> narrowed = new HashSet<>(roots);
        narrowed.removeIf(root -> root.sex() != sex);
        return narrowed.isEmpty() ? roots : narrowed;
    }

    /** Alexander and Alexandra, Daniel and Daniela: too near to tell a woman from a man in the genitive. */
    private static boolean isOneWithAnEnding(Word one, Word other) {
        for (String a : one.sounds()) {
            for (String b : other.sounds()) {
                String shorter = a.length() < b.length() ? a : b;
                String longer = a.length() < b.length() ? b : a;
                if (shorter.length() > SHORTEST_STEM
                        && longer.length() - shorter.length() <= 2
                        && longer.startsWith(shorter)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Part surnames(WesternName a, WesternName b) {
        if (a.surnames().isEmpty() || b.surnames().isEmpty()) {
            return Part.UNTOLD;
        }
        for (Word one : a.surnames()) {
            for (Word other : b.surnames()) {
                if (surnames.same(one, other)) {
                    return Part.SAME;
                }
            }
        }
        return Part.DIFFERENT;
    }

    /** Told by women's fathers' names, and by men's that stand beside a surname. */
    private boolean otherFather(WesternName a, WesternName b) {
        return tellsFather(a)
                && tellsFather(b)
                && a.patronymics().stream()
                        .noneMatch(one -> b.patronymics().stream().anyMatch(other -> surnames.same(one, other)));
    }

    private static boolean tellsFather(WesternName name) {
        return !name.patronymics().isEmpty()
                && (name.sex() == Sex.FEMALE || !name.surnames().isEmpty());
    }
}
