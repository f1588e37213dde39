package io.leadbraid.ingestion.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of one subscriber that travel in two forms get one form here.
 *
 * <ul>
 *   <li>Brazil: mobile numbers got a ninth digit, and WhatsApp still gives some without it. Subscriber numbers of eight
 *       digits that begin with 6 to 9 are mobile, so they get the 9. Landlines (2 to 5) and 0800 stay.
 *   <li>Argentina: a mobile number is called with a 9 after 54 from abroad. Mobile and landline numbers look alike, so the
 *       9 can be taken away safely and never be added: the form is the one without it.
 *   <li>Mexico: the 1 after 52 was given up in 2019: the form is the one without it.
 * </ul>
 */
final class PhoneVariants {

    private static final Pattern BRAZIL = Pattern.compile("\\+55([1-9][1-9])([6-9]\\d{7})");
    private static final Pattern ARGENTINA = Pattern.compile("\\+549(\\d{10})");
    private static final Pattern MEXICO = Pattern.compile("\\+521(\\d{10})");

    private PhoneVariants() {}

    static String canonical(String e164) {
        if (e164.startsWith("+55")) {
            Matcher old = BRAZIL.matcher(e164);
            return old.matches() ? "+55" + old.group(1) + "9" + old.group(2) : e164;
        }
        if (e164.startsWith("+549")) {
            Matcher mobile = ARGENTINA.matcher(e164);
            return mobile.matches() ? "+54" + mobile.group(1) : e164;
        }
        if (e164.startsWith("+521")) {
            Matcher mobile = MEXICO.matcher(e164);
            return mobile.matches() ? "+52" + mobile.group(1) : e164;
        }
        return e164;
    }
}
