package io.leadbraid.ingestion.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What only a channel and its platform know. */
public final class Secrets {

    private Secrets() {}

    /** Whether the right one was given; takes the same time whatever was guessed. */
    public static boolean match(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
