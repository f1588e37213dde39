package io.leadbraid.ingestion.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code sha256=} and the HMAC-SHA256 of the bytes as they came, by the app's secret. Meta escapes what is not ASCII, so
 * JSON that was read and written again has another signature.
 */
final class MetaSignature {

    private static final String SCHEME = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private MetaSignature() {}

    static boolean isGenuine(String given, byte[] body, String appSecret) {
        if (!given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            byte[] claimed =
                    HexFormat.of().parseHex(given.substring(SCHEME.length()).strip());
            return MessageDigest.isEqual(hmac(body, appSecret), claimed);
        } catch (IllegalArgumentException noHex) {
            return false;
        }
    }

    private static byte[] hmac(byte[] body, String appSecret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
