package io.leadbraid.ingestion.normal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one spelling of a phone number. */
final class PhoneReading {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** A country code and a number of some weight; libphonenumber itself calls +49 12345 possible. */
    private static final int FEWEST_DIGITS = 8;

    /** From here on, digits alone may hold a country code. */
    private static final int FEWEST_WITH_COUNTRY = 10;

    private static final Pattern LINK = Pattern.compile("(?i)^(?:tel|callto|sms|whatsapp|phone)\\s*:\\s*([^;?]*).*$");
    private static final Pattern MEXICAN_TRUNK = Pattern.compile("(?:04[45]|01|1)(\\d{10})");

    /** Numbers that Telegram itself sells, which no phone network knows. */
    private static final Pattern FRAGMENT = Pattern.compile("\\+888\\d{8}");

    /** Keyboard play: one digit all along, or counting up. */
    private static final Pattern PLAY = Pattern.compile("(\\d)\\1{6,}|0?1234567(?:8(?:90?)?)?");

    private PhoneReading() {}

    static Optional<String> asWritten(String raw, String region) {
        String text = readable(raw);
        String digits = digits(text);
        if (digits.isEmpty() || text.indexOf('@') >= 0) {
            return Optional.empty();
        }
        if (text.startsWith("+")) {
            return possible(text).or(() -> national(digits, region)).filter(PhoneReading::isSerious);
        }
        if (digits.startsWith("00")) {
            Optional<String> abroad = possible("+" + digits.substring(2));
            if (abroad.isPresent()) {
                return abroad.filter(PhoneReading::isSerious);
            }
        }
        return unmarked(text, digits, region).filter(PhoneReading::isSerious);
    }

    static Optional<String> international(String raw, String region) {
        String digits = digits(readable(raw));
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        return possible("+" + (digits.startsWith("00") ? digits.substring(2) : digits))
                .or(() -> asWritten(raw, region));
    }

    /** Neither plus nor 00: the region's own spelling, else a country code and a number. */
    private static Optional<String> unmarked(String text, String digits, String region) {
        Optional<PhoneNumber> own = parse(nationalSpelling(text, digits, region), region);
        Optional<String> ownNumber = own.flatMap(PhoneReading::valid);
        if (digits.length() <= FEWEST_WITH_COUNTRY || digits.startsWith("0")) {
            return ownNumber;
        }
        if (ownNumber.isPresent()
                && own.filter(number -> isUsual(number, digits, region)).isPresent()) {
            return ownNumber;
        }
        return parse("+" + digits, "ZZ").flatMap(PhoneReading::valid).or(() -> ownNumber);
    }

    /**
     * Where lengths vary (Germany), a number with its country code can pass for a landline without its trunk
     * prefix, which nobody writes in so many digits.
     */
    private static boolean isUsual(PhoneNumber number, String digits, String region) {
        PhoneNumberType type = LIBRARY.getNumberType(number);
        return startsWithTrunk(digits, region)
                || type == PhoneNumberType.MOBILE
                || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }

    private static String nationalSpelling(String text, String digits, String region) {
        Matcher mexican = MEXICAN_TRUNK.matcher(digits);
        return region.equals("MX") && mexican.matches() ? mexican.group(1) : text;
    }

    private static boolean startsWithTrunk(String digits, String region) {
        String trunk = LIBRARY.getNddPrefixForRegion(region, true);
        return trunk != null && digits.startsWith(trunk);
    }

    /** A plus before the trunk prefix, as in +8 916, is a slip. */
    private static Optional<String> national(String digits, String region) {
        return startsWithTrunk(digits, region) ? parse(digits, region).flatMap(PhoneReading::valid) : Optional.empty();
    }

    /** Explicitly international: its length must fit, but its range may be newer than what libphonenumber knows. */
    private static Optional<String> possible(String withPlus) {
        String compact = "+" + digits(withPlus);
        if (FRAGMENT.matcher(compact).matches()) {
            return Optional.of(compact);
        }
        return parse(withPlus, "ZZ").flatMap(number -> {
            String canonical = PhoneVariants.canonical(e164(number));
            boolean fits = LIBRARY.isValidNumber(number)
                    || parse(canonical, "ZZ").filter(PhoneReading::isPossible).isPresent();
            return fits ? Optional.of(canonical) : Optional.empty();
        });
    }

    private static Optional<String> valid(PhoneNumber number) {
        String canonical = PhoneVariants.canonical(e164(number));
        boolean valid = LIBRARY.isValidNumber(number)
                || parse(canonical, "ZZ").filter(LIBRARY::isValidNumber).isPresent();
        return valid ? Optional.of(canonical) : Optional.empty();
    }

    private static boolean isPossible(PhoneNumber number) {
        return LIBRARY.isValidNumber(number)
                || (LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                        && e164(number).length() > FEWEST_DIGITS);
    }

    private static boolean isSerious(String e164) {
        return FRAGMENT.matcher(e164).matches()
                || parse(e164, "ZZ")
                        .map(number -> !PLAY.matcher(LIBRARY.getNationalSignificantNumber(number))
                                .matches())
                        .orElse(true);
    }

    private static Optional<PhoneNumber> parse(String text, String region) {
        try {
            return Optional.of(LIBRARY.parse(text, region));
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }

    private static String e164(PhoneNumber number) {
        return LIBRARY.format(number, PhoneNumberFormat.E164);
    }

    /** Compatibility forms resolved (full-width digits), invisible characters gone, link schemes taken off. */
    private static String readable(String raw) {
        String line = Texts.oneLine(Normalizer.normalize(Texts.storable(raw), Normalizer.Form.NFKC));
        Matcher link = LINK.matcher(line);
        return (link.matches() ? link.group(1) : line).strip();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        });
        return digits.toString();
    }
}
