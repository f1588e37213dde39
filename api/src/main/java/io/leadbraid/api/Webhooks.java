package io.leadbraid.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of webhooks that they need no key, and how each channel's sender proves himself instead. */
final class Webhooks implements OpenApiCustomizer {

    private static final Map<String, String> PROOFS = Map.of(
            "/hooks/telegram/",
            "The header X-Telegram-Bot-Api-Secret-Token is the channel's secretToken; otherwise 401.",
            "/hooks/whatsapp/",
            "GET: hub.verify_token is the channel's verifyToken, and the answer is hub.challenge; otherwise 401. POST:"
                    + " the header X-Hub-Signature-256 is sha256= and the HMAC-SHA256 of the raw body in hexadecimal"
                    + " digits, by the channel's appSecret; otherwise 401.",
            "/hooks/avito/",
            "The last part of the path is the channel's pathSecret; otherwise 401. The header x-avito-messenger-signature"
                    + " is not looked at.",
            "/hooks/forms/",
            "Anybody may submit, but browsers only from the channel's allowedOrigins; otherwise 403.");

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> proof(path).ifPresent(proof -> describe(item, proof)));
    }

    private static Optional<String> proof(String path) {
        return PROOFS.entrySet().stream()
                .filter(known -> path.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void describe(PathItem item, String proof) {
        item.readOperations().forEach(operation -> operation.security(List.of()).description(proof));
    }
}
