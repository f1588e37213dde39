package io.leadbraid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {

    private static Operation described(String path) {
        Operation operation = new Operation();
        new Webhooks().customise(new OpenAPI().paths(new Paths().addPathItem(path, new PathItem().post(operation))));
        return operation;
    }

    @ParameterizedTest
    @CsvSource({
        "/hooks/telegram/{channelId}, secretToken",
        "/hooks/whatsapp/{channelId}, X-Hub-Signature-256",
        "/hooks/avito/{channelId}/{pathSecret}, pathSecret",
        "/hooks/forms/{channelId}, allowedOrigins"
    })
    void aWebhookNeedsNoKeyAndSaysWhatItNeeds(String path, String needed) {
        Operation operation = described(path);

        assertThat(operation.getSecurity()).isEmpty();
        assertThat(operation.getDescription()).contains(needed);
    }

    @Test
    void otherOperationsStayAsTheyAre() {
        assertThat(described("/api/v1/leads")).isEqualTo(new Operation());
    }
}
