package io.leadbraid.ingestion.normal;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds phones, e-mails and Telegram usernames in free text. A text without digits, {@code @} and {@code t.me} costs one look. */
public final class Mentions {

    /** Only this much of a text is searched, in UTF-16 units. */
    static final int SEARCHED = 8_192;

    /** So many identifiers are found in one text; who lists more says nothing about himself. */
    static final int MOST = 20;

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_TRIES = 100;
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}_.@/-])(?:https?://)?(?:t\\.me|telegram\\.me)/[a-z0-9_]{4,32}(?![a-z0-9_/])");
    private static final String AROUND = " \t\n.,;:!?()[]<>\"'«»“”";

    private final Phones phones;

    public Mentions(Phones phones) {
        this.phones = phones;
    }

    /**
     * What a text says about its writer: stated, when it consists of an identifier; otherwise what it mentions may be
     * anybody's.
     */
    public List<Claim> claims(String text, String region) {
        return whole(text, region)
                .map(mention -> List.of(claim(mention, Trust.STATED)))
                .orElseGet(() -> in(text, region).stream()
                        .map(mention -> claim(mention, Trust.MENTIONED))
                        .toList());
    }

    private static Claim claim(Mention mention, Trust trust) {
        String raw = mention.raw();
        return new Claim(
                mention.identifier(),
                trust,
                "text@" + mention.start(),
                raw.equals(mention.identifier().value()) ? null : raw);
    }

    /** What stands in the text, in order of its place; each identifier once. */
    public List<Mention> in(String text, String region) {
        String searched = Texts.first(text, SEARCHED);
        Look look = Look.at(searched);
        if (look.empty()) {
            return List.of();
        }
        List<Mention> found = new ArrayList<>();
        if (look.at()) {
            found.addAll(AtSigns.in(searched));
        }
        if (look.link()) {
            addLinks(searched, found);
        }
        if (look.digits() >= FEWEST_DIGITS) {
            addPhones(searched, region, found);
        }
        Map<Identifier, Mention> once = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingInt(Mention::start))
                .forEach(mention -> once.putIfAbsent(mention.identifier(), mention));
        return once.values().stream().limit(MOST).toList();
    }

    /** The identifier that the text consists of, apart from punctuation around it. */
    public Optional<Mention> whole(String text, String region) {
        int start = 0;
        int end = text.length();
        while (start < end && AROUND.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (start == end || end - start > Emails.MOST) {
            return Optional.empty();
        }
        int opened = text.substring(0, start).endsWith("(") ? start - 1 : start;
        String core = text.substring(opened, end);
        return identifier(core, region).map(identifier -> new Mention(identifier, opened, core));
    }

    private Optional<Identifier> identifier(String core, String region) {
        Look look = Look.at(core);
        if (look.at()) {
            Optional<Identifier> nickname = core.startsWith("@")
                    ? Nicknames.telegram(core).map(name -> Identifier.nickname(Nicknames.TELEGRAM, name))
                    : Optional.empty();
            return core.indexOf(' ') >= 0
                    ? Optional.empty()
                    : Emails.read(core).map(Identifier::email).or(() -> nickname);
        }
        if (look.link()) {
            return Nicknames.telegram(core).map(name -> Identifier.nickname(Nicknames.TELEGRAM, name));
        }
        boolean onlyNumber = look.digits() >= FEWEST_DIGITS && core.codePoints().noneMatch(Character::isLetter);
        return onlyNumber ? phones.read(core, region).map(Identifier::phone) : Optional.empty();
    }

    private static void addLinks(String text, List<Mention> found) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            int start = link.start();
            String raw = link.group();
            Nicknames.telegram(raw)
                    .map(name -> new Mention(Identifier.nickname(Nicknames.TELEGRAM, name), start, raw))
                    .ifPresent(found::add);
        }
    }

    private void addPhones(String text, String region, List<Mention> found) {
        List<Mention> others = List.copyOf(found);
        for (PhoneNumberMatch match :
                PhoneNumberUtil.getInstance().findNumbers(text, region, Leniency.POSSIBLE, MOST_TRIES)) {
            boolean insideOther =
                    others.stream().anyMatch(other -> match.start() < other.end() && other.start() < match.end());
            if (!insideOther) {
                phones.read(match.rawString(), region)
                        .map(phone -> new Mention(Identifier.phone(phone), match.start(), match.rawString()))
                        .ifPresent(found::add);
            }
        }
    }

    /** What one pass over the characters tells. */
    private record Look(int digits, boolean at, boolean link) {

        static Look at(String text) {
            int digits = 0;
            boolean at = false;
            boolean link = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isDigit(c)) {
                    digits++;
                } else if (c == '@') {
                    at = true;
                } else if (c == '/' && i > 2) {
                    link = link || text.regionMatches(true, i - 3, ".me", 0, 3);
                }
            }
            return new Look(digits, at, link);
        }

        boolean empty() {
            return digits < FEWEST_DIGITS && !at && !link;
        }
    }
}
