package io.leadbraid.ingestion.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.topic.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The numbered edge cases that are known of Telegram. */
class TelegramEdgeCasesTest {

    private final Bot bot = new Bot();

    /** A message of Anna, and whatever else is in it. */
    private static String anna(int update, String kind, String content) {
        return """
                {"update_id": %d, "%s": {"message_id": 9, "date": 1700000000,
                 "from": {"id": 12345, "is_bot": false, "first_name": "Anna", "username": "anna_k"},
                 "chat": {"id": 12345, "type": "private"}, %s}}
                """.formatted(update, kind, content);
    }

    private static String anna(String content) {
        return anna(7, "message", content);
    }

    private static List<Identifier> identifiers(InboundContact contact) {
        return contact.claims().stream().map(Claim::identifier).toList();
    }

    @Test
    void case01TheSameUpdateAgainIsTheSameEvent() {
        String update = anna("\"text\": \"Hi\"");

        assertThat(bot.contact(update).event()).isEqualTo(bot.contact(update).event());
    }

    @Test
    void case02AnUpdateIdThatBeginsAnywhereIsAsGoodAsAnyOther() {
        InboundContact before = bot.contact(anna(900_000_000, "message", "\"text\": \"Hi\""));
        InboundContact afterASilentWeek = bot.contact(anna(17, "message", "\"text\": \"Hi\""));

        assertThat(afterASilentWeek.event()).isNotEqualTo(before.event());
        assertThat(afterASilentWeek.message()).isEqualTo(before.message());
    }

    @Test
    void case03WithoutUsernameThereIsTheIdAndAChangedOneIsAnotherSightingOfTheSamePerson() {
        InboundContact without = bot.contact(anna("\"text\": \"Hi\"").replace(", \"username\": \"anna_k\"", ""));
        InboundContact renamed = bot.contact(anna("\"text\": \"Hi\"").replace("anna_k", "Anna_New"));

        assertThat(identifiers(without)).containsExactly(Identifier.id("telegram", "12345"));
        assertThat(identifiers(renamed))
                .containsExactly(Identifier.id("telegram", "12345"), Identifier.nickname("telegram", "anna_new"));
        assertThat(renamed.source()).isEqualTo(without.source());
        assertThat(renamed.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"user_id\": 54321", ", \"user_id\": 0"})
    void case04TheCardOfSomebodyElseOrOfNobodySaysNothingOfTheSender(String owner) {
        InboundContact contact = bot.contact(
                anna("\"contact\": {\"phone_number\": \"+79161234567\", \"first_name\": \"B\"%s}".formatted(owner)));

        assertThat(contact.claims())
                .extracting(claim -> claim.identifier().kind())
                .containsExactly(Identifier.Kind.ID, Identifier.Kind.NICKNAME);
        assertThat(contact.message().text()).isEqualTo("B +79161234567");
    }

    @ParameterizedTest
    @CsvSource({
        "79161234567, +79161234567",
        "+79161234567, +79161234567",
        "+7 916 123-45-67, +79161234567",
        "491712345678, +491712345678",
        "911, ",
        "'', ",
    })
    void case05PhonesOfCardsAreReadWithAndWithoutPlus(String raw, String phone) {
        InboundContact contact =
                bot.contact(anna("\"contact\": {\"phone_number\": \"%s\", \"user_id\": 12345}".formatted(raw)));

        assertThat(contact.claims().stream()
                        .filter(claim -> claim.identifier().kind() == Identifier.Kind.PHONE)
                        .map(claim -> claim.trust() + claim.identifier().value())
                        .findFirst())
                .isEqualTo(Optional.ofNullable(phone).map(read -> Trust.VERIFIED + read));
    }

    @Test
    void case06AnEditThatChangesANumberTellsTheNewOneAndStaysInItsPlace() {
        InboundContact written = bot.contact(anna(7, "message", "\"text\": \"8 916 000-00-01\""));
        InboundContact edited =
                bot.contact(anna(8, "edited_message", "\"edit_date\": 1700000060, \"text\": \"8 916 000-00-02\""));
        InboundContact again =
                bot.contact(anna(9, "edited_message", "\"edit_date\": 1700000060, \"text\": \"8 916 000-00-03\""));

        assertThat(identifiers(edited)).contains(Identifier.phone("+79160000002"));
        assertThat(edited.message().providerId()).isEqualTo(written.message().providerId());
        assertThat(edited.message().writtenAt()).isEqualTo(written.occurredAt());
        assertThat(edited.message().revision())
                .isGreaterThan(written.message().revision())
                .isLessThan(again.message().revision());
    }

    @Test
    void case07MessagesThatAreYetToBeSentAreSeveral() {
        String scheduled = anna(7, "message", "\"text\": \"Hi\"").replace("\"message_id\": 9", "\"message_id\": 0");

        assertThat(bot.contact(scheduled).message().providerId())
                .isNotEqualTo(bot.contact(scheduled.replace("\"update_id\": 7", "\"update_id\": 8"))
                        .message()
                        .providerId());
    }

    @Test
    void case08APressOnAMessageOutOfReachIsAMessageOfWhoPressed() {
        InboundContact contact = bot.contact(Bot.sample("callback_query_inaccessible_message"));

        assertThat(contact.externalUserId()).isEqualTo("222222222");
        assertThat(contact.message())
                .isEqualTo(
                        new Message("callback:666728699048485871", 0, "222222222", Message.Kind.CALLBACK, "thedata"));
        assertThat(contact.occurredAt()).isEqualTo(Bot.NOW);
        assertThat(identifiers(contact))
                .containsExactly(Identifier.id("telegram", "222222222"), Identifier.nickname("telegram", "super"));
    }

    @Test
    void case08APressBelowAnInlineMessageGoesToThePersonsChatAndItsDataIsNoEvidence() {
        InboundContact contact = bot.contact("""
                {"update_id": 7, "callback_query": {"id": "1", "inline_message_id": "x", "data": "89161234567",
                 "from": {"id": 12345, "is_bot": false, "first_name": "Anna"}}}
                """);

        assertThat(contact.message().chat()).isEqualTo("12345");
        assertThat(identifiers(contact)).containsExactly(Identifier.id("telegram", "12345"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\": 1, \"message\": {\"message_id\": 1, \"chat\": {\"id\": -1, \"type\": \"group\"}, \"text\": \"x\", \"from\": {\"id\": 1087968824, \"is_bot\": true}, \"sender_chat\": {\"id\": -1}}}",
                "{\"update_id\": 1, \"message\": {\"message_id\": 1, \"chat\": {\"id\": -1, \"type\": \"group\"}, \"text\": \"x\", \"from\": {\"id\": 777000, \"is_bot\": false}}}",
                "{\"update_id\": 1, \"message\": {\"message_id\": 1, \"chat\": {\"id\": -1, \"type\": \"group\"}, \"text\": \"x\"}}",
                "{\"update_id\": 1, \"channel_post\": {\"message_id\": 1, \"chat\": {\"id\": -1, \"type\": \"channel\"}, \"text\": \"x\", \"sender_chat\": {\"id\": -1}}}",
                "{\"update_id\": 1, \"edited_channel_post\": {\"message_id\": 1, \"chat\": {\"id\": -1}, \"text\": \"x\"}}"
            })
    void case09AnonymousSendersAndChannelsAreNobody(String update) {
        assertThat(bot.read(update)).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void case10AMessageInATopicIsItsSendersInTheChatOfTheForum() {
        InboundContact contact = bot.contact(Bot.sample("forum_topic_message"));
        InboundContact inPrivate =
                bot.contact(anna("\"text\": \"Hi\", \"message_thread_id\": 5, \"is_topic_message\": true"));

        assertThat(contact.externalUserId()).isEqualTo("123456");
        assertThat(contact.message().chat()).isEqualTo("-1001234567489");
        assertThat(contact.message().text()).isEqualTo("lòklò");
        assertThat(inPrivate.message().chat()).isEqualTo("12345");
    }

    @Test
    void case11EachPictureOfAnAlbumIsAMessageAndTheCaptionItsText() {
        String photo = "\"media_group_id\": \"g1\", \"photo\": [{\"file_id\": \"x\"}]";
        InboundContact first = bot.contact(anna(photo + ", \"caption\": \"Звоните 8 916 123-45-67\""));
        InboundContact second =
                bot.contact(anna(8, "message", photo).replace("\"message_id\": 9", "\"message_id\": 10"));

        assertThat(first.message().kind()).isEqualTo(Message.Kind.MEDIA);
        assertThat(first.message().text()).isEqualTo("Звоните 8 916 123-45-67");
        assertThat(identifiers(first)).contains(Identifier.phone("+79161234567"));
        assertThat(second.message().kind()).isEqualTo(Message.Kind.MEDIA);
        assertThat(second.message().text()).isEqualTo("[photo]");
        assertThat(second.message().providerId()).isNotEqualTo(first.message().providerId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "voice      | {\"duration\": 3} | [voice]",
                "video_note | {\"duration\": 3} | [video_note]",
                "document   | {\"file_name\": \"+79161234567.pdf\"} | +79161234567.pdf",
                "sticker    | {\"emoji\": \"👍\"} | 👍",
                "venue      | {\"title\": \"Cafe\", \"address\": \"Lenina 1\"} | Cafe, Lenina 1",
                "location   | {\"longitude\": 37.61, \"latitude\": 55.75} | 37.61, 55.75",
            })
    void mediaAndPlacesAreMessagesAndNoEvidence(String field, String value, String text) {
        InboundContact contact = bot.contact(anna("\"%s\": %s".formatted(field, value)));

        assertThat(contact.message().kind()).isEqualTo(Message.Kind.MEDIA);
        assertThat(contact.message().text().split(", ")).containsExactlyInAnyOrder(text.split(", "));
        assertThat(contact.claims()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/start               | ",
                "/start abc_DEF-1     | abc_DEF-1",
                "/start@Shop_Bot abc  | abc",
                "/start 8 916 1234567 | ",
                "/start a@example.com | ",
                "/start yz+/=         | ",
            })
    void case12ThePayloadOfAStartIsAnAttributeAndNeverEvidence(String text, String payload) {
        InboundContact contact = bot.contact(anna("\"text\": \"%s\"".formatted(text)));
        InboundContact again = bot.contact(anna(8, "message", "\"text\": \"%s\"".formatted(text)));

        assertThat(Optional.ofNullable(contact.attributes().get("start"))).isEqualTo(Optional.ofNullable(payload));
        assertThat(contact.claims()).hasSize(2);
        assertThat(contact.message().text()).isEqualTo(text);
        assertThat(again.event()).isNotEqualTo(contact.event());
    }

    @Test
    void case12APayloadThatIsTooLongIsNone() {
        assertThat(bot.contact(anna("\"text\": \"/start %s\"".formatted("a".repeat(65))))
                        .attributes())
                .isEmpty();
    }

    @Test
    void case13WhoBlocksTheBotIsNoLead() {
        assertThat(bot.read("""
                {"update_id": 7, "my_chat_member": {"chat": {"id": 12345, "type": "private"}, "from": {"id": 12345},
                 "date": 1700000000, "new_chat_member": {"status": "kicked"}}}
                """)).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"migrate_to_chat_id\": -1001", "\"migrate_from_chat_id\": -5"})
    void case14AGroupThatBecomesASupergroupIsNoLead(String migration) {
        assertThat(bot.read(anna(migration))).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void case14InTheSupergroupPeopleAreWhoTheyWereInTheGroup() {
        InboundContact group =
                bot.contact(anna("\"text\": \"Hi\"").replace("\"chat\": {\"id\": 12345", "\"chat\": {\"id\": -5"));
        InboundContact supergroup =
                bot.contact(anna("\"text\": \"Hi\"").replace("\"chat\": {\"id\": 12345", "\"chat\": {\"id\": -1005"));

        assertThat(supergroup.source()).isEqualTo(group.source());
        assertThat(supergroup.message().providerId())
                .isNotEqualTo(group.message().providerId());
    }

    @Test
    void case15AClientOfABusinessAccountIsASourceInAChatOfTheConnection() {
        String connected = "\"business_connection_id\": \"conn1\", \"text\": \"Hi\"";
        InboundContact inBusiness = bot.contact(anna(7, "business_message", connected));
        InboundContact withBot = bot.contact(anna(8, "message", "\"text\": \"Hi\""));

        assertThat(inBusiness.message().chat()).isEqualTo("conn1:12345");
        assertThat(inBusiness.source()).isEqualTo(withBot.source());
        assertThat(inBusiness.message().providerId())
                .isNotEqualTo(withBot.message().providerId());
        assertThat(bot.contact(anna(9, "edited_business_message", connected + ", \"edit_date\": 1700000060"))
                        .message()
                        .providerId())
                .isEqualTo(inBusiness.message().providerId());
        assertThat(bot.contact(Bot.sample("business_message")).externalUserId()).isEqualTo("456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\": 1, \"business_message\": {\"message_id\": 1, \"business_connection_id\": \"c\", \"chat\": {\"id\": 12345}, \"from\": {\"id\": 99}, \"text\": \"from the owner\"}}",
                "{\"update_id\": 1, \"edited_business_message\": {\"message_id\": 1, \"business_connection_id\": \"c\", \"chat\": {\"id\": 12345}, \"from\": {\"id\": 99}, \"text\": \"from the owner\"}}",
                "{\"update_id\": 1, \"business_message\": {\"message_id\": 1, \"business_connection_id\": \"c\", \"chat\": {\"id\": 12345}, \"from\": {\"id\": 12345}, \"sender_business_bot\": {\"id\": 42}, \"text\": \"x\"}}",
                "{\"update_id\": 1, \"deleted_business_messages\": {\"business_connection_id\": \"c\", \"chat\": {\"id\": 12345}, \"message_ids\": [1]}}",
                "{\"update_id\": 1, \"business_connection\": {\"id\": \"c\", \"user\": {\"id\": 99}, \"is_enabled\": false}}"
            })
    void case15WhatTheBusinessWritesDeletesOrConnectsIsNoLead(String update) {
        assertThat(bot.read(update)).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void case16WhereTheBotIsAGuestTheChatIsAnother() {
        InboundContact guest = bot.contact(anna(7, "guest_message", "\"guest_query_id\": \"q\", \"text\": \"Hi\""));
        InboundContact own = bot.contact(anna(8, "message", "\"text\": \"Hi\""));

        assertThat(guest.message().chat()).isEqualTo("guest:12345");
        assertThat(guest.message().providerId()).isNotEqualTo(own.message().providerId());
        assertThat(guest.source()).isEqualTo(own.source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_of_tomorrow", "edited_message_of_tomorrow"})
    void case17UpdatesOfUnknownKindsAreKept(String kind) {
        assertThat(bot.read(anna(7, kind, "\"text\": \"Hi\""))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void case17MessagesWithContentOfTomorrowAreKeptAndServiceMessagesAreNot() {
        String started = Bot.sample("getupdates_write_access_allowed");
        JsonNode envelope = Json.MAPPER.readTree(started);

        assertThat(bot.read(anna("\"hologram\": {\"file_id\": \"x\"}"))).isInstanceOf(Reading.Unreadable.class);
        assertThat(bot.read(envelope.path("result").path(0).toString())).isInstanceOf(Reading.Ignored.class);
        assertThat(bot.read(anna("\"users_shared\": {\"users\": [{\"user_id\": 1}]}")))
                .isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void case17AFieldOfTomorrowBesideAKnownUpdateDoesNotHideIt() {
        String update = anna("\"text\": \"Hi\"").replace("{\"update_id\": 7,", "{\"update_id\": 7, \"hint\": {},");

        assertThat(bot.contact(update).message().text()).isEqualTo("Hi");
    }

    @Test
    void case18PlacesInATextAreUtf16UnitsAsTelegramCountsThem() {
        InboundContact contact = bot.contact(anna("\"text\": \"👋👋 звоните 8 916 123-45-67\""));

        assertThat(contact.claims())
                .contains(new Claim(Identifier.phone("+79161234567"), Trust.MENTIONED, "text@13", "8 916 123-45-67"));
    }

    @Test
    void halvesOfEmojiAndControlCharactersDoNoHarm() {
        assertThat(bot.contact(anna("\"text\": \"a\\u0000b\\ud83d c\""))
                        .message()
                        .text())
                .isEqualTo("ab\uFFFD c");
    }

    @Test
    void dataOfAWebAppIsTheTextAndNoEvidence() {
        InboundContact contact =
                bot.contact(anna("\"web_app_data\": {\"data\": \"89161234567\", \"button_text\": \"Go\"}"));

        assertThat(contact.message().kind()).isEqualTo(Message.Kind.CALLBACK);
        assertThat(contact.message().text()).isEqualTo("89161234567");
        assertThat(contact.claims()).hasSize(2);
    }

    @Test
    void namesAndLanguageAreTraits() {
        assertThat(bot.contact(anna("\"text\": \"Hi\"")).traits()).containsExactly(Trait.name("Anna"));
    }
}
