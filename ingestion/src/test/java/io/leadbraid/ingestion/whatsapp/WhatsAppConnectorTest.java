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

/** Who sent a message, and how posts are taken apart. Numbers are those of the list of edge cases of the channel. */
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

    @Test
    @DisplayName("9. Several messages of several people: each with its own contact, in whatever order contacts stand")
    void eachMessageOfABatchFindsItsContact() {
        List<Reading> readings = cloud.readings(post(
                """
                {"profile": {"name": "Boris"}, "wa_id": "79160000002"}, {"profile": {"name": "Anna"}, "wa_id": "79160000001"}
                """,
                text("wamid.1", "79160000001") + "," + text("wamid.2", "79160000002") + ","
                        + text("wamid.3", "79160000001") + "," + text("wamid.4", "79160000003")));

        assertThat(readings)
                .extracting(reading -> ((Reading.Contacts) reading).contacts().getFirst())
                .extracting(contact -> contact.externalUserId() + contact.traits())
                .containsExactly(
                        "79160000001" + List.of(Trait.name("Anna")),
                        "79160000002" + List.of(Trait.name("Boris")),
                        "79160000001" + List.of(Trait.name("Anna")),
                        "79160000003[]");
    }

    @Test
    void entriesAndChangesCanBeSeveralToo() {
        String one = sample("text_phone_and_bsuid").strip();
        String entry = one.substring(one.indexOf("[\n") + 1, one.lastIndexOf(']'));
        String several = one.replace(entry, entry + "," + entry.replace("wamid.xyzxyz", "wamid.2"));

        assertThat(cloud.readings(several)).hasSize(2).allMatch(Reading.Contacts.class::isInstance);
    }

    @Test
    @DisplayName("9. A message of a batch that nobody can read loses no other, and is kept alone")
    void aPoisonedMessageLosesNoOther() {
        String body = post(
                "",
                text("wamid.1", "79160000001") + ", \"poison\", " + text("", "79160000002") + "," + text("wamid.3", "")
                        + "," + text("wamid.4", "79160000004"));

        List<Reading> readings = cloud.readings(body);

        assertThat(readings)
                .extracting(reading -> reading.getClass().getSimpleName())
                .containsExactly("Contacts", "Unreadable", "Unreadable", "Unreadable", "Contacts");
        assertThat(cloud.parts(Cloud.CHANNEL, body))
                .allSatisfy(part -> assertThat(cloud.parts(
                                Cloud.CHANNEL, new String(part.body(), java.nio.charset.StandardCharsets.UTF_8)))
                        .hasSize(1)
                        .extracting(again -> again.body())
                        .containsExactly(part.body()));
    }

    @Test
    void apartOrTogetherAMessageIsTheSameEvent() {
        String together = post("", text("wamid.1", "79160000001") + "," + text("wamid.2", "79160000002"));

        InboundContact first = ((Reading.Contacts) cloud.readings(together).getFirst())
                .contacts()
                .getFirst();

        assertThat(first).isEqualTo(cloud.contact(post("", text("wamid.1", "79160000001"))));
    }

    @Test
    void aMessageForAnotherNumberOfTheCompanyGoesToItsChannel() {
        String foreign = sample("text_phone_and_bsuid").replace(Cloud.NUMBER, "2233");

        InboundContact contact = cloud.contact(foreign);

        assertThat(contact.channel().id()).isEqualTo("c2");
        assertThat(contact.channel().account()).isEqualTo("2233");
    }

    @Test
    void aMessageForAnotherNumberIsNotHandedToAnotherApp() {
        String foreign = sample("text_phone_and_bsuid").replace(Cloud.NUMBER, "2233");

        assertThat(cloud.parts(Cloud.channel("c3", "3344", "other secret", "portfolio"), foreign))
                .extracting(part -> part.channel().id())
                .containsExactly("c3");
    }

    @Test
    void aMessageForANumberThatNoChannelStandsForIsKept() {
        assertThat(cloud.reading(sample("text_phone_and_bsuid").replace(Cloud.NUMBER, "99")))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    @DisplayName("14. Copies for several apps and channels are one event; 17. a test of the dashboard is none")
    void copiesAreOneEvent() {
        String body = sample("text_phone_and_bsuid");
        InboundContact copy = ((Reading.Contacts)
                        cloud.read(Cloud.posting(Cloud.channel("c9", Cloud.NUMBER, "other", "portfolio"), body)))
                .contacts()
                .getFirst();

        assertThat(copy.event()).isEqualTo(cloud.contact(body).event());
        assertThat(cloud.contact(body.replace("wamid.xyzxyz", "wamid.2")).event())
                .isNotEqualTo(copy.event());
        assertThat(cloud.reading(body.replace(Cloud.NUMBER, "123456123"))).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smb_message_echo_own_outgoing", "status_failed_131047_window_closed"})
    @DisplayName("8. Echoes and statuses are no contacts")
    void echoesAndStatusesAreNoContacts(String name) {
        assertThat(cloud.reading(sample(name))).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "smb_app_state_sync", "standby", "user_preferences", "field_of_tomorrow"})
    @DisplayName("8. History, synchronisation and standby are no contacts; 19. nor are unknown fields")
    void otherFieldsAreNoContacts(String field) {
        assertThat(cloud.reading(sample("text_phone_and_bsuid").replace("\"messages\"\n", "\"" + field + "\"\n")))
                .isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void whatWeWriteToOurselvesIsNoContact() {
        assertThat(cloud.reading(post("", text("wamid.1", "972123456789")))).isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void anotherProductOfMetaIsNoContact() {
        assertThat(cloud.reading("{\"object\": \"instagram\", \"entry\": []}")).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{}",
                "{\"object\": \"whatsapp_business_account\"}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": {}}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": 1}]}]}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\": {\"messages\": {}}}]}]}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"changes\": [{\"value\": {\"messages\": [{\"id\": \"1\", \"type\": \"text\"}]}}]}]}"
            })
    void whatNobodyUnderstandsIsUnreadable(String body) {
        assertThat(cloud.reading(body)).isInstanceOf(Reading.Unreadable.class);
    }
}
