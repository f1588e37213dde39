package io.leadbraid.resolver.names;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in Latin or Cyrillic letters.
 *
 * @param surnames words beside the given names, or all unknown words where there is none
 * @param known one of the surnames is recognisably one
 * @param initials as sounds
 * @param firm clear enough to contradict another name: no sign of a nickname, a shop, two people
 */
record WesternName(
        List<Given> givens,
        List<Word> surnames,
        boolean known,
        List<Word> patronymics,
        List<Character> initials,
        Sex sex,
        boolean firm)
        implements Reading {

    record Given(Word word, GivenNames.Form form) {}

    /** Told by an ending or a title, or by all given names. */
    boolean isMale() {
        return sex == Sex.UNTOLD
                ? !givens.isEmpty()
                        && givens.stream().allMatch(given -> given.form().sex() == Sex.MALE)
                : sex == Sex.MALE;
    }

    int size() {
        return givens.size() + surnames.size() + patronymics.size();
    }

    /** Given names, surnames and father's names. */
    List<Word> words() {
        List<Word> words = new ArrayList<>(surnames);
        givens.forEach(given -> words.add(given.word()));
        words.addAll(patronymics);
        return words;
    }

    /** As far as words go: enough to be somebody's name. */
    boolean isSomebody() {
        return !givens.isEmpty() || known || surnames.size() > 1;
    }
}
