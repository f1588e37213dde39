package io.leadbraid.app.outside;

import static io.leadbraid.app.outside.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What web forms send, and what they want to hear. */
@ExtendWith(RunningLeadbraid.class)
class FormIT {

    private final Outside outside;
    private final Reading reading;

    FormIT(Outside outside) {
        this.outside = outside;
        this.reading = new Reading(outside);
    }

    @Test
    void answersAFormAsItsSenderExpects() throws IOException {
        String plain = form(Map.of());
        String page = form(Map.of("successUrl", "https://example.com/thanks"));

        assertThat(post(plain, "test=test").status()).isEqualTo(200);
        assertThat(post(plain, "Name=Anna&Phone=%2B4915112345670&tranid=1:2&formid=form1")
                        .body())
                .isEqualTo("ok");
        assertThat(post(page, "name=Anna&email=anna%40example.com&message=hi").status())
                .isEqualTo(303);
    }

    @Test
    void knowsNoOtherForms() throws IOException {
        String unknown = UUID.randomUUID().toString().replace("-", "");

        assertProblem(post("/hooks/forms/" + unknown, "phone=1"), 404);
    }

    @Test
    void refusesSubmissionsThatAreTooLarge() throws IOException {
        assertProblem(post(form(Map.of()), "message=" + "x".repeat(2 * 1024 * 1024)), 413);
    }

    @Test
    void readsAllThreeEncodingsAlike() throws IOException {
        String form = form(Map.of("defaultRegion", "DE"));
        String digits = Long.toString(System.nanoTime() % 10_000_000 + 20_000_000);
        String phone = "0151 " + digits;

        post(form, "Name=Anna&Telefon=" + phone.replace(" ", "+") + "&Nachricht=one");
        outside.post(form, Outside.JSON_TYPE, outside.bytes(Map.of("name", "anna", "phone", phone, "message", "two")));
        outside.post(
                form,
                "multipart/form-data; boundary=cut",
                multipart(Map.of("name", "ANNA", "tel", phone, "comment", "three")));

        JsonNode lead = reading.found("+49151" + digits);
        assertThat(reading.texts(3, lead)).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(lead.get("sources")).hasSize(1);
    }

    private static byte[] multipart(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body.append("--cut--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String form(Map<String, String> settings) throws IOException {
        JsonNode channel = outside.call(
                        "POST", "/api/v1/channels", Map.of("kind", "form", "name", "landing", "settings", settings))
                .expected();
        return "/hooks/forms/" + channel.get("id").asString();
    }

    private Answer post(String path, String body) throws IOException {
        return outside.post(path, Outside.FORM_TYPE, body.getBytes(StandardCharsets.UTF_8), "Accept", "text/html");
    }
}
