package io.leadbraid.ingestion.form;

import io.leadbraid.ingestion.normal.Texts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By which advertisement somebody came, and by what counters of visits know him: UTM marks and ids of clicks, from fields, from the
 * address of the page, and from cookies that Tilda sends along. They belong to a browser and not to a person, so they are
 * attributes and no evidence.
 */
final class Visit {

    private static final int MOST = 40;
    private static final int MOST_VALUE = 500;
    private static final Set<String> IDS = Set.of(
            "gclid",
            "gbraid",
            "wbraid",
            "dclid",
            "yclid",
            "ymclid",
            "fbclid",
            "ttclid",
            "twclid",
            "msclkid",
            "vkclid",
            "rb_clickid",
            "li_fat_id",
            "_ym_uid",
            "_ga",
            "_fbp",
            "_fbc",
            "roistat_visit");
    private static final Pattern IN_TILDAS_COOKIE = Pattern.compile("\\|\\|\\|");

    private final Map<String, String> found = new LinkedHashMap<>();

    private Visit() {}

    /**
     * @param plain what was sent, without what is there for machines
     * @param pages the names of fields that hold the address of a page
     */
    static Map<String, String> of(Submission sent, Submission plain, List<String> pages) {
        Visit visit = new Visit();
        plain.fields().forEach(visit::add);
        plain.first(List.of("gclid")).ifPresent(click -> visit.add(new FormField("gclid", click)));
        sent.first(List.of("cookies")).ifPresent(visit::addCookies);
        plain.first(pages).ifPresent(visit::addQuery);
        return visit.found;
    }

    private void add(FormField field) {
        String name = field.key().strip().toLowerCase(Locale.ROOT);
        boolean known = name.startsWith("utm_") || IDS.contains(name);
        if (known && !field.value().isBlank() && found.size() < MOST) {
            found.putIfAbsent(
                    Texts.first(name, Submission.MOST_KEY), Texts.first(Texts.oneLine(field.value()), MOST_VALUE));
        }
    }

    private void addQuery(String address) {
        int query = address.indexOf('?');
        if (query >= 0) {
            decoded(address.substring(query + 1).split("#", 2)[0]).forEach(this::add);
        }
    }

    private void addCookies(String cookies) {
        for (String cookie : cookies.split(";")) {
            decoded(cookie.strip()).forEach(one -> {
                add(one);
                if (one.key().equals("TILDAUTM")) {
                    IN_TILDAS_COOKIE
                            .splitAsStream(one.value())
                            .flatMap(Visit::decoded)
                            .forEach(this::add);
                }
            });
        }
    }

    private static Stream<FormField> decoded(String pairs) {
        return UrlEncoded.read(pairs.getBytes(StandardCharsets.UTF_8), "").stream();
    }
}
