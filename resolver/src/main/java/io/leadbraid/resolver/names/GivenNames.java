package io.leadbraid.resolver.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The given names of the table, by the sound of their forms. */
final class GivenNames {

    private static final String ALSO_A_WORD = "?";

    /** A name with all its forms. Each is equal only to itself. */
    static final class Root {

        private final Sex sex;
        private final Set<Character> initials = new HashSet<>();

        Root(Sex sex) {
            this.sex = sex;
        }

        Sex sex() {
            return sex;
        }
    }

    /**
     * What a word may be short for.
     *
     * @param sure the names whose usual form it is
     * @param loose names of other tongues, or further away
     * @param word it is a word or a nickname as well, whichever name is meant
     */
    record Form(Set<Root> sure, Set<Root> loose, boolean word) {

        Sex sex() {
            Set<Sex> sexes = new HashSet<>();
            sure.forEach(root -> sexes.add(root.sex));
            return sexes.size() == 1 ? sexes.iterator().next() : Sex.UNTOLD;
        }

        boolean mayBegin(char initial) {
            return Stream.concat(sure.stream(), loose.stream()).anyMatch(root -> root.initials.contains(initial));
        }

        private Form with(Root root, boolean certain, boolean alsoWord) {
            Set<Root> more = new HashSet<>(certain ? sure : loose);
            more.add(root);
            return certain
                    ? new Form(Set.copyOf(more), loose, alsoWord && (sure.isEmpty() || word))
                    : new Form(sure, Set.copyOf(more), word);
        }
    }

    private static final Form NO_FORM = new Form(Set.of(), Set.of(), false);

    private final Map<String, Form> bySound;

    private GivenNames(Map<String, Form> bySound) {
        this.bySound = bySound;
    }

    static GivenNames load() {
        Map<String, Form> bySound = new HashMap<>();
        for (String line : Table.lines("given-names.txt")) {
            String[] halves = line.substring(2).split("\\|", -1);
            Root root = new Root(Sex.ofMark(line.substring(0, 1)));
            read(halves[0], root, true, bySound);
            if (halves.length > 1) {
                read(halves[1], root, false, bySound);
            }
        }
        bySound.values().removeIf(form -> form.sure().isEmpty());
        return new GivenNames(Map.copyOf(bySound));
    }

    private static void read(String forms, Root root, boolean certain, Map<String, Form> bySound) {
        for (String form : forms.strip().split("\\s+")) {
            if (form.isEmpty()) {
                continue;
            }
            boolean word = form.endsWith(ALSO_A_WORD);
            String folded = Letters.folded(word ? form.substring(0, form.length() - 1) : form);
            for (String part : folded.split("-")) {
                for (String sound : Sound.of(part)) {
                    bySound.merge(
                            sound, NO_FORM.with(root, certain, word), (old, one) -> old.with(root, certain, word));
                    root.initials.add(initial(sound));
                }
            }
        }
    }

    /** Initials that different schemes write for one name are one: J, Y, Ю, Я, E; C, K, S, Ch. */
    static char initial(String sound) {
        return switch (sound.charAt(0)) {
            case 'u', 'e', 'i' -> 'i';
            case 'C', 's', 'z', 'h', 'g', 'k' -> 'k';
            default -> sound.charAt(0);
        };
    }

    Optional<Form> find(Word word) {
        List<String> sounds = word.sounds();
        for (String sound : sounds) {
            Form form = bySound.get(sound);
            if (form != null) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
