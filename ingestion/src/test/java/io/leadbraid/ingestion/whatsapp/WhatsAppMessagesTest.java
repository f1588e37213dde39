package io.leadbraid.ingestion.whatsapp;

import static io.leadbraid.ingestion.whatsapp.Cloud.annas;
import static io.leadbraid.ingestion.whatsapp.Cloud.identifiers;
import static io.leadbraid.ingestion.whatsapp.Cloud.post;
import static io.leadbraid.ingestion.whatsapp.Cloud.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Message;
import io.leadbraid.model.Trust;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages of each type say. Numbers are those of the list of edge cases of the channel. */
class WhatsAppMessagesTest {

    private static final Identifier OTHER_PHONE = Identifier.phone("+79165555555");

    private final Cloud cloud = new Cloud();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\": \"text\", \"text\": {\"body\": \"Hi\\nthere\"}                          | TEXT | Hi/there",
                "\"type\": \"image\", \"image\": {\"id\": \"7\", \"caption\": \"Look\"}             | MEDIA | Look",
                "\"type\": \"image\", \"image\": {\"id\": \"7\"}                                    | MEDIA | [image]",
                "\"type\": \"audio\", \"audio\": {\"id\": \"7\", \"voice\": true}                   | MEDIA | [voice]",
                "\"type\": \"document\", \"document\": {\"filename\": \"a.pdf\"}                    | MEDIA | [document] a.pdf",
                "\"type\": \"sticker\", \"sticker\": {}                                             | MEDIA | [sticker]",
                "\"type\": \"video\", \"errors\": [{\"code\": 131052, \"title\": \"Media download error\"}] | MEDIA | [video] Media download error",
                "\"type\": \"location\", \"location\": {\"latitude\": 55.5, \"longitude\": 37.5, \"name\": \"Cafe\", \"address\": \"Main St 1\"} | MEDIA | Cafe/Main St 1/55.5, 37.5",
                "\"type\": \"reaction\", \"reaction\": {\"message_id\": \"wamid.0\", \"emoji\": \"👍\"} | CALLBACK | 👍",
                "\"type\": \"button\", \"button\": {\"payload\": \"yes\", \"text\": \"Yes, please\"} | CALLBACK | Yes, please",
                "\"type\": \"interactive\", \"interactive\": {\"type\": \"button_reply\", \"button_reply\": {\"id\": \"1\", \"title\": \"Yes\"}} | CALLBACK | Yes",
                "\"type\": \"interactive\", \"interactive\": {\"type\": \"list_reply\", \"list_reply\": {\"id\": \"1\", \"title\": \"Red\", \"description\": \"Large\"}} | CALLBACK | Red/Large",
                "\"type\": \"interactive\", \"interactive\": {\"type\": \"of_tomorrow\"}            | CALLBACK | [interactive]",
                "\"type\": \"order\", \"order\": {\"text\": \"For Monday\", \"product_items\": [{\"product_retailer_id\": \"sku-1\", \"quantity\": 2, \"item_price\": 10.5, \"currency\": \"EUR\"}]} | TEXT | For Monday/2 × sku-1, 10.5 EUR",
                "\"type\": \"kind_of_tomorrow\", \"kind_of_tomorrow\": {}                           | MEDIA | [kind_of_tomorrow]",
            })
    void eachTypeSaysWhatAPersonWantsToRead(String message, Message.Kind kind, String text) {
        Message read = cloud.message(annas(message.strip()));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.text()).isEqualTo(text.replace("/", "\n"));
    }

    @Test
    @DisplayName("11. An unsupported message is still somebody who wrote")
    void anUnsupportedMessageIsStillSomebodyWhoWrote() {
        InboundContact contact = cloud.contact(sample("unsupported_131051").replace("409552778964973", Cloud.NUMBER));

        assertThat(contact.message().text()).isEqualTo("[unsupported] Message type unknown");
        assertThat(contact.externalUserId()).isEqualTo("1111111111111");
        assertThat(identifiers(contact)).contains(Cloud.waId("1111111111111"));
    }

    @Test
    void aButtonNeedsNoContext() {
        Message message = cloud.message(sample("button_reply_without_context"));

        assertThat(message.kind()).isEqualTo(Message.Kind.CALLBACK);
        assertThat(message.text()).isEqualTo("title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"{\\\"flow_token\\\": \\\"x\\\", \\\"name\\\": \\\"Anna\\\", \\\"days\\\": [1, 2]}\" | Sent/name: Anna/days: [1,2]",
                "\"no json\"     | Sent/no json",
                "\"[1]\"         | Sent/[1]",
                "\"\"            | Sent",
                "null            | Sent",
            })
    @DisplayName("12. The answers of a flow are read, and an answer that is no JSON or missing loses nothing")
    void theAnswersOfAFlowAreRead(String json, String text) {
        Message message = cloud.message(annas("""
                "type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"body": "Sent", "response_json": %s}}
                """.formatted(json)));

        assertThat(message.text()).isEqualTo(text.replace("/", "\n"));
        assertThat(message.kind()).isEqualTo(Message.Kind.TEXT);
    }

    @Test
    void aPhoneInAFlowIsMentioned() {
        assertThat(cloud.contact(annas("""
                "type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply":
                 {"response_json": "{\\"phone\\": \\"8 916 555-55-55\\"}"}}
                """)).claims())
                .contains(new Claim(OTHER_PHONE, Trust.MENTIONED, "text@7", "8 916 555-55-55"));
    }

    @Test
    void aTextThatIsAPhoneStatesItAndOneThatHoldsItMentionsIt() {
        assertThat(cloud.contact(annas("\"type\": \"text\", \"text\": {\"body\": \"8 916 555-55-55\"}"))
                        .claims())
                .contains(new Claim(OTHER_PHONE, Trust.STATED, "text@0", "8 916 555-55-55"));
        assertThat(cloud.contact(annas("\"type\": \"image\", \"image\": {\"caption\": \"Tel. 8 916 555-55-55\"}"))
                        .claims())
                .contains(new Claim(OTHER_PHONE, Trust.MENTIONED, "text@5", "8 916 555-55-55"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "frequently_forwarded"})
    void whatWasForwardedSaysNothingAboutWhoForwards(String mark) {
        assertThat(identifiers(cloud.contact(
                        annas("\"type\": \"text\", \"text\": {\"body\": \"8 916 555-55-55\"}, \"context\": {\"" + mark
                                + "\": true}"))))
                .doesNotContain(OTHER_PHONE);
    }

    @Test
    @DisplayName("6. Cards of other people are no evidence about the sender")
    void cardsOfOthersAreNoEvidence() {
        InboundContact contact = cloud.contact(sample("contacts_shared_three_people"));

        assertThat(contact.message().kind()).isEqualTo(Message.Kind.CONTACT);
        assertThat(contact.message().text())
                .isEqualTo("Chandler Bing +1 555-555-5555\nMonica +1 666-666-6666\nRachel Green +1 777-777-7777");
        assertThat(identifiers(contact))
                .filteredOn(identifier -> identifier.kind() == Identifier.Kind.PHONE)
                .containsExactly(Identifier.phone("+972987654321"));
    }

    private String answered(String sender, String onMessage, String card) {
        return post(
                "{\"user_id\": \"RU.1\"}",
                "{%s\"from_user_id\": \"RU.1\", \"id\": \"wamid.1\", \"type\": \"contacts\"%s, \"contacts\": [%s]}"
                        .formatted(sender, onMessage, card));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ", \"origin\": \"contact_request\" | {\"phones\": [{\"phone\": \"+7 916 555-55-55\", \"wa_id\": \"79165555555\"}]}",
                "`` | {\"origin\": \"contact_request\", \"phones\": [{\"wa_id\": \"79165555555\"}]}",
                "`` | {\"origin\": \"contact_request\", \"vcard\": \"BEGIN:VCARD\\nFN:Anna\\nTEL;type=CELL;waid=79165555555:+7 916 555-55-55\\nEND:VCARD\"}",
            })
    @DisplayName("7. A card that answers our request is the sender's own, wherever its origin stands")
    void aRequestedCardIsTheSendersOwn(String onMessage, String card) {
        assertThat(cloud.contact(answered("", onMessage, card)).claims())
                .filteredOn(claim -> claim.identifier().equals(OTHER_PHONE))
                .extracting(Claim::trust, Claim::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Trust.VERIFIED, "contact"));
    }

    @Test
    @DisplayName("7. A requested card with another number than the sender's is what he says, not what WhatsApp says")
    void aConflictingCardIsOnlyStated() {
        String body = answered(
                "\"from\": \"79161234567\", ",
                "",
                "{\"origin\": \"contact_request\", \"phones\": [{\"wa_id\": \"79165555555\"}]}");

        assertThat(cloud.contact(body).claims())
                .filteredOn(claim -> claim.identifier().kind() == Identifier.Kind.PHONE)
                .extracting(Claim::trust)
                .containsExactly(Trust.VERIFIED, Trust.STATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"origin\": \"other\", \"phones\": [{\"wa_id\": \"79165555555\"}]}",
                "{\"phones\": [{\"wa_id\": \"79165555555\"}]}, {\"phones\": [{\"wa_id\": \"79160000000\"}]}"
            })
    @DisplayName("6. A card of other origin, or one of several, is nobody's answer")
    void otherCardsAreNoAnswer(String cards) {
        assertThat(identifiers(cloud.contact(answered("", ", \"origin\": \"contact_request\"", cards))))
                .containsExactly(Cloud.bsuid("RU.1"));
    }

    @Test
    void anAdIsRemembered() {
        InboundContact contact = cloud.contact(sample("text_with_ctwa_referral"));

        assertThat(contact.attributes())
                .containsEntry("ctwa_clid", "CTWA_CLID")
                .containsEntry("referral_source_id", "ADID")
                .containsEntry("referral_headline", "AD_TITLE")
                .doesNotContainKey("referral_image_url");
    }

    @Test
    @DisplayName("10. An edit is a later revision, and what it says counts; a revocation is the last one")
    void editsAndRevocationsAreRevisions() {
        InboundContact edit = cloud.contact(annas("""
                "type": "edit", "edit": {"original_message_id": "wamid.0", "message":
                 {"type": "text", "text": {"body": "8 916 555-55-55"}}}
                """));
        InboundContact revoked =
                cloud.contact(annas("\"type\": \"revoke\", \"revoke\": {\"original_message_id\": \"wamid.0\"}"));

        assertThat(edit.message())
                .isEqualTo(new Message("wamid.0", 1_700_000_000, "79161234567", Message.Kind.TEXT, "8 916 555-55-55"));
        assertThat(identifiers(edit)).contains(OTHER_PHONE);
        assertThat(revoked.message().providerId()).isEqualTo("wamid.0");
        assertThat(revoked.message().revision()).isGreaterThan(edit.message().revision());
        assertThat(revoked.message().text()).isEqualTo("[deleted]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"type\": \"edit\", \"edit\": {}", "\"type\": \"revoke\""})
    @DisplayName("10. A change that does not say of what is kept")
    void aChangeOfNothingIsUnreadable(String message) {
        assertThat(cloud.reading(annas(message))).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    @DisplayName("13. In a group the person is the sender, and the chat the group")
    void inAGroupThePersonIsTheSender() {
        InboundContact contact =
                cloud.contact(annas("\"group_id\": \"G1\", \"type\": \"text\", \"text\": {\"body\": \"Hi\"}"));

        assertThat(contact.externalUserId()).isEqualTo("RU.1");
        assertThat(contact.message().chat()).isEqualTo("G1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"request_welcome\"",
                "\"type\": \"reaction\", \"reaction\": {\"message_id\": \"wamid.0\"}"
            })
    void whatSaysNothingIsIgnored(String message) {
        assertThat(cloud.reading(annas(message))).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void aMessageWithoutTimeHappenedWhenItWasReceived() {
        assertThat(cloud.contact(annas("\"type\": \"text\", \"text\": {\"body\": \"Hi\"}")
                                .replace("1700000000", "x"))
                        .occurredAt())
                .isEqualTo(Cloud.NOW);
    }
}
