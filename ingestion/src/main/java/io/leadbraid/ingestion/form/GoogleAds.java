package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.channel.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lead forms of Google Ads (https://developers.google.com/google-ads/webhook/docs/implementation). */
final class GoogleAds implements Dialect {

    private static final Pattern COLUMN = Pattern.compile("user_column_data\\[(\\d+)]\\.(\\w+)");
    private static final Set<String> FOR_MACHINES = Set.of("googlekey", "istest", "apiversion");

    @Override
    public boolean recognises(Submission sent) {
        return isOne(sent);
    }

    private static boolean isOne(Submission sent) {
        return sent.fields().stream()
                .anyMatch(field -> field.plainKey().equals("googlekey")
                        || COLUMN.matcher(field.key()).matches());
    }

    /** Whether a submission claims to be Google's without knowing the key that only Google was given. */
    static boolean isForged(Submission sent, String key) {
        return isOne(sent)
                && !Secrets.match(key, sent.first(List.of("googlekey")).orElse(""));
    }

    @Override
    public boolean isTest(Submission sent) {
        return sent.first(List.of("istest")).filter("true"::equalsIgnoreCase).isPresent();
    }

    @Override
    public Optional<String> transaction(Submission sent) {
        return sent.first(List.of("leadid"));
    }

    @Override
    public Submission plain(Submission sent) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        List<FormField> others = new ArrayList<>();
        for (FormField field : sent.fields()) {
            Matcher column = COLUMN.matcher(field.key());
            if (column.matches()) {
                columns.computeIfAbsent(column.group(1), first -> new LinkedHashMap<>())
                        .put(column.group(2), field.value());
            } else if (!FOR_MACHINES.contains(field.plainKey())) {
                others.add(field);
            }
        }
        List<FormField> fields = new ArrayList<>();
        columns.values().forEach(column -> fields.add(field(column)));
        fields.addAll(others);
        return new Submission(fields);
    }

    private static FormField field(Map<String, String> column) {
        String name = column.getOrDefault("column_name", "");
        String id = column.getOrDefault("column_id", "");
        return new FormField(id.isEmpty() ? name : id, column.getOrDefault("string_value", ""), List.of(name));
    }
}
