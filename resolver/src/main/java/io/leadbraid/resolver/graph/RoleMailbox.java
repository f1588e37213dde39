package io.leadbraid.resolver.graph;

import io.leadbraid.model.Identifier;
import java.util.Set;

/** Addresses of a task and not of a person (RFC 2142 and common use): whoever is on duty reads them. */
final class RoleMailbox {

    private static final Set<String> ROLES = Set.of(
            "abuse",
            "accounting",
            "admin",
            "administrator",
            "billing",
            "booking",
            "buchhaltung",
            "buero",
            "career",
            "compras",
            "contact",
            "contacto",
            "enquiries",
            "feedback",
            "hello",
            "help",
            "helpdesk",
            "hostmaster",
            "hr",
            "info",
            "jobs",
            "kontakt",
            "marketing",
            "office",
            "order",
            "orders",
            "postmaster",
            "press",
            "reception",
            "reservation",
            "rezeption",
            "sales",
            "security",
            "sekretariat",
            "service",
            "shop",
            "support",
            "team",
            "ventas",
            "verkauf",
            "webmaster",
            "zakaz");

    private RoleMailbox() {}

    static boolean is(Identifier identifier) {
        int at = identifier.value().indexOf('@');
        return identifier.kind() == Identifier.Kind.EMAIL
                && at > 0
                && ROLES.contains(identifier.value().substring(0, at));
    }
}
