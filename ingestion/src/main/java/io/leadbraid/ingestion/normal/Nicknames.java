package io.leadbraid.ingestion.normal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nicknames in lower case, without their {@code @} or link. */
public final class Nicknames {

    /** In UTF-16 units. */
    public static final int MOST = 64;

    public static final String TELEGRAM = "telegram";

    private static final Pattern TELEGRAM_LINK = Pattern.compile(
            "(?i)^(?:https?://)?(?:www\\.)?(?:t\\.me|telegram\\.me|telegram\\.dog)/(?:s/)?([a-z0-9_]+)/?(?:[?#].*)?$");
    private static final Pattern TELEGRAM_RESOLVE =
            Pattern.compile("(?i)^tg://resolve/?\\?domain=([a-z0-9_]+)(?:&.*)?$");
    private static final Pattern TELEGRAM_NAME = Pattern.compile("[a-z][a-z0-9_]{3,31}");

    /** First parts of t.me addresses that are no usernames. */
    private static final Set<String> RESERVED = Set.of(
            "joinchat",
            "addstickers",
            "addemoji",
            "addtheme",
            "addlist",
            "share",
            "proxy",
            "socks",
            "setlanguage",
            "login",
            "confirmphone",
            "invoice",
            "contact",
            "boost",
            "giftcode",
            "iv",
            "bg",
            "nft");

    private Nicknames() {}

    /**
     * A nickname on a channel.
     *
     * @param channel {@code telegram} or the name of a bot's own channel, where anything without blanks is one
     * @return empty when it is none
     */
    public static Optional<String> read(String channel, String raw) {
        return channel.equals(TELEGRAM) ? telegram(raw) : ofBot(raw);
    }

    /**
     * A username of Telegram, given plainly, with {@code @}, or as a link to t.me.
     *
     * @return empty when it is none, or a bot's: only those end in {@code bot}
     */
    public static Optional<String> telegram(String raw) {
        if (raw.length() > 4 * MOST) {
            return Optional.empty();
        }
        String line = Texts.oneLine(raw);
        Matcher link = TELEGRAM_LINK.matcher(line);
        Matcher resolve = TELEGRAM_RESOLVE.matcher(line);
        String name = link.matches() ? link.group(1) : resolve.matches() ? resolve.group(1) : withoutAt(line);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean person = TELEGRAM_NAME.matcher(lower).matches() && !RESERVED.contains(lower) && !lower.endsWith("bot");
        return person ? Optional.of(lower) : Optional.empty();
    }

    private static Optional<String> ofBot(String raw) {
        if (raw.length() > 4 * MOST) {
            return Optional.empty();
        }
        String line = Texts.oneLine(Normalizer.normalize(Texts.storable(raw), Normalizer.Form.NFKC));
        String lower = Normalizer.normalize(withoutAt(line).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        boolean readable = !lower.isEmpty()
                && lower.length() <= MOST
                && lower.indexOf(' ') < 0
                && lower.codePoints().anyMatch(Character::isLetterOrDigit);
        return readable ? Optional.of(lower) : Optional.empty();
    }

    private static String withoutAt(String line) {
        int start = 0;
        while (start < line.length() && (line.charAt(start) == '@' || line.charAt(start) == '＠')) {
            start++;
        }
        return line.substring(start);
    }
}
