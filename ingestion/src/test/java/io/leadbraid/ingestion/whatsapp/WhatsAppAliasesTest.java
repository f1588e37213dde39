package io.leadbraid.ingestion.whatsapp;

import static io.leadbraid.ingestion.whatsapp.Cloud.bsuid;
import static io.leadbraid.ingestion.whatsapp.Cloud.identifiers;
import static io.leadbraid.ingestion.whatsapp.Cloud.post;
import static io.leadbraid.ingestion.whatsapp.Cloud.sample;
import static io.leadbraid.ingestion.whatsapp.Cloud.waId;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of numbers and of business-scoped ids. Numbers are those of the list of edge cases of the channel. */
class WhatsAppAliasesTest {

    private final Cloud cloud = new Cloud();

    private static String system(String sender, String system) {
        return post(
                "",
                "{%s\"id\": \"wamid.1\", \"timestamp\": \"1700000000\", \"type\": \"system\", \"system\": {%s}}"
                        .formatted(sender, system));
    }

    private static String text(String from) {
        return post(
                "",
                "{\"from\": \"" + from + "\", \"id\": \"wamid.2\", \"type\": \"text\", \"text\": {\"body\": \"Hi\"}}");
    }

    @Test
    @DisplayName(
            "3, 4. A change of number belongs to the old person, and holds both numbers, the new one marked as alias")
    void aChangeOfNumberHoldsBothNumbers() {
        InboundContact contact = cloud.contact(sample("system_user_changed_number"));

        assertThat(contact.externalUserId()).isEqualTo("972987654321");
        assertThat(contact.message().kind()).isEqualTo(Message.Kind.SYSTEM);
        assertThat(contact.message().text()).isEqualTo("User A changed from 972987654321 to 972912345678");
        assertThat(contact.message().chat()).isEqualTo("972912345678");
        assertThat(contact.claims())
                .containsExactly(
                        new Claim(waId("972987654321"), Trust.VERIFIED, "from", null),
                        new Claim(Identifier.phone("+972987654321"), Trust.VERIFIED, "from", "972987654321"),
                        new Claim(waId("972912345678"), Trust.VERIFIED, "alias", null),
                        new Claim(Identifier.phone("+972912345678"), Trust.VERIFIED, "alias", "972912345678"));
    }

    @Test
    @DisplayName("4. Before or after the first message from the new number, delivered once or twice: the same")
    void orderAndRepeatsDoNotMatter() {
        InboundContact change = cloud.contact(sample("system_user_changed_number"));
        InboundContact later = cloud.contact(text("972912345678"));

        assertThat(cloud.contact(sample("system_user_changed_number"))).isEqualTo(change);
        assertThat(identifiers(change)).containsAll(identifiers(later));
        assertThat(later.source()).isNotEqualTo(change.source());
    }

    @Test
    void aChangeOfNumberSinceAugust2026BelongsToTheOldBusinessScopedId() {
        InboundContact contact =
                cloud.contact(system("\"from\": \"79161234567\", \"from_user_id\": \"RU.NEW\", ", """
                "type": "user_changed_number", "wa_id": "79165555555", "user_id": "RU.NEW", "previous_user_id": "RU.OLD",
                "parent_user_id": "RU.ENT.NEW", "previous_parent_user_id": "RU.ENT.OLD"
                """));

        assertThat(contact.externalUserId()).isEqualTo("RU.OLD");
        assertThat(contact.claims())
                .filteredOn(claim -> claim.place().equals(AliasReading.PLACE))
                .extracting(Claim::identifier)
                .containsExactly(
                        bsuid("RU.NEW"),
                        Identifier.id("whatsapp:parent", "RU.ENT.NEW"),
                        waId("79165555555"),
                        Identifier.phone("+79165555555"));
        assertThat(identifiers(contact)).contains(bsuid("RU.OLD"), waId("79161234567"));
    }

    @Test
    void withoutTheOldBusinessScopedIdTheOldNumberIsThePerson() {
        InboundContact contact = cloud.contact(system(
                "\"from\": \"79161234567\", \"from_user_id\": \"RU.NEW\", ",
                "\"type\": \"user_changed_number\", \"wa_id\": \"79165555555\", \"user_id\": \"RU.NEW\""));

        assertThat(contact.externalUserId()).isEqualTo("79161234567");
        assertThat(identifiers(contact)).contains(bsuid("RU.NEW"), waId("79161234567"), waId("79165555555"));
    }

    @Test
    void aChangeOfTheBusinessScopedIdNeedsNoNumber() {
        InboundContact contact = cloud.contact(system(
                "", "\"type\": \"user_changed_user_id\", \"previous_user_id\": \"RU.OLD\", \"user_id\": \"RU.NEW\""));

        assertThat(contact.externalUserId()).isEqualTo("RU.OLD");
        assertThat(contact.message().chat()).isEqualTo("RU.NEW");
        assertThat(contact.claims())
                .containsExactly(
                        new Claim(bsuid("RU.OLD"), Trust.VERIFIED, "from", null),
                        new Claim(bsuid("RU.NEW"), Trust.VERIFIED, "alias", null));
    }

    @Test
    void aNumberThatStaysIsNoAlias() {
        InboundContact contact = cloud.contact(system(
                "\"from\": \"79161234567\", ",
                "\"type\": \"user_changed_user_id\", \"wa_id\": \"79161234567\", \"user_id\": \"RU.NEW\""));

        assertThat(contact.externalUserId()).isEqualTo("79161234567");
        assertThat(contact.claims())
                .filteredOn(claim -> claim.place().equals(AliasReading.PLACE))
                .extracting(Claim::identifier)
                .containsExactly(bsuid("RU.NEW"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"customer_changed_number\", \"customer\": \"79161234567\", \"new_wa_id\": 79165555555",
                "\"type\": \"customer_changed_number\", \"customer\": \"79161234567\", \"wa_id\": \"79165555555\"",
                "\"type\": \"user_changed_number\", \"previous_wa_id\": \"79161234567\", \"wa_id\": \"79165555555\""
            })
    void oldNamesAreUnderstood(String system) {
        InboundContact contact = cloud.contact(system("", system));

        assertThat(contact.externalUserId()).isEqualTo("79161234567");
        assertThat(identifiers(contact)).contains(waId("79161234567"), waId("79165555555"));
        assertThat(contact.message().text()).startsWith("[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer_identity_changed", "user_identity_changed"})
    void anotherDeviceIsIgnored(String type) {
        assertThat(cloud.reading(system("\"from\": \"79161234567\", ", "\"type\": \"" + type + "\"")))
                .isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"type\": \"event_of_tomorrow\", \"wa_id\": \"1\"",
                "\"type\": \"user_changed_number\"",
                "\"type\": \"user_changed_number\", \"wa_id\": \"79161234567\"",
                ""
            })
    void aChangeWithoutOldOrNewIsKept(String system) {
        assertThat(cloud.reading(system("\"from\": \"79161234567\", ", system))).isInstanceOf(Reading.Unreadable.class);
        assertThat(cloud.reading(system("", "\"type\": \"user_changed_user_id\", \"user_id\": \"RU.NEW\"")))
                .isInstanceOf(Reading.Unreadable.class);
    }
}
