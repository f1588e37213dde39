package io.leadbraid.resolver.names;

import io.leadbraid.resolver.names.WesternName.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sorts the words of a name in Latin or Cyrillic letters: given names, surnames, father's name, initials, titles. */
final class WesternReader {

    private static final int MOST_UNKNOWN = 2;

    private static final List<String> OF_DAUGHTERS =
            List.of("овна", "евна", "ична", "ovna", "evna", "owna", "ewna", "ichna", "itschna");

    private static final List<String> OF_SONS = List.of(
            "ович", "евич", "ьич", "укич", "узьмич", "омич", "ovich", "evich", "ovic", "evic", "owitsch", "ewitsch",
            "lyich");

    private final GivenNames givenNames;
    private final Surnames surnames;
    private final Vocabulary vocabulary;

    WesternReader(GivenNames givenNames, Surnames surnames, Vocabulary vocabulary) {
        this.givenNames = givenNames;
        this.surnames = surnames;
        this.vocabulary = vocabulary;
    }

    Optional<WesternName> read(Wording wording) {
        if (wording.words().stream().anyMatch(word -> !word.isLatin() && !word.isCyrillic())) {
            return Optional.empty();
        }
        Sorting sorting = new Sorting();
        wording.words().forEach(sorting::take);
        WesternName name = sorting.name(wording.bare());
        return name.givens().isEmpty() && name.surnames().isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** A father's name tells the sex; the ending of a man's is one of surnames as well. */
    private static Sex patronymic(Word word) {
        String plain = word.plain();
        for (String ending : OF_DAUGHTERS) {
            if (plain.length() > ending.length() + 1 && plain.endsWith(ending)) {
                return Sex.FEMALE;
            }
        }
        for (String ending : OF_SONS) {
            if (plain.length() > ending.length() && plain.endsWith(ending)) {
                return Sex.MALE;
            }
        }
        return Sex.UNTOLD;
    }

    private final class Sorting {

        private final List<Given> givens = new ArrayList<>();
        private final List<Word> others = new ArrayList<>();
        private final List<Word> patronymics = new ArrayList<>();
        private final List<Character> initials = new ArrayList<>();
        private Sex titled = Sex.UNTOLD;
        private boolean entitled;
        private boolean unknownFirst;

        void take(Word word) {
            Optional<Sex> title = vocabulary.title(word);
            if (title.isPresent()) {
                titled = titled.and(title.get());
                entitled = true;
            } else if (word.isInitial()) {
                word.sounds().stream().findFirst().map(GivenNames::initial).ifPresent(initials::add);
            } else if (!vocabulary.isParticle(word) && !word.sounds().isEmpty()) {
                takeName(word);
            }
        }

        private void takeName(Word word) {
            Optional<GivenNames.Form> form = givenNames.find(word);
            if (form.isPresent()) {
                unknownFirst |= givens.isEmpty() && others.stream().anyMatch(one -> !surnames.isRecognised(one));
                givens.add(new Given(word, form.get()));
            } else if (patronymic(word) != Sex.UNTOLD) {
                patronymics.add(word);
            } else {
                others.add(word);
            }
        }

        WesternName name(boolean bare) {
            surnamesAmongGivens();
            fathersNamesThatAreNone();
            boolean known = others.stream().anyMatch(surnames::isRecognised);
            Sex sex = titled;
            for (Word patronymic : patronymics) {
                sex = sex.and(patronymic(patronymic));
            }
            for (Word other : others) {
                sex = sex.and(Surnames.sex(other));
            }
            long unknown = others.stream()
                    .filter(Predicate.not(surnames::isRecognised))
                    .count();
            boolean onlyWords = !known
                    && !entitled
                    && patronymics.isEmpty()
                    && givens.stream().allMatch(given -> given.form().word());
            boolean firm = bare && unknown < MOST_UNKNOWN && !onlyWords && !(unknownFirst && patronymics.isEmpty());
            return new WesternName(
                    List.copyOf(givens),
                    List.copyOf(others),
                    known,
                    List.copyOf(patronymics),
                    List.copyOf(initials),
                    sex,
                    firm);
        }

        /** Anna Martin: a given name that is a surname as well, beside another given name and no surname. */
        private void surnamesAmongGivens() {
            if (givens.size() > 1 && others.isEmpty()) {
                for (int i = givens.size() - 1; i >= 0; i--) {
                    if (surnames.isListed(givens.get(i).word())) {
                        others.add(givens.remove(i).word());
                        return;
                    }
                }
            }
        }

        /** Ana Petrovich, Petrovich: no man's given name beside it, or none at all. */
        private void fathersNamesThatAreNone() {
            boolean woman = givens.stream().anyMatch(given -> given.form().sex() == Sex.FEMALE);
            patronymics.removeIf(word -> {
                boolean none = patronymic(word) == Sex.MALE
                        && (woman || (givens.isEmpty() && initials.isEmpty() && others.isEmpty()));
                if (none) {
                    others.add(word);
                }
                return none;
            });
        }
    }
}
