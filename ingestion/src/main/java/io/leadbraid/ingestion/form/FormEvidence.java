package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.normal.ClaimSet;
import io.leadbraid.ingestion.normal.Emails;
import io.leadbraid.ingestion.normal.Mention;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Names;
import io.leadbraid.ingestion.normal.Nicknames;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in the fields who writes and what. Everything typed into a form is stated: it may be somebody else's. */
final class FormEvidence {

    /** A number that nobody would take for an order or a price. */
    private static final Pattern PHONE_LIKE = Pattern.compile("\\+?[\\d\\s().\\u2010-\\u2015/-]{10,24}");

    private final Phones phones;
    private final Mentions mentions;

    FormEvidence(Phones phones, Mentions mentions) {
        this.phones = phones;
        this.mentions = mentions;
    }

    /**
     * @param message the text of the message field; empty where there is none
     * @param consents the fields that ask for agreement and were answered
     * @param trapped whether something was filled in that people do not see
     */
    record Found(
            ClaimSet claims,
            Optional<String> name,
            String message,
            String summary,
            List<FormField> consents,
            boolean trapped) {}

    /** @param mapping roles that were set by hand, by the field's name */
    Found in(Submission submission, Map<String, String> mapping, String region) {
        ClaimSet claims = new ClaimSet();
        List<Held> held = submission.fields().stream()
                .filter(field -> !field.value().isEmpty())
                .map(field -> new Held(field, role(field, mapping)))
                .toList();
        held.forEach(one -> identifier(one, region)
                .ifPresent(identifier ->
                        claims.add(identifier, Trust.STATED, "field:" + one.field.key(), one.field.value())));
        String message = joined(held, "\n", Role.MESSAGE);
        List<FormField> consents = held.stream()
                .filter(one -> one.is(Role.CONSENT))
                .map(Held::field)
                .toList();
        boolean trapped = held.stream().anyMatch(one -> one.is(Role.HONEYPOT));
        return new Found(claims, name(held), message, summary(held), consents, trapped);
    }

    /** What the message says of its writer. */
    void addMentions(Found found, String region) {
        found.claims().addAll(mentions.claims(found.message(), region));
    }

    private record Held(FormField field, Optional<Role> role) {

        boolean is(Role asked) {
            return role.filter(asked::equals).isPresent();
        }
    }

    private static Optional<Role> role(FormField field, Map<String, String> mapping) {
        List<String> names = Stream.concat(Stream.of(field.key()), field.otherNames().stream())
                .toList();
        return names.stream()
                .flatMap(name -> Optional.ofNullable(mapping.get(name)).flatMap(Role::ofLabel).stream())
                .findFirst()
                .or(() -> names.stream()
                        .flatMap(name -> RoleGuess.of(name).stream())
                        .findFirst());
    }

    private Optional<Identifier> identifier(Held held, String region) {
        String value = held.field.value();
        if (held.role.isEmpty()) {
            return email(value).or(() -> telegramSpelledOut(value)).or(() -> obviousPhone(value, region));
        }
        return switch (held.role.get()) {
            case EMAIL ->
                email(value)
                        .or(() -> phone(value, region))
                        .or(() -> telegramSpelledOut(value))
                        .or(() -> amidWords(value, region));
            case PHONE ->
                phone(value, region)
                        .or(() -> email(value))
                        .or(() -> telegramSpelledOut(value))
                        .or(() -> amidWords(value, region));
            case TELEGRAM ->
                telegram(value)
                        .or(() -> phone(value, region))
                        .or(() -> email(value))
                        .or(() -> amidWords(value, region));
            case NAME, FIRST_NAME, LAST_NAME, MESSAGE, CONSENT, HONEYPOT, IGNORE -> Optional.empty();
        };
    }

    private static Optional<Identifier> email(String value) {
        return Emails.read(value).map(Identifier::email);
    }

    private Optional<Identifier> phone(String value, String region) {
        return phones.read(value, region).map(Identifier::phone);
    }

    /** People answer with a remark, as in "8 916 123-45-67 (WhatsApp)"; of several it is not said which is theirs. */
    private Optional<Identifier> amidWords(String value, String region) {
        List<Mention> found = mentions.in(value, region);
        return found.size() == 1 ? Optional.of(found.getFirst().identifier()) : Optional.empty();
    }

    private Optional<Identifier> obviousPhone(String value, String region) {
        return PHONE_LIKE.matcher(value).matches() ? phone(value, region) : Optional.empty();
    }

    private static Optional<Identifier> telegram(String value) {
        return Nicknames.telegram(value).map(name -> Identifier.nickname(Nicknames.TELEGRAM, name));
    }

    private static Optional<Identifier> telegramSpelledOut(String value) {
        return value.startsWith("@") || value.contains("t.me/") ? telegram(value) : Optional.empty();
    }

    private static Optional<String> name(List<Held> held) {
        String full = joined(held, " ", Role.NAME);
        String first = joined(held, " ", Role.FIRST_NAME);
        String last = joined(held, " ", Role.LAST_NAME);
        return first.isEmpty() ? Names.join(full, last) : Names.join(first, last);
    }

    private static String joined(List<Held> held, String separator, Role role) {
        return held.stream()
                .filter(one -> one.is(role))
                .map(one -> one.field.value())
                .distinct()
                .collect(Collectors.joining(separator));
    }

    /** For a timeline, when there is no message: what was filled in. */
    private static String summary(List<Held> held) {
        Stream<Held> filled =
                held.stream().filter(one -> !one.is(Role.IGNORE) && !one.is(Role.CONSENT) && !one.is(Role.HONEYPOT));
        return filled.map(one -> one.field.key() + ": " + one.field.value()).collect(Collectors.joining("\n"));
    }
}
