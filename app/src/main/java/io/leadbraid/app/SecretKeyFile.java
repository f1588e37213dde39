package io.leadbraid.app;

import io.leadbraid.servers.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.env.Environment;

/** The key that encrypts secrets in the database: from the settings, or drawn once and kept beside the data. */
final class SecretKeyFile {

    private static final int BYTES = 32;

    private SecretKeyFile() {}

    static String keyFor(Environment environment, boolean shared, DataFolder data) {
        String given = environment.getProperty("leadbraid.secret-key");
        if (given != null && !given.isBlank()) {
            return given;
        }
        if (shared) {
            throw new StartFailedException(
                    "LEADBRAID_SECRET_KEY is missing: 32 random bytes in Base64, the same for all"
                            + " processes (openssl rand -base64 32)");
        }
        Path file = data.path().resolve("secret.key");
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file).trim();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep the secret key in " + file, failure);
        }
    }
}
