package io.leadbraid.ingestion.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Elementor Pro's webhook with advanced data: {@code fields[<id>][title]}, {@code meta[page_url][value]} and so on. Fields are
 * called by their titles, as the simple mode does, so that a change of mode changes no names.
 */
final class ElementorAdvanced implements Dialect {

    private static final Pattern PART = Pattern.compile("(form|fields|meta)\\[([^\\[\\]]+)](?:\\[([^\\[\\]]+)])?");

    /** Types of fields that tell what is in them. */
    private static final Set<String> TELLING = Set.of("email", "tel", "textarea", "acceptance", "honeypot");

    /** Dates are localised, and differ between repeats. */
    private static final Map<String, String> META = Map.of(
            "page_url",
            "page_url",
            "user_agent",
            "user_agent",
            "remote_ip",
            "remote_ip",
            "date",
            "submitted_date",
            "time",
            "submitted_time");

    @Override
    public boolean recognises(Submission sent) {
        return sent.fields().stream()
                .anyMatch(field ->
                        field.key().startsWith("fields[") && field.key().endsWith("][value]"));
    }

    @Override
    public Submission plain(Submission sent) {
        Map<String, Map<String, String>> parts = new LinkedHashMap<>();
        List<FormField> plain = new ArrayList<>();
        for (FormField field : sent.fields()) {
            Matcher part = PART.matcher(field.key());
            if (!part.matches()) {
                plain.add(field);
            } else if (part.group(3) == null) {
                plain.add(new FormField(part.group(1) + "_" + part.group(2), field.value()));
            } else {
                parts.computeIfAbsent(part.group(1) + " " + part.group(2), first -> new LinkedHashMap<>())
                        .merge(part.group(3), field.value(), (one, more) -> one + ", " + more);
            }
        }
        parts.forEach((name, values) -> add(name, values, plain));
        return new Submission(plain);
    }

    private static void add(String name, Map<String, String> values, List<FormField> plain) {
        String id = name.substring(name.indexOf(' ') + 1);
        String value = values.getOrDefault("value", values.getOrDefault("raw_value", ""));
        if (name.startsWith("fields ")) {
            String title = values.getOrDefault("title", "");
            String type = values.getOrDefault("type", "");
            plain.add(new FormField(
                    title.isEmpty() ? id : title, value, TELLING.contains(type) ? List.of(id, type) : List.of(id)));
        } else if (META.containsKey(id)) {
            plain.add(new FormField(META.getOrDefault(id, id), value));
        }
    }
}
