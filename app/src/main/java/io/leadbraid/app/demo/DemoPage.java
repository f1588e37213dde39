package io.leadbraid.app.demo;

import io.leadbraid.access.problem.ProblemException;
import io.leadbraid.ingestion.limit.ClientAddress;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Four phones beside a list of leads, for whoever sits at this machine while the demo plays; 404 for everybody else. */
@Hidden
@RestController
class DemoPage {

    private static final int LEADS = 20;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Demo demo;

    DemoPage(Demo demo) {
        this.demo = demo;
    }

    @GetMapping("/demo")
    ResponseEntity<Resource> page(HttpServletRequest request) {
        var unused = stage(request);
        return resource("demo/page.html", MediaType.TEXT_HTML);
    }

    @GetMapping("/demo/page.js")
    ResponseEntity<Resource> script(HttpServletRequest request) {
        var unused = stage(request);
        return resource("demo/page.js", MediaType.valueOf("text/javascript"));
    }

    @GetMapping("/demo/page.css")
    ResponseEntity<Resource> style(HttpServletRequest request) {
        var unused = stage(request);
        return resource("demo/page.css", MediaType.valueOf("text/css"));
    }

    /** The leads as the API lists them, the newest first. */
    @GetMapping(path = "/demo/leads", produces = MediaType.APPLICATION_JSON_VALUE)
    String leads(HttpServletRequest request) {
        JsonNode leads = stage(request).newestLeads(LEADS);
        return leads.toString();
    }

    /** Only JSON, which no page of another site can send here without being asked first. */
    @PostMapping(path = "/demo/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void write(HttpServletRequest request, @RequestBody Visitor visitor) {
        stage(request).send(visitor.post());
    }

    private Stage stage(HttpServletRequest request) {
        return demo.stage()
                .filter(playing -> ClientAddress.isLoopback(request))
                .orElseThrow(() -> ProblemException.notFound("page"));
    }

    private static ResponseEntity<Resource> resource(String path, MediaType type) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(new ClassPathResource(path));
    }
}
