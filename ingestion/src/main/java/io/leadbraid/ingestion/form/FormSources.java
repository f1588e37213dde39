package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.normal.Names;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A form knows no users, so a person is who fills in the same name and the same identifiers. The id is a keyed hash: nobody
 * can find out from it, by trying all numbers, whose number it was.
 */
final class FormSources {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final byte[] secretKey;

    /** @param secretKey the product's; each workspace gets a key of its own from it */
    FormSources(byte[] secretKey) {
        this.secretKey = secretKey.clone();
    }

    /** Empty where there is nothing to tell the person by. */
    Optional<String> userId(WorkspaceId workspace, Optional<String> name, List<Claim> stated) {
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        String person = Stream.concat(
                        Stream.of(name.map(Names::folded).orElse("")),
                        stated.stream()
                                .map(Claim::identifier)
                                .map(Identifier::canonical)
                                .sorted())
                .collect(Collectors.joining("\n"));
        byte[] workspaceKey = hmac(secretKey, "form-source/" + workspace);
        return Optional.of(HexFormat.of().formatHex(hmac(workspaceKey, person), 0, BYTES));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
