package io.leadbraid.resolver.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How Russian writes Mandarin (Palladius' system): Чжан Сяомин is Zhang Xiaoming. */
final class Palladius {

    private static final Map<String, String> INITIALS =
            pairs("b б p п m м f ф d д t т n н l л g г k к h х j цз q ц x с zh чж ch ч sh ш r ж z цз c ц s с");

    private static final Map<String, String> FINALS = pairs(
            "a а ai ай an ань ang ан ao ао e э ei эй en энь eng эн i и ia я ian янь iang ян iao яо ie е in инь ing ин iong юн iu ю"
                    + " o о ong ун ou оу u у ua уа uai уай uan уань uang уан ui уй un унь uo о ue юэ");

    private static final Map<String, String> WHOLE =
            pairs("er эр zhi чжи chi чи shi ши ri жи zi цзы ci цы si сы hui хуэй yi и ya я yan янь"
                    + " yang ян yao яо ye е yin инь ying ин yong юн you ю yu юй yuan юань yue юэ yun юнь yo йо wa ва wai вай wan вань wang ван wei вэй"
                    + " wen вэнь weng вэн wo во wu у");

    /** After these, u is the one with two dots. */
    private static final Set<String> FRONT = Set.of("j", "q", "x");

    private static final Map<String, String> FRONT_FINALS = pairs("u юй uan юань ue юэ un юнь");

    private Palladius() {}

    /** Without diacritics; more than one where pinyin without dots is two syllables. None for what is no syllable of Mandarin. */
    static List<String> spellings(String syllable) {
        String whole = WHOLE.get(syllable);
        if (whole != null) {
            return List.of(Letters.plain(whole));
        }
        String initial = syllable.length() > 1 && syllable.charAt(1) == 'h'
                ? syllable.substring(0, 2)
                : syllable.substring(0, 1);
        String last = INITIALS.containsKey(initial) ? syllable.substring(initial.length()) : syllable;
        String first = INITIALS.getOrDefault(initial, "");
        String ending =
                FRONT.contains(initial) && FRONT_FINALS.containsKey(last) ? FRONT_FINALS.get(last) : FINALS.get(last);
        if (ending == null) {
            return List.of();
        }
        String usual = Letters.plain(first + ending);
        return syllable.matches("[ln]u") ? List.of(usual, Letters.plain(first + "юй")) : List.of(usual);
    }

    private static Map<String, String> pairs(String text) {
        String[] parts = text.split(" ");
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            pairs.put(parts[i], parts[i + 1]);
        }
        return Map.copyOf(pairs);
    }
}
