package io.leadbraid.access.problem;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal that the caller sees as a problem document, with the type {@code /problems/<name>}. */
public final class ProblemException extends ErrorResponseException {

    private static final String TYPES = "/problems/";

    private ProblemException(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    /** @param properties what a program needs beside the words, such as {@code survivorId} */
    public static ProblemException of(HttpStatus status, String name, String detail, Map<String, ?> properties) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(type(name));
        properties.forEach(body::setProperty);
        return new ProblemException(status, body);
    }

    public static ProblemException notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".", Map.of());
    }

    public static ProblemException forbidden(String name, String detail) {
        return of(HttpStatus.FORBIDDEN, name, detail, Map.of());
    }

    public static ProblemException conflict(String name, String detail) {
        return of(HttpStatus.CONFLICT, name, detail, Map.of());
    }

    /** Bad input, with each field that is wrong. */
    public static ProblemException invalid(List<FieldProblem> errors) {
        return of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid",
                "The request is not valid; errors names the fields.",
                Map.of("errors", errors));
    }

    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldProblem(field, message)));
    }

    public static URI type(String name) {
        return URI.create(TYPES + name);
    }
}
