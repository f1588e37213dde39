package io.leadbraid.servers;

import java.security.SecureRandom;
import java.util.Base64;

/** A database role and its password. Its text form keeps the password out of logs. */
public record Login(String username, String password) {
    private static final int PASSWORD_BYTES = 24;

    public Login {
        if (username.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("A login needs a username and a password");
        }
    }

    /** With a new password of 192 random bits, in letters, digits, minus and underscore. */
    public static Login random(String username) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Login(username, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "Login[username=" + username + "]";
    }
}
