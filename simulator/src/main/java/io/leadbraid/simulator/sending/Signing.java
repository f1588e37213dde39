package io.leadbraid.simulator.sending;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Meta's signature over the bytes as Meta sends them. */
final class Signing {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ASCII = 0x80;

    private Signing() {}

    static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** Everything beyond ASCII as {@code \\u} with lower-case digits, which is what Meta signs. */
    static byte[] escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length() + json.length() / 4);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < ASCII) {
                escaped.append(c);
            } else {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return escaped.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
