package io.leadbraid.ingestion.normal;

import io.leadbraid.model.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** E-mail addresses and @usernames of a text. Looks around each {@code @} once, so its cost grows with the text only. */
final class AtSigns {

    private static final int MOST_LOCAL = 64;
    private static final int MOST_DOMAIN = 255;
    private static final int MOST_USERNAME = 33;

    private AtSigns() {}

    static List<Mention> in(String text) {
        List<Mention> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0 && found.size() < Mentions.MOST; at = text.indexOf('@', at + 1)) {
            mention(text, at).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Mention> mention(String text, int at) {
        int start = startOfLocal(text, at);
        if (start < at) {
            int end = endOfDomain(text, at + 1);
            String raw = text.substring(start, end);
            int begin = start;
            return Emails.read(raw).map(email -> new Mention(Identifier.email(email), begin, raw));
        }
        int end = endOfUsername(text, at + 1);
        String raw = text.substring(at, end);
        return Nicknames.telegram(raw).map(name -> new Mention(Identifier.nickname(Nicknames.TELEGRAM, name), at, raw));
    }

    private static int startOfLocal(String text, int at) {
        int start = at;
        while (start > 0 && at - start < MOST_LOCAL && isOfMentionedLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** In prose, quotes, slashes and the like stand beside an address, not in it. */
    private static boolean isOfMentionedLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private static int endOfDomain(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < MOST_DOMAIN
                && (Character.isLetterOrDigit(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        while (end > from && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int endOfUsername(String text, int from) {
        int end = from;
        while (end < text.length() && end - from <= MOST_USERNAME && isOfUsername(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfUsername(char c) {
        return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }
}
