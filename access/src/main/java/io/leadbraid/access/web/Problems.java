package io.leadbraid.access.web;

import io.leadbraid.access.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents that are needed before a controller is reached. */
final class Problems {

    private Problems() {}

    static ProblemDetail unauthorised() {
        return problem(
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                "This needs the header Authorization: Bearer <key> with a valid key.");
    }

    static ProblemDetail unavailable() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The database does not answer. Please try again later.");
    }

    static void write(ProblemDetail problem, HttpServletResponse response, JsonMapper json) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    private static ProblemDetail problem(HttpStatus status, String name, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(ProblemException.type(name));
        return problem;
    }
}
