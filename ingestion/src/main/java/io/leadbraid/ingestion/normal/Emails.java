package io.leadbraid.ingestion.normal;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses in lower case, the domain in its ASCII form. Dots and plus tags of the local part stay: they can matter. */
public final class Emails {

    /** RFC 5321, 4.5.3.1.3. */
    static final int MOST = 254;

    private static final int MOST_LOCAL = 64;
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]{1,320})>\\s*$");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})");

    private Emails() {}

    /** Empty when it is no e-mail address. Understands {@code mailto:} and {@code Anna <anna@example.com>}. */
    public static Optional<String> read(String raw) {
        if ((raw.indexOf('@') < 0 && raw.indexOf('＠') < 0) || raw.length() > 4 * MOST) {
            return Optional.empty();
        }
        String line = Normalizer.normalize(Texts.oneLine(raw), Normalizer.Form.NFKC);
        Matcher bracketed = IN_BRACKETS.matcher(line);
        String address = (bracketed.find() ? bracketed.group(1) : line).strip();
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            int query = address.indexOf('?');
            address = address.substring(7, query < 0 ? address.length() : query);
        }
        int at = address.lastIndexOf('@');
        return at < 1 ? Optional.empty() : read(address.substring(0, at), address.substring(at + 1));
    }

    private static Optional<String> read(String local, String domain) {
        String lower = Normalizer.normalize(local.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        if (lower.length() > MOST_LOCAL || !isLocal(lower)) {
            return Optional.empty();
        }
        return asciiDomain(domain).map(ascii -> lower + "@" + ascii).filter(address -> address.length() <= MOST);
    }

    private static boolean isLocal(String local) {
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(Emails::isOfLocal);
    }

    static boolean isOfLocal(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || (c < 0x80 && "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain)
                    .toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
