package io.leadbraid.ingestion.whatsapp;

import static io.leadbraid.ingestion.whatsapp.Cloud.annas;
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
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sent a message. Numbers are those of the list of edge cases of the channel. */
class WhatsAppConnectorTest {

    private static final Identifier PARENT = Identifier.id("whatsapp:parent", "US.ENT.11815799212886844830");

    private final Cloud cloud = new Cloud();

    private static String text(String id, String from) {
        return "{\"from\": \"%s\", \"id\": \"%s\", \"timestamp\": \"1700000000\", \"type\": \"text\", \"text\": {\"body\": \"Hi\"}}"
                .formatted(from, id);
    }

    @Test
    void aTextProvesNumberAndIds() {
        InboundContact contact = cloud.contact(sample("text_phone_and_bsuid"));

        assertThat(contact.externalUserId()).isEqualTo("US.13491208655302741918");
        assertThat(contact.channel().account()).isEqualTo(Cloud.NUMBER);
        assertThat(contact.occurredAt()).isEqualTo("2023-10-11T16:53:43Z");
        assertThat(contact.message().text()).isEqualTo("Body Text");
        assertThat(contact.message().chat()).isEqualTo("972987654321");
        assertThat(contact.claims())
                .containsExactly(
                        new Claim(bsuid("US.13491208655302741918"), Trust.VERIFIED, "from", null),
                        new Claim(PARENT, Trust.VERIFIED, "from", null),
                        new Claim(waId("972987654321"), Trust.VERIFIED, "from", null),
                        new Claim(Identifier.phone("+972987654321"), Trust.VERIFIED, "from", "972987654321"));
        assertThat(contact.traits()).containsExactly(Trait.name("Test Name"));
    }

    @Test
    @DisplayName("1. Without number the business-scoped id is the person, and the username only shown")
    void withoutNumberTheBusinessScopedIdIsThePerson() {
        InboundContact contact = cloud.contact(sample("text_bsuid_only_with_username"));

        assertThat(contact.externalUserId()).isEqualTo("IN.2081978709342942");
        assertThat(contact.message().chat()).isEqualTo("IN.2081978709342942");
        assertThat(identifiers(contact))
                .containsExactly(bsuid("IN.2081978709342942"), Identifier.id("whatsapp:parent", "IN.ENT.9081726354"));
        assertThat(contact.attributes()).containsEntry("whatsapp_username", "muhsin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"wa_id\": \"\", ", "\"wa_id\": null, ", ""})
    @DisplayName("1. An empty number is none")
    void anEmptyNumberIsNone(String waId) {
        InboundContact contact = cloud.contact(
                post(
                        "{" + waId + "\"user_id\": \"RU.1\"}",
                        "{\"from\": \"\", \"from_user_id\": \"RU.1\", \"id\": \"wamid.1\", \"type\": \"text\", \"text\": {\"body\": \"Hi\"}}"));

        assertThat(identifiers(contact)).containsExactly(bsuid("RU.1"));
        assertThat(contact.traits()).isEmpty();
    }

    @Test
    @DisplayName("2. First the business-scoped id alone and then the number: one source that learns it")
    void theNumberCanComeLater() {
        InboundContact before = cloud.contact(
                post("", text("wamid.1", "").replace("\"from\"", "\"from_user_id\": \"RU.1\", \"from\"")));
        InboundContact after = cloud.contact(annas("\"type\": \"text\", \"text\": {\"body\": \"Hi\"}"));

        assertThat(after.source()).isEqualTo(before.source());
        assertThat(identifiers(after)).containsAll(identifiers(before)).contains(Identifier.phone("+79161234567"));
    }

    @Test
    @DisplayName("2. First the number alone and then the business-scoped id: two sources with the same number")
    void theBusinessScopedIdCanComeLater() {
        InboundContact before = cloud.contact(post("{\"wa_id\": \"79161234567\"}", text("wamid.1", "79161234567")));
        InboundContact after = cloud.contact(annas("\"type\": \"text\", \"text\": {\"body\": \"Hi\"}"));

        assertThat(before.externalUserId()).isEqualTo("79161234567");
        assertThat(identifiers(after)).containsAll(identifiers(before));
    }

    @Test
    @DisplayName(
            "5. A recycled number with another business-scoped id is another source, without inheriting the old id")
    void aRecycledNumberIsAnotherSource() {
        InboundContact anna = cloud.contact(annas("\"type\": \"text\", \"text\": {\"body\": \"Hi\"}"));
        InboundContact next = cloud.contact(
                annas("\"type\": \"text\", \"text\": {\"body\": \"Hi\"}").replace("RU.1", "RU.2"));

        assertThat(next.source()).isNotEqualTo(anna.source());
        assertThat(identifiers(next)).doesNotContain(bsuid("RU.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "5511987654321, 551187654321, +5511987654321",
        "5491155554444, 541155554444, +541155554444",
        "5215512345678, 525512345678, +525512345678"
    })
    @DisplayName("15. Both forms of a number of Brazil, Argentina or Mexico are one number and one id")
    void bothFormsOfANumberAreOne(String one, String other, String phone) {
        InboundContact first = cloud.contact(post("{\"wa_id\": \"" + one + "\"}", text("wamid.1", one)));
        InboundContact second = cloud.contact(post("{\"wa_id\": \"" + other + "\"}", text("wamid.2", other)));

        assertThat(identifiers(first)).contains(Identifier.phone(phone)).isEqualTo(identifiers(second));
        assertThat(List.of(first.message().chat(), second.message().chat())).containsExactly(one, other);
    }

    @Test
    void anIdThatIsNotTheNumberIsKeptBesideIt() {
        InboundContact contact = cloud.contact(post("{\"wa_id\": \"79160000001\"}", text("wamid.1", "79161234567")));

        assertThat(identifiers(contact)).containsExactly(waId("79160000001"), Identifier.phone("+79161234567"));
    }

    @Test
    @DisplayName("20. A parent id alone is a person too")
    void aParentIdAloneIsAPersonToo() {
        InboundContact contact = cloud.contact(
                post(
                        "{\"profile\": {\"name\": \"Anna\"}, \"parent_user_id\": \"RU.ENT.1\"}",
                        "{\"from_parent_user_id\": \"RU.ENT.1\", \"id\": \"wamid.1\", \"type\": \"text\", \"text\": {\"body\": \"Hi\"}}"));

        assertThat(contact.externalUserId()).isEqualTo("RU.ENT.1");
        assertThat(identifiers(contact)).containsExactly(Identifier.id("whatsapp:parent", "RU.ENT.1"));
        assertThat(contact.traits()).containsExactly(Trait.name("Anna"));
    }

    @Test
    void aPortfolioOfItsOwnHasItsOwnIds() {
        InboundContact contact = ((Reading.Contacts) cloud.read(Cloud.posting(
                        Cloud.channel("c1", Cloud.NUMBER, "secret", "second"), sample("text_phone_and_bsuid"))))
                .contacts()
                .getFirst();

        assertThat(identifiers(contact)).contains(Identifier.id("whatsapp:second", "US.13491208655302741918"));
    }
}
