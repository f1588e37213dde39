package io.leadbraid.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;

/** Encrypts secrets for the database, with AES-256-GCM and a key that is not in the database. */
public final class SecretCipher {

    private static final int KEY_BYTES = 32;

    private final AesGcmBytesEncryptor aes;

    /** @param keyInBase64 32 random bytes, in Base64 */
    public SecretCipher(String keyInBase64) {
        byte[] key = Base64.getDecoder().decode(keyInBase64);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("leadbraid.secret-key must be 32 bytes in Base64");
        }
        this.aes = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES"))
                .build();
    }

    public byte[] encrypt(String secret) {
        return aes.encrypt(secret.getBytes(StandardCharsets.UTF_8));
    }

    public String decrypt(byte[] encrypted) {
        return new String(aes.decrypt(encrypted), StandardCharsets.UTF_8);
    }
}
