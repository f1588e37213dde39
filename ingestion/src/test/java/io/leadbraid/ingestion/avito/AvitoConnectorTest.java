package io.leadbraid.ingestion.avito;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are those of the list of edge cases of the channel. */
class AvitoConnectorTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Claim AUTHOR = new Claim(Identifier.id("avito", "200000002"), Trust.VERIFIED, "author", null);
    private static final Identifier PHONE = Identifier.phone("+79161234567");

    private final AvitoConnector connector = new AvitoConnector(new MessageReading(new Mentions(new Phones()), "RU"));

    private static ConfiguredChannel channel(String id, String user) {
        return new ConfiguredChannel(
                new WorkspaceId(new UUID(0, 1)),
                id,
                ChannelKind.AVITO,
                "Avito",
                new ChannelSettings.Avito(user, Optional.empty(), Optional.empty(), "secret"),
                1);
    }

    private Reading read(String body) {
        return read(channel("c1", "100000001"), body, "application/json");
    }

    private Reading read(ConfiguredChannel channel, String body, String contentType) {
        return connector.read(
                new Posting(channel, body.getBytes(StandardCharsets.UTF_8), contentType, NOW, Optional.empty()));
    }

    private InboundContact contact(String body) {
        return ((Reading.Contacts) read(body)).contacts().getFirst();
    }

    private static String sample(String name) throws IOException {
        try (InputStream file = AvitoConnectorTest.class.getResourceAsStream("/samples/avito/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String message(String type, String content) {
        return message(type, "\"author_id\": 200000002, \"chat_type\": \"u2i\", \"item_id\": 4098549657", content);
    }

    private static String message(String type, String around, String content) {
        return """
                {"id": "d", "version": "v3.0.0", "timestamp": 1706865998, "payload": {"type": "message", "value":
                 {"id": "m1", "chat_id": "u2i-a~b_c", "user_id": 100000001, "created": 1706865000, "type": "%s",
                  %s, "content": %s}}}
                """.formatted(type, around, content);
    }

    @Test
    @DisplayName(
            "10, 11. A text is a message of its author about an ad, in a chat whose id may hold ~, about an ad over 2^31")
    void aTextIsAMessageOfItsAuthorAboutAnAd() throws IOException {
        InboundContact contact = contact(sample("webhook_text_v3_real_redacted"));

        assertThat(contact.externalUserId()).isEqualTo("200000002");
        assertThat(contact.channel().account()).isEqualTo("100000001");
        assertThat(contact.message())
                .isEqualTo(new Message(
                        "00000000000000000000000000000001",
                        0,
                        "u2i-REDACTED0~N4aaaaaaaaaa",
                        Message.Kind.TEXT,
                        "планируется поставка?"));
        assertThat(contact.occurredAt()).isEqualTo("2024-02-02T09:26:38Z");
        assertThat(contact.claims()).containsExactly(AUTHOR);
        assertThat(contact.traits()).containsExactly(new Trait(Trait.Kind.ITEM, "4000000001"));
        assertThat(contact.attributes()).containsEntry("avito_item_id", "4000000001");
    }

    @Test
    @DisplayName("1. What we wrote ourselves, in the app or by a bot, is no contact")
    void whatWeWroteOurselvesIsNoContact() throws IOException {
        assertThat(read(message("text", "\"author_id\": 100000001", "{\"text\": \"Hello\"}")))
                .isInstanceOf(Reading.Ignored.class);
        assertThat(read(
                        channel("c1", "123"),
                        sample("webhook_official_openapi_examples_all_content_fields"),
                        "application/json"))
                .isInstanceOf(Reading.Ignored.class);
    }

    @Test
    @DisplayName("2. A message that comes twice is one event, also as another delivery and over another channel")
    void aMessageThatComesTwiceIsOneEvent() {
        String body = message("text", "{\"text\": \"Hi\"}");
        InboundContact other = ((Reading.Contacts)
                        read(channel("c2", "100000001"), body.replace("\"id\": \"d\"", "\"id\": \"e\""), ""))
                .contacts()
                .getFirst();

        assertThat(other.event()).isEqualTo(contact(body).event());
        assertThat(contact(body.replace("\"m1\"", "\"m2\"")).event()).isNotEqualTo(other.event());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{}", "\uFEFF{ }"})
    @DisplayName("3. An empty body is a test of the address")
    void anEmptyBodyIsATest(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"[Системное сообщение] Ассистент Авито ответил\"}",
                "{\"text\": \"Скидка, звоните 8 916 123-45-67\", \"flow_id\": \"seller_audience_discount\"}",
                "{}"
            })
    @DisplayName("4. What Avito writes itself is no contact")
    void whatAvitoWritesItselfIsNoContact(String content) {
        assertThat(read(message("system", "\"author_id\": 0", content))).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    @DisplayName("4. What Avito writes itself is no contact, even when its type is another one")
    void theMarkOfAvitoCountsWhateverTheType() throws IOException {
        assertThat(read(message("text", "{\"text\": \"[Системное сообщение] Вы продали товар\"}")))
                .isInstanceOf(Reading.Ignored.class);
        assertThat(read(message("text", "\"author_id\": 0", "{\"text\": \"Hi\"}")))
                .isInstanceOf(Reading.Ignored.class);
        assertThat(read(sample("message_system_zlexdev_synthetic"))).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    @DisplayName("4. A response to a vacancy is a contact; the phone in it is mentioned")
    void aResponseToAVacancyIsAContact() {
        String text = "{\"text\": \"[Системное сообщение] Кандидат откликнулся. Телефон: 8 916 123-45-67\"}";

        InboundContact unnamed = contact(message("system", "\"author_id\": 0", text));
        InboundContact named = contact(message("text", text));

        assertThat(unnamed.externalUserId()).isEqualTo("chat:u2i-a~b_c");
        assertThat(unnamed.message().kind()).isEqualTo(Message.Kind.SYSTEM);
        assertThat(unnamed.claims())
                .extracting(Claim::identifier, Claim::trust)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(PHONE, Trust.MENTIONED));
        assertThat(named.externalUserId()).isEqualTo("200000002");
        assertThat(named.claims()).contains(AUTHOR).extracting(Claim::trust).contains(Trust.MENTIONED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "appCall  | {}                                    | CALL  | [call in the app]",
                "file     | {}                                    | MEDIA | [file]",
                "video    | null                                  | MEDIA | [video]",
                "voice    | {\"voice\": {\"voice_id\": \"v\"}}    | MEDIA | [voice]",
                "call     | {\"call\": {\"status\": \"missed\", \"target_user_id\": 1}} | CALL | [missed call]",
                "call     | {}                                    | CALL  | [call]",
                "image    | {\"image\": {\"sizes\": {\"32x32\": \"http:s\", \"1280x960\": \"http:l\", \"140x105\": \"http:m\"}}} | MEDIA | [image] http:l",
                "image    | {}                                    | MEDIA | [image]",
                "link     | {\"link\": {\"text\": \"see habr.com\", \"url\": \"habr.com\"}} | TEXT | see habr.com",
                "link     | {\"link\": {\"text\": \"see\", \"url\": \"http:h\"}} | TEXT | see/http:h",
                "location | {\"location\": {\"lat\": 55.5, \"lon\": 37.5, \"text\": \"Москва\", \"title\": \"Москва\"}} | MEDIA | [location] Москва/55.5, 37.5",
                "item     | {\"item\": {\"title\": \"Ролик\", \"price_string\": \"3\u00a0873 ₽\", \"item_url\": \"http:i\"}} | MEDIA | [item] Ролик/3 873 ₽/http:i",
                "tomorrow | {}                                    | MEDIA | [tomorrow]",
                "tomorrow | {\"text\": \"Hi\"}                    | TEXT  | Hi",
                "``       | {\"text\": \"Hi\"}                    | TEXT  | Hi",
            })
    @DisplayName("5, 12, 15. Every kind of content is somebody who wrote, with content, without, or of an unknown kind")
    void everyKindOfContentIsSomebodyWhoWrote(String type, String content, Message.Kind kind, String text) {
        Message message = contact(message(type, content)).message();

        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.text()).isEqualTo(text.replace("/", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"item_id\": null", "\"item_id\": 0", "\"chat_type\": \"u2u\""})
    @DisplayName("6. Without an ad it is a contact all the same")
    void withoutAnAdItIsAContactAllTheSame(String around) {
        InboundContact contact = contact(message("text", "\"author_id\": 200000002, " + around, "{\"text\": \"Hi\"}"));

        assertThat(contact.traits()).isEmpty();
        assertThat(contact.attributes()).isEmpty();
    }

    @Test
    @DisplayName("8. A message of another account of the company is kept")
    void aMessageOfAnotherAccountIsKept() {
        assertThat(read(channel("c1", "7"), message("text", "{\"text\": \"Hi\"}"), ""))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    @DisplayName("9. One buyer in several chats is one source")
    void oneBuyerInSeveralChatsIsOneSource() {
        String body = message("text", "{\"text\": \"Hi\"}");
        InboundContact one = contact(body);
        InboundContact other = contact(body.replace("u2i-a~b_c", "u2i-other").replace("4098549657", "5"));

        assertThat(other.source()).isEqualTo(one.source());
        assertThat(other.message().chat()).isNotEqualTo(one.message().chat());
    }

    @Test
    @DisplayName("14. A deleted message is a later revision")
    void aDeletedMessageIsALaterRevision() {
        InboundContact written = contact(message("text", "{\"text\": \"Hi\"}"));
        InboundContact deleted = contact(message("deleted", "{}"));

        assertThat(deleted.message().providerId()).isEqualTo(written.message().providerId());
        assertThat(deleted.message().revision()).isGreaterThan(written.message().revision());
        assertThat(deleted.message().text()).isEqualTo("[deleted]");
        assertThat(deleted.event()).isNotEqualTo(written.event());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=ISO-8859-1", "application/x-www-form-urlencoded", ""})
    @DisplayName("16. It is UTF-8, whatever is declared")
    void itIsUtf8WhateverIsDeclared(String contentType) {
        Reading read = read(channel("c1", "100000001"), message("text", "{\"text\": \"Привет\"}"), contentType);

        assertThat(((Reading.Contacts) read).contacts().getFirst().message().text())
                .isEqualTo("Привет");
    }

    @Test
    @DisplayName("16. A byte that is no UTF-8 loses no message")
    void aByteThatIsNoUtf8LosesNoMessage() {
        byte[] body = message("text", "{\"text\": \"caf?\"}").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '?' ? (byte) 0xE9 : body[i];
        }

        Reading read = connector.read(new Posting(channel("c1", "100000001"), body, "", NOW, Optional.empty()));

        assertThat(((Reading.Contacts) read).contacts().getFirst().message().text())
                .isEqualTo("caf\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payload\": {\"chat_id\": \"c\", \"id\": \"m1\", \"author_id\": 200000002, \"content\": {\"text\": \"Hi\"}, \"type\": \"text\"}}",
                "{\"version\": \"v1\", \"value\": {\"chat_id\": \"c\", \"id\": \"m1\", \"author_id\": \"200000002\", \"content\": {\"text\": \"Hi\"}}}",
                "{\"chat_id\": \"c\", \"id\": \"m1\", \"author_id\": 200000002, \"content\": {\"text\": \"Hi\"}, \"type\": \"text\"}"
            })
    @DisplayName("17. Bodies of earlier subscriptions are read where the message is recognisable")
    void earlierBodiesAreRead(String body) {
        InboundContact contact = contact(body);

        assertThat(contact.claims()).containsExactly(AUTHOR);
        assertThat(contact.message().text()).isEqualTo("Hi");
        assertThat(contact.occurredAt()).isEqualTo(NOW);
    }

    @Test
    @DisplayName(
            "20. A phone in a text is mentioned, and one that is the whole text stated; parts of one are only text")
    void phonesInTexts() {
        assertThat(contact(message("text", "{\"text\": \"мой 8\u00a0916\u00a0123-45-67\"}"))
                        .claims())
                .contains(new Claim(PHONE, Trust.MENTIONED, "text@4", "8\u00a0916\u00a0123-45-67"));
        assertThat(contact(message("text", "{\"text\": \"8\u00a0916\u00a0123-45-67\"}"))
                        .claims())
                .contains(new Claim(PHONE, Trust.STATED, "text@0", "8\u00a0916\u00a0123-45-67"));
        assertThat(contact(message("text", "{\"text\": \"8 916\"}")).claims()).containsExactly(AUTHOR);
        assertThat(contact(message("link", "{\"link\": {\"text\": \"t.me/anna_k\", \"url\": \"t.me/anna_k\"}}"))
                        .claims())
                .contains(new Claim(Identifier.nickname("telegram", "anna_k"), Trust.STATED, "text@0", "t.me/anna_k"));
    }

    @Test
    void theTimeOfPublicationGoesFirst() {
        InboundContact contact = contact(message(
                "text", "\"author_id\": 2, \"published_at\": \"2024-02-02T09:00:00.5Z\"", "{\"text\": \"Hi\"}"));

        assertThat(contact.occurredAt()).isEqualTo("2024-02-02T09:00:00.5Z");
    }

    @Test
    void aChatWithAvitoIsNoContact() {
        assertThat(read(message("text", "\"author_id\": 3, \"chat_type\": \"a2u\"", "{\"text\": \"Hi\"}")))
                .isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"x\"",
                "nonsense",
                "{\"payload\": {}}",
                "{\"payload\": {\"type\": \"event_of_tomorrow\", \"value\": {\"chat_id\": \"c\"}}}",
                "{\"payload\": {\"type\": \"message\", \"value\": {\"chat_id\": \"c\", \"author_id\": 1}}}",
                "{\"payload\": {\"type\": \"message\", \"value\": {\"chat_id\": \"c\", \"id\": \"m\", \"type\": \"text\"}}}"
            })
    void whatNobodyUnderstandsIsUnreadable(String body) {
        assertThat(read(body)).isInstanceOf(Reading.Unreadable.class);
    }
}
