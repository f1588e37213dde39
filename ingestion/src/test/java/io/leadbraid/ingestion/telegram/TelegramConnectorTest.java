package io.leadbraid.ingestion.telegram;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramConnectorTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ConfiguredChannel BOT = new ConfiguredChannel(
            new WorkspaceId(new UUID(0, 1)),
            "c1",
            ChannelKind.TELEGRAM,
            "Bot",
            new ChannelSettings.Telegram(Optional.of("777000:AAEE"), "secret"),
            1);

    private final Phones phones = new Phones();
    private final TelegramConnector connector =
            new TelegramConnector(new UpdateKinds(new SenderEvidence(phones, new Mentions(phones), "RU")));

    private Reading read(String update) {
        return connector.read(
                new Posting(BOT, update.getBytes(StandardCharsets.UTF_8), "application/json", NOW, Optional.empty()));
    }

    private InboundContact contact(String update) {
        return ((Reading.Contacts) read(update)).contacts().getFirst();
    }

    private static String sample(String name) throws IOException {
        try (InputStream file =
                TelegramConnectorTest.class.getResourceAsStream("/samples/telegram/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String message(String content) {
        return """
                {"update_id": 7, "message": {"message_id": 1, "date": 1700000000,
                 "from": {"id": 12345, "is_bot": false, "first_name": "Anna"},
                 "chat": {"id": 12345, "type": "private"}, %s}}
                """.formatted(content);
    }

    @Test
    void aPrivateTextIsAMessageOfItsSender() throws IOException {
        InboundContact contact = contact(sample("message_text_private"));

        assertThat(contact.externalUserId()).isEqualTo("456");
        assertThat(contact.channel().account()).isEqualTo("777000");
        assertThat(contact.message()).isEqualTo(new Message("456:123", 0, "456", Message.Kind.TEXT, "Ciao"));
        assertThat(contact.occurredAt()).isEqualTo("2023-05-25T03:17:44Z");
        assertThat(contact.claims())
                .containsExactly(
                        new Claim(Identifier.id("telegram", "456"), Trust.VERIFIED, "from", null),
                        new Claim(Identifier.nickname("telegram", "bros"), Trust.VERIFIED, "from", "Bros"));
        assertThat(contact.traits()).containsExactly(Trait.name("Mario"), new Trait(Trait.Kind.LANGUAGE, "en"));
    }

    @Test
    void anEditIsALaterRevisionOfTheSameMessageInItsPlace() throws IOException {
        InboundContact contact = contact(sample("edited_message_with_reply"));

        assertThat(contact.message().providerId()).isEqualTo("999999999:23762");
        assertThat(contact.message().revision()).isGreaterThan(0).isLessThan(1L << 53);
        assertThat(contact.message().writtenAt()).isEqualTo(Instant.ofEpochSecond(1584985181));
        assertThat(contact.occurredAt()).isEqualTo(Instant.ofEpochSecond(1584985245));
    }

    @Test
    void aCardWithoutUserIdIsNotTheSendersPhone() throws IOException {
        InboundContact contact = contact(sample("contact_shared_without_user_id"));

        assertThat(contact.message().kind()).isEqualTo(Message.Kind.CONTACT);
        assertThat(contact.claims())
                .extracting(claim -> claim.identifier().kind())
                .doesNotContain(Identifier.Kind.PHONE);
    }

    @Test
    void aCardOfTheSenderVerifiesHisPhone() {
        InboundContact contact = contact(
                message("\"contact\": {\"phone_number\": \"79161234567\", \"first_name\": \"A\", \"user_id\": 12345}"));

        assertThat(contact.claims())
                .contains(new Claim(Identifier.phone("+79161234567"), Trust.VERIFIED, "contact", "79161234567"));
        assertThat(contact.message().text()).isEqualTo("A 79161234567");
    }

    @Test
    void aCardOfSomebodyElseSaysNothing() {
        InboundContact contact = contact(
                message("\"contact\": {\"phone_number\": \"79161234567\", \"first_name\": \"B\", \"user_id\": 54321}"));

        assertThat(contact.claims()).extracting(Claim::identifier).containsExactly(Identifier.id("telegram", "12345"));
    }

    @Test
    void anUnreadablePhoneOfTheSenderIsKept() {
        InboundContact contact = contact(message("\"contact\": {\"phone_number\": \"911\", \"user_id\": 12345}"));

        assertThat(contact.attributes()).containsEntry("phone", "911");
    }

    @Test
    void theStartPayloadIsAnAttributeAndNoEvidence() {
        InboundContact contact = contact(message("\"text\": \"/start@Bot 79161234567\""));

        assertThat(contact.attributes()).containsEntry("start", "79161234567");
        assertThat(contact.claims()).hasSize(1);
    }

    @Test
    void aTextThatIsAPhoneStatesItAndOneThatHoldsItMentionsIt() {
        assertThat(contact(message("\"text\": \"8 916 123-45-67\"")).claims())
                .contains(new Claim(Identifier.phone("+79161234567"), Trust.STATED, "text@0", "8 916 123-45-67"));
        assertThat(contact(message("\"text\": \"звоните 8 916 123-45-67\"")).claims())
                .contains(new Claim(Identifier.phone("+79161234567"), Trust.MENTIONED, "text@8", "8 916 123-45-67"));
    }

    @Test
    void whatWasForwardedSaysNothingAboutWhoForwards() {
        InboundContact contact =
                contact(message("\"text\": \"8 916 123-45-67\", \"forward_origin\": {\"type\": \"hidden_user\"}"));

        assertThat(contact.claims()).hasSize(1);
        assertThat(contact.message().text()).isEqualTo("8 916 123-45-67");
    }

    @Test
    void inAGroupThePersonIsTheSender() throws IOException {
        InboundContact contact = contact(sample("forum_topic_message"));

        assertThat(contact.externalUserId()).isEqualTo("123456");
        assertThat(contact.message().chat()).isEqualTo("-1001234567489");
    }

    @Test
    void repeatsHaveOneEventAndBotsHaveTheirOwn() throws IOException {
        String update = sample("message_text_private");

        assertThat(contact(update).event()).isEqualTo(contact(update).event());
        assertThat(contact(update).event())
                .isNotEqualTo(contact(update.replace("\"update_id\": 1", "\"update_id\": 2"))
                        .event());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\": 1, \"message\": {\"from\": {\"id\": 1, \"is_bot\": true}, \"text\": \"x\"}}",
                "{\"update_id\": 1, \"message\": {\"text\": \"x\"}}",
                "{\"update_id\": 1, \"message\": {\"from\": {\"id\": 1}, \"sender_chat\": {\"id\": 2}, \"text\": \"x\"}}",
                "{\"update_id\": 1, \"poll\": {}}"
            })
    void whatIsNoMessageOfAPersonIsIgnored(String update) {
        assertThat(read(update)).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{}",
                "{\"update_id\": 1}",
                "{\"update_id\": \"1\", \"message\": {}}",
                "{\"update_id\": 1, \"message_of_tomorrow\": {}}",
                "{\"update_id\": 1, \"message\": {\"from\": {\"id\": \"x\"}, \"text\": \"x\"}}",
                "{\"update_id\": 1, \"message\": {\"from\": {\"id\": 1}, \"text\": \"x\"}}"
            })
    void whatNobodyUnderstandsIsUnreadable(String update) {
        assertThat(read(update)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void aMessageWithoutDateHappenedWhenItWasReceived() {
        InboundContact contact = contact(message("\"text\": \"x\"").replace("1700000000", "0"));

        assertThat(contact.occurredAt()).isEqualTo(NOW);
    }
}
