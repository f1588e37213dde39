package io.leadbraid.simulator.population;

import java.util.Arrays;
import java.util.List;

/**
 * Mobile numbers of some countries as people there write them. Each {@code #} takes the next digit of a subscriber, so
 * that the E.164 form is known from the start and nothing ever parses a spelling.
 */
enum Region {
    RU("+79#########", "0123456789", """
            8 9## ###-##-##
            8(9##)#######
            89#########
            9#########
            8-9##-###-##-##
            8 (9##) ### ## ##
            8.9##.###.##.##
            79#########
            """, """
            +7 (9##) ###-##-##
            +7 9## ### ## ##
            +79#########
            +7-9##-###-##-##
            """, """
            79#########
            """),
    DE("+49151########", "123456789", """
            0151 ########
            0151/### ## ###
            (0151) ########
            0151-########
            0049 151 ########
            49151########
            """, """
            +49 151 ########
            0049 (151) ########
            +49 (0) 151 ########
            +49151########
            +49 (151) ### ### ##
            """, """
            49151########
            """),
    BR("+55119########", "6789", """
            (11) 9####-####
            11 9####-####
            119########
            011 9####-####
            (11) ####-####
            55119########
            """, """
            +55 11 9####-####
            +55 (11) 9####-####
            +55119########
            +55 11 ####-####
            """, """
            55119########
            5511########
            """),
    AR("+5411########", "3456", """
            011 15 ####-####
            (011) 15-####-####
            11 15 ####-####
            11 ####-####
            (011) ####-####
            54911########
            """, """
            +54 9 11 ####-####
            +54911########
            +54 9 (11) #### ####
            +54 11 ####-####
            """, """
            54911########
            5411########
            """),
    MX("+5255########", "12345678", """
            55 #### ####
            (55) ####-####
            55########
            55-####-####
            044 55 #### ####
            01 55 #### ####
            5255########
            """, """
            +52 55 #### ####
            +5255########
            +52 1 55 #### ####
            +52155########
            """, """
            5255########
            52155########
            """),
    US("+1415#######", "234678", """
            (415) ###-####
            415-###-####
            415.###.####
            1 415 ### ####
            1-415-###-####
            415#######
            1415#######
            """, """
            +1 415 ### ####
            +1 (415) ###-####
            +1-415-###-####
            +1415#######
            """, """
            1415#######
            """),
    CN("+8613#########", "35678", """
            13# #### ####
            13#########
            13#-####-####
            8613#########
            """, """
            +86 13# #### ####
            +8613#########
            0086 13#########
            +86-13#-####-####
            """, """
            8613#########
            """),
    GB("+447#########", "45", """
            07### ######
            07#########
            07### ### ###
            447#########
            """, """
            +44 7### ######
            +44 (0) 7### ######
            +447#########
            0044 7#########
            """, """
            447#########
            """);

    private static final char OPEN = '#';

    private final String e164;
    private final String firstDigits;
    private final String national;
    private final String international;
    private final String platform;

    /**
     * @param firstDigits with which a subscriber may begin
     * @param national spellings for people of the region, one on each line
     * @param international spellings for the whole world, one on each line
     * @param platform as messengers know the number, without a plus
     */
    Region(String e164, String firstDigits, String national, String international, String platform) {
        this.e164 = e164;
        this.firstDigits = firstDigits;
        this.national = national;
        this.international = international;
        this.platform = platform;
    }

    /** @throws IllegalArgumentException in one sentence, when there is none of that name */
    static Region named(String name) {
        return Arrays.stream(values())
                .filter(region -> region.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no numbers of " + name + " here."));
    }

    /**
     * A number out of the range of one population.
     *
     * @param block the population's digit, so that populations never share a number
     */
    Phone phone(int block, Dice dice) {
        StringBuilder subscriber = new StringBuilder();
        subscriber.append(firstDigits.charAt(dice.number(0, firstDigits.length())));
        subscriber.append(block);
        long digits = e164.chars().filter(c -> c == OPEN).count();
        while (subscriber.length() < digits) {
            subscriber.append(dice.number(2, 10));
        }
        return phone(subscriber.toString());
    }

    /** A number that differs from another of the same region in one digit. */
    Phone nearTo(Phone phone) {
        String digits = phone.subscriber();
        int last = digits.charAt(digits.length() - 1) - '0';
        return phone(digits.substring(0, digits.length() - 1) + (last == 9 ? 2 : last + 1));
    }

    private Phone phone(String subscriber) {
        return new Phone(this, subscriber, filled(e164, subscriber));
    }

    List<String> nationalSpellings(String subscriber) {
        return national.lines().map(pattern -> filled(pattern, subscriber)).toList();
    }

    List<String> internationalSpellings(String subscriber) {
        return international.lines().map(pattern -> filled(pattern, subscriber)).toList();
    }

    List<String> platformSpellings(String subscriber) {
        return platform.lines().map(pattern -> filled(pattern, subscriber)).toList();
    }

    private static String filled(String pattern, String digits) {
        StringBuilder spelled = new StringBuilder();
        int next = 0;
        for (int i = 0; i < pattern.length(); i++) {
            spelled.append(pattern.charAt(i) == OPEN ? digits.charAt(next++) : pattern.charAt(i));
        }
        return spelled.toString();
    }
}
