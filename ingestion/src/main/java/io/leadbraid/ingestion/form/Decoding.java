package io.leadbraid.ingestion.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes of a form as text: UTF-8 where they are, else what the sender declared, else the charset of old Russian sites. */
final class Decoding {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9_:.+-]{1,40})");
    private static final Charset OLD_RUSSIAN = Charset.forName("windows-1251");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Decoding() {}

    static String text(byte[] bytes, String contentType) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        String text = utf8(bytes)
                .orElseGet(() -> new String(bytes, declared(contentType).orElse(OLD_RUSSIAN)));
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> declared(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        try {
            return charset.find()
                    ? Optional.of(Charset.forName(charset.group(1)))
                            .filter(found -> !found.equals(StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
