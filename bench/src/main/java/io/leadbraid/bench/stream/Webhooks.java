package io.leadbraid.bench.stream;

import io.leadbraid.bench.stream.ClientEvent.Told;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** Events as platforms, browsers and bots send them: whole HTTP/1.1 requests, rendered before the clock runs. */
public final class Webhooks {

    private final String host;
    private final Doors doors;

    /**
     * Where events go in.
     *
     * @param telegramPath path of the bot's webhook
     * @param telegramSecret value of {@code X-Telegram-Bot-Api-Secret-Token}
     * @param formPath path of the form
     * @param apiKey key of the pushing bots
     */
    public record Doors(String telegramPath, String telegramSecret, String formPath, String apiKey) {}

    public Webhooks(String host, Doors doors) {
        this.host = host;
        this.doors = doors;
    }

    public byte[] request(ClientEvent event, Instant at) {
        return switch (event.outlet()) {
            case TELEGRAM ->
                post(
                        doors.telegramPath(),
                        "X-Telegram-Bot-Api-Secret-Token: " + doors.telegramSecret(),
                        "application/json",
                        update(event, at));
            case FORM -> post(doors.formPath(), "Accept: */*", "application/x-www-form-urlencoded", form(event));
            case VIBER, INSTAGRAM ->
                post("/api/v1/inbound", "Authorization: Bearer " + doors.apiKey(), "application/json", push(event));
        };
    }

    private static String update(ClientEvent event, Instant at) {
        Person person = event.person();
        String username = person.hasNickname() ? ",\"username\":\"" + person.nickname() + "\"" : "";
        String content = event.told().contains(Told.PHONE)
                ? "\"contact\":{\"phone_number\":\"%s\",\"first_name\":\"%s\",\"user_id\":%d}"
                        .formatted(person.phone().substring(1), person.name(), person.telegramId())
                : "\"text\":\"" + event.text() + "\"";
        return """
                {"update_id":%1$d,"message":{"message_id":%1$d,"from":{"id":%2$d,"is_bot":false,"first_name":"%3$s"%4$s,\
                "language_code":"en"},"chat":{"id":%2$d,"first_name":"%3$s"%4$s,"type":"private"},"date":%5$d,%6$s}}""".formatted(
                        event.number(), person.telegramId(), person.name(), username, at.getEpochSecond(), content);
    }

    private static String form(ClientEvent event) {
        Person person = event.person();
        String email = person.hasEmail() ? "&email=" + encoded(person.email()) : "";
        return "name=" + encoded(person.name()) + "&phone=" + encoded(person.phone()) + email + "&message="
                + encoded(event.text() + " " + word(event.number()));
    }

    /** Tells submissions apart, and is no phone number. */
    private static String word(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }

    private static String push(ClientEvent event) {
        Person person = event.person();
        String nickname = event.told().contains(Told.NICKNAME) ? ",\"nickname\":\"" + person.nickname() + "\"" : "";
        String phone = event.told().contains(Told.PHONE) ? ",\"phone\":\"" + person.phone() + "\"" : "";
        return """
                {"channel":"%s","externalUserId":"%s","externalMessageId":"%d","name":"%s","text":"%s"%s%s}""".formatted(
                        event.outlet().name().toLowerCase(Locale.ROOT),
                        person.botUser(event.outlet()),
                        event.number(),
                        person.name(),
                        event.text(),
                        nickname,
                        phone);
    }

    private byte[] post(String path, String header, String contentType, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + header + "\r\nContent-Type: "
                        + contentType + "\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        return request;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
