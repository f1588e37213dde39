package io.leadbraid.api;

import io.leadbraid.access.problem.FieldProblem;
import io.leadbraid.access.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a command, with all that is wrong with them said at once. */
final class Fields {

    /** In UTF-16 units. */
    private static final int LONGEST = 1000;

    private final List<FieldProblem> errors = new ArrayList<>();

    /** Blank, with an error, when it is missing. */
    String required(String field, @Nullable String value) {
        String given = optional(field, value);
        if (given.isEmpty()) {
            errors.add(new FieldProblem(field, "is missing"));
        }
        return given;
    }

    /** Blank when it is missing. */
    String optional(String field, @Nullable String value) {
        Optional<String> given = Parameters.text(value);
        if (given.isPresent() && given.get().length() > LONGEST) {
            errors.add(new FieldProblem(field, "must not be longer than " + LONGEST + " characters"));
        }
        return given.map(String::strip).orElse("");
    }

    /** Why somebody decides something. */
    String reason(@Nullable String value, boolean isNeeded) {
        return isNeeded ? required("reason", value) : optional("reason", value);
    }

    void refuse(String field, String message) {
        errors.add(new FieldProblem(field, message));
    }

    /** @throws ProblemException 422 when anything is wrong */
    void check() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
