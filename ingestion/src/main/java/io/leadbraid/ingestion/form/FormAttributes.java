package io.leadbraid.ingestion.form;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is kept of a submission beside its message: each field, where the visitor came from, to what he agreed, and whether it is spam. */
final class FormAttributes {

    private static final Set<String> NO = Set.of("no", "false", "0", "off", "unchecked", "нет", "nein", "否", "不");

    private FormAttributes() {}

    /** Ours come last: a field that has the name of one of them does not pass for it. */
    static Map<String, String> of(
            Submission plain,
            Map<String, String> visit,
            FormEvidence.Found found,
            Optional<String> page,
            Instant receivedAt) {
        Map<String, String> attributes = new HashMap<>(visit);
        attributes.putAll(plain.attributes());
        if (!found.consents().isEmpty()) {
            attributes.putAll(consent(found.consents(), page, receivedAt));
        }
        if (found.trapped()) {
            attributes.put("spam", "true");
        }
        return attributes;
    }

    /** Who did not tick the box has agreed to nothing, and neither has who was not asked. */
    private static Map<String, String> consent(List<FormField> asked, Optional<String> page, Instant receivedAt) {
        Map<String, String> record = new HashMap<>();
        FormField first = asked.getFirst();
        boolean agreed = asked.stream()
                .noneMatch(field -> NO.contains(field.value().strip().toLowerCase(Locale.ROOT)));
        record.put("consent", agreed ? "yes" : "no");
        record.put("consent.field", first.key());
        record.put("consent.text", Submission.cut(first.value()));
        record.put("consent.at", receivedAt.toString());
        page.ifPresent(address -> record.put("consent.page", address));
        return record;
    }
}
