package io.leadbraid.ingestion.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramConnectorTest {

    private final Bot bot = new Bot();

    private static String message(String content) {
        return """
                {"update_id": 7, "message": {"message_id": 1, "date": 1700000000,
                 "from": {"id": 12345, "is_bot": false, "first_name": "Anna"},
                 "chat": {"id": 12345, "type": "private"}, %s}}
                """.formatted(content);
    }

    @Test
    void aPrivateTextIsAMessageOfItsSender() {
        InboundContact contact = bot.contact(Bot.sample("message_text_private"));

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
    void anEditIsALaterRevisionOfTheSameMessageInItsPlace() {
        InboundContact contact = bot.contact(Bot.sample("edited_message_with_reply"));

        assertThat(contact.message().providerId()).isEqualTo("999999999:23762");
        assertThat(contact.message().revision()).isGreaterThan(0).isLessThan(1L << 53);
        assertThat(contact.message().writtenAt()).isEqualTo(Instant.ofEpochSecond(1584985181));
        assertThat(contact.occurredAt()).isEqualTo(Instant.ofEpochSecond(1584985245));
    }

    @Test
    void aCardWithoutUserIdIsNotTheSendersPhone() {
        InboundContact contact = bot.contact(Bot.sample("contact_shared_without_user_id"));

        assertThat(contact.message().kind()).isEqualTo(Message.Kind.CONTACT);
        assertThat(contact.claims())
                .extracting(claim -> claim.identifier().kind())
                .doesNotContain(Identifier.Kind.PHONE);
    }

    @Test
    void aCardOfTheSenderVerifiesHisPhone() {
        InboundContact contact = bot.contact(
                message("\"contact\": {\"phone_number\": \"79161234567\", \"first_name\": \"A\", \"user_id\": 12345}"));

        assertThat(contact.claims())
                .contains(new Claim(Identifier.phone("+79161234567"), Trust.VERIFIED, "contact", "79161234567"));
        assertThat(contact.message().text()).isEqualTo("A 79161234567");
    }

    @Test
    void aCardOfSomebodyElseSaysNothing() {
        InboundContact contact = bot.contact(
                message("\"contact\": {\"phone_number\": \"79161234567\", \"first_name\": \"B\", \"user_id\": 54321}"));

        assertThat(contact.claims()).extracting(Claim::identifier).containsExactly(Identifier.id("telegram", "12345"));
    }

    @Test
    void anUnreadablePhoneOfTheSenderIsKept() {
        InboundContact contact = bot.contact(message("\"contact\": {\"phone_number\": \"911\", \"user_id\": 12345}"));

        assertThat(contact.attributes()).containsEntry("phone", "911");
    }

    @Test
    void theStartPayloadIsAnAttributeAndNoEvidence() {
        InboundContact contact = bot.contact(message("\"text\": \"/start@Bot 79161234567\""));

        assertThat(contact.attributes()).containsEntry("start", "79161234567");
        assertThat(contact.claims()).hasSize(1);
    }

    @Test
    void aTextThatIsAPhoneStatesItAndOneThatHoldsItMentionsIt() {
        assertThat(bot.contact(message("\"text\": \"8 916 123-45-67\"")).claims())
                .contains(new Claim(Identifier.phone("+79161234567"), Trust.STATED, "text@0", "8 916 123-45-67"));
        assertThat(bot.contact(message("\"text\": \"звоните 8 916 123-45-67\"")).claims())
                .contains(new Claim(Identifier.phone("+79161234567"), Trust.MENTIONED, "text@8", "8 916 123-45-67"));
    }

    @Test
    void whatWasForwardedSaysNothingAboutWhoForwards() {
        InboundContact contact =
                bot.contact(message("\"text\": \"8 916 123-45-67\", \"forward_origin\": {\"type\": \"hidden_user\"}"));

        assertThat(contact.claims()).hasSize(1);
        assertThat(contact.message().text()).isEqualTo("8 916 123-45-67");
    }

    @Test
    void inAGroupThePersonIsTheSender() {
        InboundContact contact = bot.contact(Bot.sample("forum_topic_message"));

        assertThat(contact.externalUserId()).isEqualTo("123456");
        assertThat(contact.message().chat()).isEqualTo("-1001234567489");
    }

    @Test
    void repeatsHaveOneEventAndBotsHaveTheirOwn() {
        String update = Bot.sample("message_text_private");

        assertThat(bot.contact(update).event()).isEqualTo(bot.contact(update).event());
        assertThat(bot.contact(update).event())
                .isNotEqualTo(bot.contact(update.replace("\"update_id\": 1", "\"update_id\": 2"))
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
        assertThat(bot.read(update)).isInstanceOf(Reading.Ignored.class);
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
        assertThat(bot.read(update)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void aMessageWithoutDateHappenedWhenItWasReceived() {
        InboundContact contact = bot.contact(message("\"text\": \"x\"").replace("1700000000", "0"));

        assertThat(contact.occurredAt()).isEqualTo(Bot.NOW);
    }
}
