package io.leadbraid.ingestion.whatsapp;

import static io.leadbraid.ingestion.whatsapp.Cloud.post;
import static io.leadbraid.ingestion.whatsapp.Cloud.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Trait;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How posts are taken apart, and what in them is no message of a client. Numbers are those of the list of edge cases. */
class WhatsAppPostingsTest {

    private final Cloud cloud = new Cloud();

    private static String text(String id, String from) {
        return "{\"from\": \"%s\", \"id\": \"%s\", \"timestamp\": \"1700000000\", \"type\": \"text\", \"text\": {\"body\": \"Hi\"}}"
                .formatted(from, id);
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
                .allSatisfy(part -> assertThat(
                                cloud.parts(Cloud.CHANNEL, new String(part.body(), StandardCharsets.UTF_8)))
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
