package io.leadbraid.bench.stream;

import java.util.List;
import java.util.Locale;

/**
 * A client.
 *
 * @param number unique in all streams of a run; everything that identifies the person follows from it
 * @param outlets where he writes, the favourite first
 * @param events how often he will write
 */
public record Person(int number, String name, List<Outlet> outlets, boolean hasNickname, boolean hasEmail, int events) {

    private static final long FIRST_TELEGRAM_ID = 5_000_000_000L;
    private static final int NUMBERS = 100_000_000;

    public Person {
        if (number < 0 || number >= NUMBERS) {
            throw new IllegalArgumentException("numbers have eight digits");
        }
        outlets = List.copyOf(outlets);
    }

    /** A German mobile number in E.164 form. */
    public String phone() {
        return "+49151" + digits();
    }

    public String email() {
        return "client" + number + "@mail.example.com";
    }

    public String nickname() {
        return "client_" + digits();
    }

    public long telegramId() {
        return FIRST_TELEGRAM_ID + number;
    }

    /** The user id with a pushing bot. */
    public String botUser(Outlet outlet) {
        return outlet.name().toLowerCase(Locale.ROOT) + "-" + number;
    }

    private String digits() {
        return String.format(Locale.ROOT, "%08d", number);
    }
}
