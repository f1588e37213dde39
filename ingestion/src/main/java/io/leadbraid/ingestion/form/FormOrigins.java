package io.leadbraid.ingestion.form;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelRegistry;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of a form's origins read our answer, and asks nothing of Spring's own check, which knows no channels. This is a
 * courtesy of browsers and no protection: plain form posts need no leave, so the webhook checks the origin again.
 */
final class FormOrigins extends OncePerRequestFilter {

    static final String PATH = "/hooks/forms/";

    private static final String ONE_DAY = "86400";

    private final ChannelRegistry channels;

    FormOrigins(ChannelRegistry channels) {
        this.channels = channels;
    }

    static boolean allows(ConfiguredChannel channel, String origin) {
        return channel.settings() instanceof ChannelSettings.Form form
                && (form.allowedOrigins().isEmpty() || form.allowedOrigins().contains(origin));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean preflight = HttpMethod.OPTIONS.matches(request.getMethod());
        if (origin != null
                && channel(request).filter(found -> allows(found, origin)).isPresent()) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            if (preflight) {
                response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST");
                response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, Idempotency-Key");
                response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_DAY);
            }
        }
        if (preflight) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<ConfiguredChannel> channel(HttpServletRequest request) {
        int start = request.getRequestURI().indexOf(PATH);
        if (start < 0) {
            return Optional.empty();
        }
        try {
            return channels.find(request.getRequestURI().substring(start + PATH.length()))
                    .filter(channel -> channel.kind() == ChannelKind.FORM);
        } catch (ProblemException notReady) {
            return Optional.empty(); // the webhook says so in words
        }
    }
}
