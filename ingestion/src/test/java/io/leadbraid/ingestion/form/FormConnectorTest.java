package io.leadbraid.ingestion.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.model.Claim;
import io.leadbraid.model.EventId;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Trait;
import io.leadbraid.model.Trust;
import io.leadbraid.model.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormConnectorTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:05:00Z");
    private static final String JSON = "application/json";
    private static final String URLENCODED = "application/x-www-form-urlencoded";

    private final Phones phones = new Phones();
    private EventId stored = new EventId("none");
    private final FormConnector connector = new FormConnector(
            new FormEvidence(phones, new Mentions(phones)),
            new FormSources(new byte[32]),
            new FormEvents((workspace, event) -> event.equals(stored)),
            "RU");

    private static ConfiguredChannel form(int workspace, Map<String, String> roles, String region) {
        return new ConfiguredChannel(
                new WorkspaceId(new UUID(0, workspace)),
                "form1",
                ChannelKind.FORM,
                "Form",
                new ChannelSettings.Form(roles, Optional.of(region), Set.of(), Optional.empty(), Optional.empty()),
                1);
    }

    private Reading read(byte[] body, String contentType, Instant at) {
        return connector.read(new Posting(form(1, Map.of(), "RU"), body, contentType, at, Optional.empty()));
    }

    private InboundContact contact(String body, String contentType, Instant at) {
        Reading reading = read(body.getBytes(StandardCharsets.UTF_8), contentType, at);
        return ((Reading.Contacts) reading).contacts().getFirst();
    }

    private InboundContact contact(String json) {
        return contact(json, JSON, NOW);
    }

    private static String sample(String name) throws IOException {
        try (InputStream file = FormConnectorTest.class.getResourceAsStream("/samples/webform/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | Anna            | ~name=Anna",
                "Имя | Анна             | ~name=Анна",
                "Ваше имя | Анна        | ~name=Анна",
                "ФИО | Иванов Иван      | ~name=Иванов Иван",
                "fullName | Anna K      | ~name=Anna K",
                "your-name | Anna       | ~name=Anna",
                "No Label name | Anna   | ~name=Anna",
                "Name * | Anna          | ~name=Anna",
                "姓名 | 王伟              | ~name=王伟",
                "phone | 89161234567    | phone=+79161234567",
                "Телефон | 89161234567  | phone=+79161234567",
                "Ваш телефон: | 8 916 123-45-67 | phone=+79161234567",
                "Номер телефона | 9161234567 | phone=+79161234567",
                "phoneNumber | 89161234567 | phone=+79161234567",
                "contact[phone] | 89161234567 | phone=+79161234567",
                "contact.tel | 89161234567 | phone=+79161234567",
                "Handynummer | +49 171 2345678 | phone=+491712345678",
                "WhatsApp | 89161234567 | phone=+79161234567",
                "手机号码 | 89161234567    | phone=+79161234567",
                "phone | anna@example.com | email=anna@example.com",
                "phone | @anna_k        | nickname:telegram=anna_k",
                "E-mail | Anna@Example.com | email=anna@example.com",
                "Ваша почта | anna@example.com | email=anna@example.com",
                "邮箱 | anna@example.com  | email=anna@example.com",
                "Телефон или e-mail | 89161234567 | phone=+79161234567",
                "telegram | Anna_K      | nickname:telegram=anna_k",
                "Ник в Телеграм | @anna_k | nickname:telegram=anna_k",
                "tg | https://t.me/anna_k | nickname:telegram=anna_k",
                "field_6f8642e | anna@example.com | email=anna@example.com",
                "field_6f8642e | +7 (916) 123-45-67 | phone=+79161234567",
                "Контакт | 8 916 123-45-67 | phone=+79161234567",
                "Контакт | t.me/anna_k  | nickname:telegram=anna_k",
                "phone | 8 916 123-45-67 (WhatsApp) | phone=+79161234567",
                "Телефон | +7 916 123-45-67, Анна, после 18 | phone=+79161234567",
                "phone | t: 0049 171 2345678 abends | phone=+491712345678",
                "E-mail | anna@example.com (рабочая) | email=anna@example.com",
                "Telegram | мой ник @anna_k | nickname:telegram=anna_k",
            })
    void fieldsAreUnderstoodByNameAndValue(String key, String value, String fact) {
        InboundContact contact = contact("{\"%s\": \"%s\"}".formatted(key, value));

        assertThat(contact.claims())
                .allSatisfy(claim -> assertThat(claim.trust()).isEqualTo(Trust.STATED))
                .allSatisfy(claim -> assertThat(claim.place()).isEqualTo("field:" + key));
        assertThat(java.util.stream.Stream.concat(
                        contact.claims().stream().map(Claim::identifier), contact.traits().stream()))
                .extracting(io.leadbraid.model.Fact::canonical)
                .containsExactly(fact);
        assertThat(contact.attributes()).containsEntry(key, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order_id | 89161234567",
                "utm_source | anna@example.com",
                "Название компании | Ромашка",
                "form_name | Contact",
                "Дата | 22.11.2026 18:30",
                "Бюджет | 8916123456",
                "color | 4111 1111 1111 1111",
                "city | Москва",
                "phone | 8 916 123-45-67 или мужу 8 916 765-43-21",
                "phone | позже скажу",
            })
    void otherFieldsAreOnlyKept(String key, String value) {
        InboundContact contact = contact("{\"%s\": \"%s\"}".formatted(key, value));

        assertThat(contact.claims()).isEmpty();
        assertThat(contact.traits()).isEmpty();
        assertThat(contact.attributes()).containsEntry(key, value);
    }

    @Test
    void theNameOfAFieldMayBeAsLongAsItLikes() {
        String name = "x".repeat(100_000) + "\\\"y";
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + "8 916 123-45-67\r\n--b--\r\n";

        InboundContact contact = contact(body, "multipart/form-data; boundary=b", NOW);

        assertThat(contact.claims()).extracting(Claim::identifier).containsExactly(Identifier.phone("+79161234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", ".x", "no-such-charset", ":"})
    void aCharsetThatThereIsNotIsNone(String charset) {
        byte[] old = "name=Анна&phone=89161234567".getBytes(Charset.forName("windows-1251"));

        Reading reading = read(old, URLENCODED + "; charset=" + charset, NOW);

        assertThat(((Reading.Contacts) reading).contacts().getFirst().traits()).containsExactly(Trait.name("Анна"));
    }

    @Test
    void whoGivesTooManyAddressesIsKnownByTheFirst() {
        String fields = IntStream.range(0, 200)
                .mapToObj(i -> "\"email%d\": \"anna%d@example.com\"".formatted(i, i))
                .collect(Collectors.joining(", ", "{", "}"));

        assertThat(contact(fields).claims())
                .hasSizeLessThan(50)
                .extracting(Claim::identifier)
                .contains(Identifier.email("anna0@example.com"));
    }

    @Test
    void theMappingDecides() {
        ConfiguredChannel mapped = form(1, Map.of("a", "phone", "b", "name", "phone", "ignore"), "RU");

        Reading reading = connector.read(new Posting(
                mapped,
                "{\"a\": \"8 916 123-45-67\", \"b\": \"Anna\", \"phone\": \"8 916 765-43-21\"}"
                        .getBytes(StandardCharsets.UTF_8),
                JSON,
                NOW,
                Optional.empty()));

        InboundContact contact = ((Reading.Contacts) reading).contacts().getFirst();
        assertThat(contact.claims()).extracting(Claim::identifier).containsExactly(Identifier.phone("+79161234567"));
        assertThat(contact.traits()).containsExactly(Trait.name("Anna"));
    }

    @Test
    void theRegionOfTheFormSaysWhichNumbersAreMeant() {
        Reading reading = connector.read(new Posting(
                form(1, Map.of(), "BR"),
                "{\"phone\": \"(85) 98769-6383\"}".getBytes(StandardCharsets.UTF_8),
                JSON,
                NOW,
                Optional.empty()));

        assertThat(((Reading.Contacts) reading).contacts().getFirst().claims())
                .extracting(Claim::identifier)
                .containsExactly(Identifier.phone("+5585987696383"));
    }

    @Test
    void firstAndLastNameAreOneName() {
        assertThat(contact("{\"Фамилия\": \"Иванов\", \"Имя\": \"Иван\"}").traits())
                .containsExactly(Trait.name("Иван Иванов"));
        assertThat(contact("{\"first_name\": \"Anna\", \"last-name\": \"K\"}").traits())
                .containsExactly(Trait.name("Anna K"));
    }

    @Test
    void theMessageFieldIsTheMessageElseWhatWasFilledIn() {
        assertThat(contact("{\"name\": \"Anna\", \"Комментарий\": \"Когда?\"}")
                        .message()
                        .text())
                .isEqualTo("Когда?");
        assertThat(contact("{\"name\": \"Anna\", \"utm_source\": \"x\", \"city\": \"Moscow\"}")
                        .message()
                        .text())
                .isEqualTo("name: Anna\ncity: Moscow");
    }

    @Test
    void aPhoneInTheMessageIsMentioned() {
        assertThat(contact("{\"name\": \"Anna\", \"message\": \"или мужу 8 916 123-45-67\"}")
                        .claims())
                .containsExactly(
                        new Claim(Identifier.phone("+79161234567"), Trust.MENTIONED, "text@9", "8 916 123-45-67"));
    }

    @Test
    void theSourceIsThePersonWhateverHeAsks() {
        InboundContact first =
                contact("{\"name\": \"Пётр Иванов\", \"phone\": \"8 916 123-45-67\", \"message\": \"1\"}");
        InboundContact again = contact("{\"имя\": \"иванов ПЕТР\", \"тел\": \"+79161234567\", \"message\": \"2\"}");
        InboundContact other = contact("{\"name\": \"Анна Иванова\", \"phone\": \"8 916 123-45-67\"}");

        assertThat(again.source()).isEqualTo(first.source());
        assertThat(again.event()).isNotEqualTo(first.event());
        assertThat(other.source()).isNotEqualTo(first.source());
        assertThat(first.externalUserId()).doesNotContain("9161234567");
    }

    @Test
    void inAnotherWorkspaceTheSamePersonHasAnotherId() {
        byte[] body = "{\"phone\": \"8 916 123-45-67\"}".getBytes(StandardCharsets.UTF_8);

        Reading here = connector.read(new Posting(form(1, Map.of(), "RU"), body, JSON, NOW, Optional.empty()));
        Reading there = connector.read(new Posting(form(2, Map.of(), "RU"), body, JSON, NOW, Optional.empty()));

        assertThat(((Reading.Contacts) here).contacts().getFirst().externalUserId())
                .isNotEqualTo(((Reading.Contacts) there).contacts().getFirst().externalUserId());
    }

    @Test
    void withoutIdentifiersEachSubmissionIsASource() {
        assertThat(contact("{\"name\": \"Anna\", \"message\": \"1\"}").source())
                .isNotEqualTo(
                        contact("{\"name\": \"Anna\", \"message\": \"2\"}").source());
    }

    @Test
    void aDoubleClickIsOneEventAlsoOnTheEdgeOfAWindow() {
        String body = "{\"name\": \"Anna\", \"phone\": \"8 916 123-45-67\"}";
        Instant edge = Instant.parse("2026-11-22T10:09:59Z");

        EventId first = contact(body, JSON, edge).event();
        assertThat(contact(body, JSON, edge.minusSeconds(60)).event()).isEqualTo(first);
        stored = first;
        assertThat(contact(body, JSON, edge.plusSeconds(2)).event()).isEqualTo(first);
        assertThat(contact(body, JSON, edge.plusSeconds(1_200)).event()).isNotEqualTo(first);
    }

    @Test
    void theTransactionTellsARepeatWheneverItComes() throws IOException {
        String tilda = sample("tilda_marketplace_json");

        assertThat(contact(tilda, JSON, NOW).event())
                .isEqualTo(contact(tilda, JSON, NOW.plusSeconds(7_200)).event());
        assertThat(contact(tilda).traits()).containsExactly(Trait.name("Иван Иванов"));
    }

    @Test
    void aMarkTellsARepeatOfTheSameFieldsOnly() {
        String first = "uuid=u1&phone=89161234567";
        String corrected = "uuid=u1&phone=89161234568";

        assertThat(contact(first, URLENCODED, NOW.plusSeconds(7_200)).event())
                .isEqualTo(contact(first, URLENCODED, NOW).event());
        assertThat(contact(corrected, URLENCODED, NOW).event())
                .isNotEqualTo(contact(first, URLENCODED, NOW).event());
    }

    @Test
    void elementorsLabelsAreUnderstood() throws IOException {
        Reading reading = connector.read(new Posting(
                form(1, Map.of(), "BR"),
                sample("elementor_simple_no_label_keys_redacted").getBytes(StandardCharsets.UTF_8),
                JSON,
                NOW,
                Optional.empty()));

        InboundContact contact = ((Reading.Contacts) reading).contacts().getFirst();
        assertThat(contact.claims())
                .extracting(Claim::identifier)
                .containsExactly(Identifier.email("test@example.com"), Identifier.phone("+5531900000000"));
        assertThat(contact.traits()).containsExactly(Trait.name("Test"));
    }

    @Test
    void oldCharsetsAndByteOrderMarksAreRead() {
        byte[] old = "name=Анна&phone=89161234567".getBytes(Charset.forName("windows-1251"));
        byte[] marked = "\uFEFF{\"name\": \"Анна\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(((Reading.Contacts) read(old, URLENCODED, NOW))
                        .contacts()
                        .getFirst()
                        .traits())
                .containsExactly(Trait.name("Анна"));
        assertThat(((Reading.Contacts) read(marked, "text/plain", NOW))
                        .contacts()
                        .getFirst()
                        .traits())
                .containsExactly(Trait.name("Анна"));
    }

    @Test
    void listsAndRepeatedFieldsAreTogetherInOneAttribute() {
        assertThat(contact("{\"wish\": [\"a\", \"b\", null], \"deep\": {\"er\": 1}}")
                        .attributes())
                .containsOnly(Map.entry("wish", "a, b"), Map.entry("deep.er", "1"));
        assertThat(contact("wish=a&wish=b", URLENCODED, NOW).attributes()).containsEntry("wish", "a, b");
    }

    @Test
    void thePageIsATraitWithoutItsVisit() {
        assertThat(contact("{\"name\": \"Anna\", \"page_url\": \"https://example.com/a?utm_source=x#y\"}")
                        .traits())
                .contains(new Trait(Trait.Kind.PAGE, "https://example.com/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=&b=", "test=test"})
    void nothingFilledInIsIgnored(String body) {
        assertThat(read(body.getBytes(StandardCharsets.UTF_8), URLENCODED, NOW)).isInstanceOf(Reading.Ignored.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json    | {\"a\":",
                "application/json    | [1, 2]",
                "text/plain          | hello",
                "multipart/form-data | no boundary",
                "multipart/form-data; boundary=X | nothing of it",
            })
    void whatIsNoFormIsUnreadable(String contentType, String body) {
        assertThat(read(body.getBytes(StandardCharsets.UTF_8), contentType, NOW))
                .isInstanceOf(Reading.Unreadable.class);
    }
}
