package io.leadbraid.ingestion.channel;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.normal.Regions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The settings that each kind of channel takes. A kind that is not here cannot be set up. */
final class SettingFields {

    /** What a form's field can hold. */
    static final Set<String> ROLES = Set.of(
            "name", "firstName", "lastName", "phone", "email", "telegram", "message", "consent", "honeypot", "ignore");

    private static final int MOST_ENTRIES = 100;

    private static final SettingField TEAM =
            SettingField.open("team", text("must be the name of a team", value -> !value.isBlank()));

    private static final Map<ChannelKind, List<SettingField>> BY_KIND = Map.of(
            ChannelKind.TELEGRAM,
            List.of(
                    SettingField.secret(
                            "botToken",
                            matching("\\d{1,20}:[A-Za-z0-9_-]{1,200}", "must be a bot token as @BotFather gives it")),
                    SettingField.generatedSecret(
                            "secretToken",
                            matching("[A-Za-z0-9_-]{1,256}", "must be 1 to 256 characters of A-Z a-z 0-9 _ -")),
                    TEAM),
            ChannelKind.WHATSAPP,
            List.of(
                    SettingField.open(
                                    "phoneNumberId",
                                    account(
                                            "[A-Za-z0-9_-]{1,64}",
                                            "must be the phone number id of the Cloud API, not the number itself"))
                            .required(),
                    SettingField.secret("appSecret", matching("\\S{1,200}", "must be 1 to 200 characters"))
                            .required(),
                    SettingField.generatedSecret(
                            "verifyToken", matching("\\S{1,256}", "must be 1 to 256 characters without blanks")),
                    SettingField.secret("accessToken", matching("\\S{1,1000}", "must be 1 to 1000 characters")),
                    SettingField.open(
                            "portfolio",
                            matching(
                                    "(?!parent$)[A-Za-z0-9_-]{1,64}",
                                    "must be 1 to 64 characters of A-Z a-z 0-9 _ -, and not \"parent\"")),
                    TEAM),
            ChannelKind.AVITO,
            List.of(
                    SettingField.open("userId", account("\\d{1,20}", "must be the account's number"))
                            .required(),
                    SettingField.open("clientId", matching("\\S{1,200}", "must be 1 to 200 characters")),
                    SettingField.secret("clientSecret", matching("\\S{1,200}", "must be 1 to 200 characters")),
                    SettingField.generatedSecret(
                            "pathSecret",
                            matching("[A-Za-z0-9_-]{1,256}", "must be 1 to 256 characters of A-Z a-z 0-9 _ -")),
                    TEAM),
            ChannelKind.FORM,
            List.of(
                    SettingField.open("mapping", SettingFields::mappingProblem),
                    SettingField.open(
                            "defaultRegion",
                            text(
                                    "must be an ISO 3166 alpha-2 code",
                                    value -> Regions.read(value).isPresent())),
                    SettingField.open("allowedOrigins", SettingFields::originsProblem),
                    SettingField.open(
                            "successUrl", text("must be an http or https address", SettingFields::isWebAddress)),
                    SettingField.secret("googleKey", matching("\\S{1,200}", "must be 1 to 200 characters")),
                    TEAM));

    private SettingFields() {}

    /** @throws ProblemException 422 for a kind that cannot be set up */
    static List<SettingField> of(String kind) {
        return ChannelKind.ofLabel(kind)
                .flatMap(known -> Optional.ofNullable(BY_KIND.get(known)))
                .orElseThrow(() -> ProblemException.invalid("kind", "must be one of " + String.join(", ", kinds())));
    }

    private static List<String> kinds() {
        return BY_KIND.keySet().stream().map(ChannelKind::label).sorted().toList();
    }

    private static Function<JsonNode, Optional<String>> matching(String pattern, String message) {
        return text(message, Pattern.compile(pattern).asMatchPredicate());
    }

    /** Many such ids are numbers, and some people write them as such. */
    private static Function<JsonNode, Optional<String>> account(String pattern, String message) {
        Function<JsonNode, Optional<String>> problem = matching(pattern, message);
        return value -> problem.apply(value.isIntegralNumber() ? StringNode.valueOf(value.asString()) : value);
    }

    private static Function<JsonNode, Optional<String>> text(String message, Predicate<String> good) {
        return value -> value.isString() && value.stringValue().length() <= 2_000 && good.test(value.stringValue())
                ? Optional.empty()
                : Optional.of(message);
    }

    private static Optional<String> mappingProblem(JsonNode value) {
        boolean good = value.isObject()
                && value.size() <= MOST_ENTRIES
                && value.properties().stream()
                        .allMatch(entry -> entry.getValue().isString()
                                && (ROLES.contains(entry.getValue().stringValue()) || ROLES.contains(entry.getKey())));
        return good
                ? Optional.empty()
                : Optional.of("must be an object of field names and what they hold, one of "
                        + ROLES.stream().sorted().toList());
    }

    private static Optional<String> originsProblem(JsonNode value) {
        boolean good = value.isArray()
                && value.size() <= MOST_ENTRIES
                && value.valueStream().allMatch(origin -> origin.isString() && isOrigin(origin.stringValue()));
        return good ? Optional.empty() : Optional.of("must be a list of origins such as https://example.com");
    }

    private static boolean isOrigin(String text) {
        return isWebAddress(text) && text.matches("https?://[^/?#@]+/?");
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
