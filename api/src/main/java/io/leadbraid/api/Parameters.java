package io.leadbraid.api;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.merger.leads.AssignedTo;
import io.leadbraid.merger.leads.LeadSort;
import io.leadbraid.merger.leads.LeadStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters as values, or a refusal that names the parameter and what it may be. */
final class Parameters {

    static final String DEFAULT_LIMIT = "50";

    private static final int MOST = 200;

    private Parameters() {}

    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "must be between 1 and " + MOST);
        }
        return limit;
    }

    static LeadStatus status(@Nullable String label) {
        return label == null
                ? LeadStatus.OPEN
                : oneOf("status", LeadStatus.ofLabel(label), labels(LeadStatus.values(), LeadStatus::label));
    }

    static LeadSort sort(@Nullable String label) {
        return label == null
                ? LeadSort.LATEST_ACTIVITY
                : oneOf("sort", LeadSort.ofLabel(label), labels(LeadSort.values(), LeadSort::label));
    }

    /** Whose leads: a person's by username, or nobody's. */
    static Optional<AssignedTo> assignee(@Nullable String value) {
        return text(value).map(name -> name.equals("none") ? new AssignedTo.Nobody() : new AssignedTo.Person(name));
    }

    /** Without NUL, which no text in the database holds or can be compared with. */
    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(given -> given.replace("\0", "")).filter(given -> !given.isBlank());
    }

    private static <T> T oneOf(String field, Optional<T> found, String allowed) {
        return found.orElseThrow(() -> ProblemException.invalid(field, "must be one of " + allowed));
    }

    private static <T> String labels(T[] values, Function<T, String> label) {
        List<T> all = Arrays.asList(values);
        return all.stream().map(label).collect(Collectors.joining(", "));
    }
}
