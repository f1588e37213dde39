package io.leadbraid.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.LeadChanges;
import io.leadbraid.merger.leads.LeadStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of a lead as it arrives: absent fields stay.
 *
 * @param others fields that no lead has; they are refused by name, so that a typing error does not pass for a change
 */
record LeadPatch(
        @Nullable String name,
        @Nullable String stage,
        @Nullable String status,
        @Nullable Map<String, @Nullable String> attributes,
        @JsonAnySetter Map<String, @Nullable Object> others) {

    private static final int LONGEST = 200;

    LeadPatch {
        others = others == null ? new LinkedHashMap<>() : others;
    }

    LeadChanges changes() {
        List<FieldProblem> errors = new ArrayList<>();
        others.keySet().forEach(field -> errors.add(new FieldProblem(field, "cannot be changed")));
        checkLength("name", name, errors);
        checkLength("stage", stage, errors);
        Optional<LeadStatus> wanted = Optional.ofNullable(status).flatMap(LeadStatus::ofLabel);
        if (status != null && (wanted.isEmpty() || wanted.get() == LeadStatus.ABSORBED)) {
            errors.add(new FieldProblem("status", "must be one of open, accepted, declined, closed"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        LeadChanges changes = new LeadChanges(Optional.ofNullable(name), Optional.ofNullable(stage), wanted, Map.of());
        return attributes == null ? changes : changes.attributes(attributes);
    }

    private static void checkLength(String field, @Nullable String value, List<FieldProblem> errors) {
        if (value != null && value.length() > LONGEST) {
            errors.add(new FieldProblem(field, "must not be longer than " + LONGEST + " characters"));
        }
    }
}
