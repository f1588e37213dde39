package io.leadbraid.ingestion.push;

import io.leadbraid.access.problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** What there is to say about a pushed contact: errors reject it, warnings do not. */
final class Remarks {

    private final List<FieldProblem> errors = new ArrayList<>();
    private final List<FieldProblem> warnings = new ArrayList<>();

    void error(String field, String message) {
        errors.add(new FieldProblem(field, message));
    }

    void warn(String field, String message) {
        warnings.add(new FieldProblem(field, message));
    }

    List<FieldProblem> errors() {
        return List.copyOf(errors);
    }

    List<FieldProblem> warnings() {
        return List.copyOf(warnings);
    }
}
