package io.leadbraid.ingestion.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guesses from a field's name, in the languages of the sites that were looked at, what it holds. */
final class RoleGuess {

    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LAST_BRACKET = Pattern.compile("^.*\\[([^\\[\\]]+)](?:\\[])?$");

    /** Names of things, not of people; and what visits, shops and forms count. */
    private static final Set<String> OF_THINGS =
            words("form page company organization organisation firm firma product item"
                    + " file site host domain project campaign team event utm gclid fbclid yclid ymclid roistat cookies referer"
                    + " referrer agent ip captcha recaptcha token csrf nonce hash tranid formid formname orderid id uid order"
                    + " price sum amount total cost budget date time timestamp code zip index card inn kpp ogrn version url"
                    + " компании компания организации организация товара товар заказа заказ договор бюджет сумма цена дата"
                    + " время инн индекс код unternehmen datum preis betrag");

    /** People whom a form asks about beside the one who fills it in: what it says of them is nothing about him. */
    private static final Set<String> OF_OTHERS =
            words("child childs children son daughter spouse husband wife friend friends referral kindes sohn"
                    + " tochter freund freundin ребенка ребёнка ребенок ребёнок сына дочери мужа жены друга подруги");

    private static final Pattern OF_OTHERS_IN_CHINESE = Pattern.compile("孩子|儿子|女儿|朋友|配偶");

    private static final Map<String, Role> ROLES = roles();

    /** Written without spaces, so they are looked for anywhere in the name. */
    private static final Map<String, Role> CHINESE = Map.ofEntries(
            Map.entry("电报", Role.TELEGRAM),
            Map.entry("邮箱", Role.EMAIL),
            Map.entry("邮件", Role.EMAIL),
            Map.entry("电话", Role.PHONE),
            Map.entry("手机", Role.PHONE),
            Map.entry("同意", Role.CONSENT),
            Map.entry("隐私", Role.CONSENT),
            Map.entry("姓名", Role.NAME),
            Map.entry("联系人", Role.NAME),
            Map.entry("名字", Role.NAME),
            Map.entry("称呼", Role.NAME),
            Map.entry("留言", Role.MESSAGE),
            Map.entry("消息", Role.MESSAGE),
            Map.entry("内容", Role.MESSAGE),
            Map.entry("备注", Role.MESSAGE),
            Map.entry("问题", Role.MESSAGE));

    /** When a name speaks of several: the first of these. */
    private static final List<Role> PRECEDENCE = List.of(
            Role.HONEYPOT,
            Role.CONSENT,
            Role.TELEGRAM,
            Role.EMAIL,
            Role.PHONE,
            Role.FIRST_NAME,
            Role.LAST_NAME,
            Role.NAME,
            Role.MESSAGE);

    private RoleGuess() {}

    private static Map<String, Role> roles() {
        return Map.of(
                        Role.HONEYPOT, "honeypot gotcha bottrap botfield hpfield leaveblank leaveempty donotfill",
                        Role.CONSENT,
                                "consent agree agreement acceptance accept gdpr dsgvo privacy terms newsletter"
                                        + " einwilligung datenschutz zustimmung согласие согласен согласна соглашение политика"
                                        + " политикой оферта рассылка рассылку",
                        Role.TELEGRAM, "telegram tg телеграм телеграмм телега тг telegramm",
                        Role.EMAIL, "email mail emailadresse emailaddress почта почты емейл имейл емаил мейл correo",
                        Role.PHONE,
                                "phone phones phonenumber tel telephone telefon telefone telefono teléfono fone mobile mobil"
                                        + " cell cellphone handy handynummer rufnummer telefonnummer mobilnummer whatsapp viber"
                                        + " celular telefonnr mobiltelefon festnetz contactnumber телефон телефона тел мобильный сотовый",
                        Role.FIRST_NAME, "firstname fname vorname givenname",
                        Role.LAST_NAME,
                                "lastname lname surname familyname nachname familienname фамилия sobrenome apellido",
                        Role.NAME,
                                "name fullname contactperson ansprechpartner имя фио обращаться контактноелицо nome nombre yourname",
                        Role.MESSAGE,
                                "message msg text comment comments question textarea nachricht mitteilung kommentar anfrage"
                                        + " frage сообщение комментарий вопрос текст пожелания mensagem mensaje comentario")
                .entrySet()
                .stream()
                .flatMap(entry -> words(entry.getValue()).stream().map(word -> Map.entry(word, entry.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    /** Empty where the name does not tell; {@link Role#IGNORE} where it tells that it is nothing about the person. */
    static Optional<Role> of(String key) {
        String last = LAST_BRACKET.matcher(key).replaceFirst("$1");
        List<String> words = BETWEEN_WORDS
                .splitAsStream(CAMEL.matcher(last).replaceAll(" ").toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        Set<Role> said = Stream.concat(
                        pairs(words).map(ROLES::get).filter(role -> role != null),
                        CHINESE.entrySet().stream()
                                .filter(entry -> last.contains(entry.getKey()))
                                .map(Map.Entry::getValue))
                .collect(Collectors.toSet());
        boolean ofThings = words.stream().anyMatch(OF_THINGS::contains);
        Optional<Role> role = PRECEDENCE.stream().filter(said::contains).findFirst();
        boolean certain = role.filter(found -> found.isCertain()).isPresent();
        boolean ofOthers = words.stream().anyMatch(OF_OTHERS::contains)
                || OF_OTHERS_IN_CHINESE.matcher(last).find();
        return ofOthers || (ofThings && !certain) ? Optional.of(Role.IGNORE) : role;
    }

    /** The words, and each with the next one: {@code first name} is {@code firstname}. */
    private static Stream<String> pairs(List<String> words) {
        return Stream.concat(
                words.stream(),
                Stream.iterate(1, i -> i < words.size(), i -> i + 1).map(i -> words.get(i - 1) + words.get(i)));
    }
}
