package io.leadbraid.ingestion.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code application/x-www-form-urlencoded}. What is wrongly encoded is taken literally. */
final class UrlEncoded {

    private UrlEncoded() {}

    static List<FormField> read(byte[] body, String contentType) {
        List<FormField> fields = new ArrayList<>();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).strip().split("&")) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!key.isEmpty()) {
                fields.add(new FormField(decoded(key, contentType), decoded(value, contentType)));
            }
        }
        return fields;
    }

    private static String decoded(String encoded, String contentType) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            char c = encoded.charAt(i);
            int value = c == '%' && i + 2 < encoded.length() ? hex(encoded.charAt(i + 1), encoded.charAt(i + 2)) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 3;
            } else {
                bytes.write(c == '+' ? ' ' : c);
                i++;
            }
        }
        return Decoding.text(bytes.toByteArray(), contentType);
    }

    private static int hex(char high, char low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : h * 16 + l;
    }
}
