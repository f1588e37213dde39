package io.leadbraid.ingestion.channel;

import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.access.problem.ProblemException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settings as they are stored: what may be shown, and what may not. */
record RawSettings(ObjectNode open, Map<String, String> secrets) {

    static final RawSettings NONE = new RawSettings(JsonNodeFactory.instance.objectNode(), Map.of());

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    /**
     * These settings with some replaced, and those set to null taken away.
     *
     * @throws ProblemException 422 naming each field that is wrong or unknown
     */
    RawSettings with(ObjectNode changes, List<SettingField> fields) {
        List<FieldProblem> problems = new ArrayList<>();
        ObjectNode newOpen = open.deepCopy();
        Map<String, String> newSecrets = new TreeMap<>(secrets);
        Set<String> unknown = new HashSet<>(changes.propertyNames());
        for (SettingField field : fields) {
            unknown.remove(field.name());
            JsonNode value = changes.path(field.name());
            if (value.isNull()) {
                newOpen.remove(field.name());
                newSecrets.remove(field.name());
            } else if (!value.isMissingNode()) {
                field.problem()
                        .apply(value)
                        .ifPresentOrElse(
                                problem -> problems.add(new FieldProblem("settings." + field.name(), problem)),
                                () -> put(field, value, newOpen, newSecrets));
            }
        }
        unknown.stream().sorted().forEach(name -> problems.add(new FieldProblem("settings." + name, "is unknown")));
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
        return new RawSettings(newOpen, newSecrets);
    }

    private static void put(SettingField field, JsonNode value, ObjectNode open, Map<String, String> secrets) {
        if (field.secret()) {
            secrets.put(field.name(), value.stringValue());
        } else {
            open.set(field.name(), value);
        }
    }

    /**
     * These settings with a new secret for each that is needed and missing.
     *
     * @throws ProblemException 422 naming each field that is missing and cannot be made up
     */
    RawSettings completed(List<SettingField> fields) {
        List<FieldProblem> missing = fields.stream()
                .filter(field -> field.need() == SettingField.Need.REQUIRED && !has(field.name()))
                .map(field -> new FieldProblem("settings." + field.name(), "is missing"))
                .toList();
        if (!missing.isEmpty()) {
            throw ProblemException.invalid(missing);
        }
        Map<String, String> complete = new TreeMap<>(secrets);
        fields.stream()
                .filter(field -> field.need() == SettingField.Need.GENERATED)
                .forEach(field -> complete.computeIfAbsent(field.name(), name -> newSecret()));
        return new RawSettings(open, complete);
    }

    private boolean has(String field) {
        return open.has(field) || secrets.containsKey(field);
    }

    /** The secrets that these settings have and the others had not. */
    Map<String, String> secretsBeyond(RawSettings others) {
        return secrets.entrySet().stream()
                .filter(secret -> !others.secrets.containsKey(secret.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
