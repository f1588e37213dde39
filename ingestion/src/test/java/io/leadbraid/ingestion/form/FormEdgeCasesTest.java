package io.leadbraid.ingestion.form;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbraid.ingestion.channel.ChannelKind;
import io.leadbraid.ingestion.channel.ChannelSettings;
import io.leadbraid.ingestion.channel.ConfiguredChannel;
import io.leadbraid.ingestion.channel.Posting;
import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.ingestion.normal.Mentions;
import io.leadbraid.ingestion.normal.Phones;
import io.leadbraid.model.Claim;
import io.leadbraid.model.Fact;
import io.leadbraid.model.Identifier;
import io.leadbraid.model.InboundContact;
import io.leadbraid.model.Trait;
import io.leadbraid.model.WorkspaceId;
import io.leadbraid.model.topic.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbered edge cases that are known of web forms. */
class FormEdgeCasesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:05:00Z");
    private static final String JSON = "application/json";
    private static final String URLENCODED = "application/x-www-form-urlencoded";

    private final Phones phones = new Phones();
    private final FormConnector connector = new FormConnector(
            new FormEvidence(phones, new Mentions(phones)),
            new FormSources(new byte[32]),
            new FormEvents((workspace, event) -> false),
            "RU");

    private Reading read(byte[] body, String contentType, String region, Map<String, String> mapping, Instant at) {
        ConfiguredChannel form = new ConfiguredChannel(
                new WorkspaceId(new UUID(0, 1)),
                "form1",
                ChannelKind.FORM,
                "Form",
                new ChannelSettings.Form(mapping, Optional.of(region), Set.of(), Optional.empty(), Optional.empty()),
                1);
        return connector.read(new Posting(form, body, contentType, at, Optional.empty()));
    }

    private InboundContact contact(byte[] body, String contentType, String region, Map<String, String> mapping) {
        return ((Reading.Contacts) read(body, contentType, region, mapping, NOW))
                .contacts()
                .getFirst();
    }

    private InboundContact contact(String body, String contentType) {
        return contact(body.getBytes(StandardCharsets.UTF_8), contentType, "RU", Map.of());
    }

    private InboundContact contact(String json) {
        return contact(json, JSON);
    }

    private static String sample(String name) throws IOException {
        try (InputStream file = FormEdgeCasesTest.class.getResourceAsStream("/samples/webform/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A sample of keys and values as it arrives. */
    private static byte[] urlencoded(String sample) throws IOException {
        return Json.MAPPER.readTree(sample(sample)).properties().stream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().stringValue()))
                .collect(joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Identifier> identifiers(InboundContact contact) {
        return contact.claims().stream().map(Claim::identifier).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | test=test",
                "application/json | {\"lead_id\": \"L\", \"google_key\": \"k\", \"is_test\": true, \"user_column_data\": [{\"column_id\": \"EMAIL\", \"string_value\": \"test@example.com\"}]}",
            })
    void case01TestsAreNoLeads(String contentType, String body) {
        assertThat(read(body.getBytes(StandardCharsets.UTF_8), contentType, "RU", Map.of(), NOW))
                .isInstanceOf(Reading.Ignored.class);
    }

    @Test
    void case02ADoubleClickIsOneEvent() {
        assertThat(contact("name=Anna&phone=89161234567", URLENCODED).event())
                .isEqualTo(contact("name=Anna&phone=89161234567", URLENCODED).event());
    }

    @Test
    void case02ElementorsClockMakesNoNewEvent() throws IOException {
        String body = new String(urlencoded("elementor_advanced_urlencoded_keys_redacted"), StandardCharsets.UTF_8);

        assertThat(contact(body.replace(encoded("1:53 pm"), encoded("1:54 pm")), URLENCODED)
                        .event())
                .isEqualTo(contact(body, URLENCODED).event());
    }

    @Test
    void case03TildasRetriesAreOneEventWheneverTheyCome() {
        byte[] body = "Name=Anna&Phone=89161234567&tranid=1%3A2&formid=form1".getBytes(StandardCharsets.UTF_8);

        Reading first = read(body, URLENCODED, "RU", Map.of(), NOW);
        Reading retry = read(body, URLENCODED, "RU", Map.of(), NOW.plusSeconds(3_600));

        assertThat(((Reading.Contacts) retry).contacts().getFirst().event())
                .isEqualTo(((Reading.Contacts) first).contacts().getFirst().event());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Name | Anna | ~name=Anna",
                "имя | Анна | ~name=Анна",
                "Как к вам обращаться? | Анна | ~name=Анна",
                "Контактное лицо | Анна | ~name=Анна",
                "Ваш телефон | 89161234567 | phone=+79161234567",
                "Contact number | 89161234567 | phone=+79161234567",
                "Эл. почта | a@b.ru | email=a@b.ru",
                "Ihr Name | Jürgen | ~name=Jürgen",
                "Ansprechpartner | Jürgen | ~name=Jürgen",
                "Telefon-Nr. | +49 171 2345678 | phone=+491712345678",
                "E-Mail-Adresse | a@b.de | email=a@b.de",
                "联系人 | 王伟 | ~name=王伟",
                "联系电话 | +86 131 2345 6789 | phone=+8613123456789",
                "电子邮箱 | a@b.cn | email=a@b.cn",
                "field_6f8642e | a@b.ru | email=a@b.ru",
            })
    void case04FieldsAreUnderstoodInTheirLanguages(String key, String value, String fact) {
        InboundContact contact = contact("{\"%s\": \"%s\"}".formatted(key, value));

        assertThat(Stream.concat(contact.claims().stream().map(Claim::identifier), contact.traits().stream()))
                .extracting(Fact::canonical)
                .containsExactly(fact);
    }

    @Test
    void case04TheMappingOfAFormGoesByIdAndByTitle() throws IOException {
        InboundContact byId = contact(
                urlencoded("elementor_advanced_urlencoded_keys_redacted"), URLENCODED, "BR", Map.of("phone", "ignore"));
        InboundContact byTitle = contact(
                urlencoded("elementor_advanced_urlencoded_keys_redacted"),
                URLENCODED,
                "BR",
                Map.of("Whatsapp", "ignore"));

        assertThat(identifiers(byId)).containsExactly(Identifier.email("test@example.com"));
        assertThat(identifiers(byTitle)).containsExactly(Identifier.email("test@example.com"));
    }

    @Test
    void case05RepeatedKeysListsAndEmptyValuesAreOneAttributeOrNone() {
        assertThat(contact("wish=a&wish=b&city=&name=Anna", URLENCODED).attributes())
                .containsOnly(Map.entry("wish", "a, b"), Map.entry("name", "Anna"));
        assertThat(contact("{\"your-name\": \"Anna\", \"wish\": [\"a\", \"\", \"b\"], \"_wpcf7\": \"12\"}")
                        .attributes())
                .containsOnly(Map.entry("wish", "a, b"), Map.entry("your-name", "Anna"));
    }

    @ParameterizedTest
    @CsvSource({
        "BR, (85) 98769-6383, +5585987696383",
        "RU, 8 916 123-45-67, +79161234567",
        "PL, 512 345 678, +48512345678",
        "RU, +49 171 2345678, +491712345678"
    })
    void case06NationalNumbersAreThoseOfTheForm(String region, String raw, String phone) {
        InboundContact contact =
                contact("{\"phone\": \"%s\"}".formatted(raw).getBytes(StandardCharsets.UTF_8), JSON, region, Map.of());

        assertThat(identifiers(contact)).containsExactly(Identifier.phone(phone));
    }

    @Test
    void case07LocalisedDatesAreKeptAsTheyAreAndTellNoTime() throws IOException {
        InboundContact contact =
                contact(urlencoded("elementor_advanced_urlencoded_keys_redacted"), URLENCODED, "BR", Map.of());

        assertThat(contact.attributes()).containsEntry("submitted_date", "março 30, 2026");
        assertThat(contact.occurredAt()).isEqualTo(NOW);
    }

    @Test
    void case08FilesAreNotedAndDropped() {
        String multipart = String.join(
                "\r\n",
                "--XX",
                "Content-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"",
                "Content-Type: application/pdf",
                "",
                "\u0001\u0002\u0003",
                "--XX--",
                "");
        String base64 = "QUJD".repeat(1_000);

        assertThat(contact(multipart, "multipart/form-data; boundary=XX").attributes())
                .containsOnly(Map.entry("cv", "file cv.pdf, 3 bytes"));
        assertThat(contact("{\"cv\": \"%s\", \"photo\": \"data:image/png;base64,%s\"}".formatted(base64, base64))
                        .attributes())
                .containsOnly(Map.entry("cv", "file, 3000 bytes"), Map.entry("photo", "file image/png, 3000 bytes"));
    }

    @Test
    void case08ASentenceIsNoFile() {
        assertThat(contact("{\"message\": \"data: 5 мая, позвоните\"}")
                        .message()
                        .text())
                .isEqualTo("data: 5 мая, позвоните");
    }

    @Test
    void case09OtherEncodingsAreRead() {
        byte[] cyrillic = "name=Анна+К".getBytes(Charset.forName("windows-1251"));
        byte[] marked = "\uFEFF{\"name\": \"Анна К\"}".getBytes(StandardCharsets.UTF_8);
        byte[] wide = "{\"name\": \"Анна К\"}".getBytes(StandardCharsets.UTF_16);
        byte[] chinese = ("_charset_=GBK&name=" + URLEncoder.encode("王伟", Charset.forName("GBK")))
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(contact(cyrillic, URLENCODED, "RU", Map.of()).traits()).containsExactly(Trait.name("Анна К"));
        assertThat(contact(marked, JSON, "RU", Map.of()).traits()).containsExactly(Trait.name("Анна К"));
        assertThat(contact(wide, JSON, "RU", Map.of()).traits()).containsExactly(Trait.name("Анна К"));
        assertThat(contact(chinese, URLENCODED, "RU", Map.of()).traits()).containsExactly(Trait.name("王伟"));
        assertThat(contact("name=%D0%90%D0%BD%D0%BD%D0%B0+%2B", URLENCODED).attributes())
                .containsEntry("name", "Анна +");
    }

    @Test
    void case10JsonIsReadWhateverItIsCalled() {
        assertThat(contact("{\"name\": \"Anna\"}", "text/plain;charset=UTF-8").traits())
                .containsExactly(Trait.name("Anna"));
    }

    @Test
    void case12WhoFillsInTheHoneypotIsMarkedAndKept() {
        InboundContact bot = contact("{\"name\": \"Bot\", \"your-honeypot\": \"http://spam.example\"}");
        InboundContact mapped = contact(
                "{\"name\": \"Bot\", \"website\": \"x\"}".getBytes(StandardCharsets.UTF_8),
                JSON,
                "RU",
                Map.of("website", "honeypot"));
        InboundContact person = contact("{\"name\": \"Anna\", \"your-honeypot\": \"\", \"website\": \"a.ru\"}");

        assertThat(bot.attributes()).containsEntry("spam", "true");
        assertThat(mapped.attributes()).containsEntry("spam", "true");
        assertThat(person.attributes()).doesNotContainKey("spam");
    }

    @Test
    void case14FormulasAndMarkupAreText() {
        String formula = "=HYPERLINK(\\\"http://evil.example\\\",\\\"x\\\")";
        InboundContact contact =
                contact("{\"name\": \"%s\", \"message\": \"<script>alert(1)</script>\"}".formatted(formula));

        assertThat(contact.traits()).containsExactly(Trait.name("=HYPERLINK(\"http://evil.example\",\"x\")"));
        assertThat(contact.message().text()).isEqualTo("<script>alert(1)</script>");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, anna@example.com, email=anna@example.com",
        "phone, @anna_k, nickname:telegram=anna_k",
        "phone, t.me/anna_k, nickname:telegram=anna_k",
        "email, 89161234567, phone=+79161234567"
    })
    void case15AFieldMayHoldAnotherKindOfAddress(String key, String value, String identifier) {
        assertThat(identifiers(contact("{\"%s\": \"%s\"}".formatted(key, value))))
                .extracting(Identifier::canonical)
                .containsExactly(identifier);
    }

    @Test
    void case15WhatAFormAsksAboutSomebodyElseIsNothingAboutWhoFillsItIn() {
        InboundContact parent = contact("""
                {"Имя родителя": "Анна", "Имя ребёнка": "Петя", "Телефон": "89161234567", "Телефон мужа": "89167654321"}
                """);

        assertThat(parent.traits()).containsExactly(Trait.name("Анна"));
        assertThat(identifiers(parent)).containsExactly(Identifier.phone("+79161234567"));
        assertThat(parent.attributes()).containsEntry("Имя ребёнка", "Петя");
    }

    @Test
    void case17TheAddressInAFormIsTheVisitorsAndOnlyKept() throws IOException {
        assertThat(contact(urlencoded("elementor_advanced_urlencoded_keys_redacted"), URLENCODED, "BR", Map.of())
                        .attributes())
                .containsEntry("remote_ip", "2001:db8::1");
    }

    @Test
    void case18LargeNumbersStayExact() {
        assertThat(contact("{\"name\": \"Anna\", \"campaign_id\": 9223372036854775807}")
                        .attributes())
                .containsEntry("campaign_id", "9223372036854775807");
    }

    @Test
    void case20ThePersonIsTheSameHoweverHeSpellsHimself() {
        assertThat(contact("{\"name\": \"Пётр Иванов\", \"phone\": \"8 916 123-45-67\"}")
                        .source())
                .isEqualTo(contact("{\"name\": \"ИВАНОВ ПЕТР\", \"phone\": \"+7(916)1234567\"}")
                        .source());
    }

    @Test
    void elementorsAdvancedFieldsHaveTheirTitles() throws IOException {
        InboundContact contact =
                contact(urlencoded("elementor_advanced_urlencoded_keys_redacted"), URLENCODED, "BR", Map.of());

        assertThat(identifiers(contact))
                .containsExactly(Identifier.email("test@example.com"), Identifier.phone("+5585900000000"));
        assertThat(contact.traits())
                .containsExactly(Trait.name("Teste"), new Trait(Trait.Kind.PAGE, "https://example.com/pagina-aberta/"));
        assertThat(contact.attributes())
                .containsEntry("Seu nome", "Teste")
                .containsEntry("form_name", "Checkout pré populado")
                .containsEntry("utm_source", "acesso")
                .containsEntry("fbclid", "fbclid")
                .doesNotContainKeys("src", "credit", "fields[name][id]");
    }

    @Test
    void elementorsCreditIsNoField() throws IOException {
        InboundContact contact =
                contact(urlencoded("elementor_simple_no_label_keys_redacted"), URLENCODED, "BR", Map.of());
        InboundContact credited = contact("form_name=F&Name=Anna&Desenvolvido+por=Elementor", URLENCODED);

        assertThat(identifiers(contact))
                .containsExactly(Identifier.email("test@example.com"), Identifier.phone("+5531900000000"));
        assertThat(credited.attributes()).containsOnlyKeys("form_name", "Name");
    }

    @Test
    void googlesColumnsAreFieldsAndItsKeyIsNotKept() throws IOException {
        String lead = sample("google_ads_lead_form");
        InboundContact contact = contact(lead.getBytes(StandardCharsets.UTF_8), JSON, "BR", Map.of());
        Reading later = read(
                lead.replace("João", "J.").getBytes(StandardCharsets.UTF_8),
                JSON,
                "BR",
                Map.of(),
                NOW.plusSeconds(86_400));

        assertThat(identifiers(contact))
                .containsExactly(Identifier.email("joao@example.com"), Identifier.phone("+5511987654321"));
        assertThat(contact.traits()).containsExactly(Trait.name("João Silva"));
        assertThat(contact.attributes())
                .containsEntry("FULL_NAME", "João Silva")
                .containsEntry("gclid", "gclid-xyz")
                .containsEntry("campaign_id", "789012");
        assertThat(contact.attributes().values()).doesNotContain("verification_key");
        assertThat(((Reading.Contacts) later).contacts().getFirst().event()).isEqualTo(contact.event());
    }

    @Test
    void tildasCookiesGiveTheMarksOfTheVisitOnly() {
        InboundContact contact = contact(
                "Name=Anna&tranid=1%3A2&COOKIES="
                        + encoded(
                                "TILDAUTM=utm_source%3Dyandex%7C%7C%7Cutm_medium%3Dcpc%7C%7C%7C; _ym_uid=17; session=secret"),
                URLENCODED);

        assertThat(contact.attributes())
                .containsOnly(
                        Map.entry("Name", "Anna"),
                        Map.entry("tranid", "1:2"),
                        Map.entry("utm_source", "yandex"),
                        Map.entry("utm_medium", "cpc"),
                        Map.entry("_ym_uid", "17"));
    }

    @Test
    void consentIsRecordedWithFieldTextTimeAndPage() {
        InboundContact agreed = contact("""
                {"name": "Anna", "Согласие на обработку данных": "Я согласен с условиями",
                 "page_url": "https://a.ru/b?utm_source=x"}
                """);
        InboundContact refused = contact("{\"name\": \"Anna\", \"newsletter\": \"off\"}");

        assertThat(agreed.attributes())
                .containsEntry("consent", "yes")
                .containsEntry("consent.field", "Согласие на обработку данных")
                .containsEntry("consent.text", "Я согласен с условиями")
                .containsEntry("consent.at", "2026-11-22T10:05:00Z")
                .containsEntry("consent.page", "https://a.ru/b")
                .containsEntry("utm_source", "x");
        assertThat(refused.attributes()).containsEntry("consent", "no");
        assertThat(contact("{\"name\": \"Anna\"}").attributes()).doesNotContainKey("consent");
    }
}
