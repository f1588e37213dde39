package io.leadbraid.app;

import io.leadbraid.access.AccessConfiguration;
import io.leadbraid.api.ApiConfiguration;
import io.leadbraid.ingestion.IngestionConfiguration;
import io.leadbraid.merger.MergerConfiguration;
import io.leadbraid.resolver.ResolverConfiguration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A part of the work that a process can take on, alone or with others. */
enum Role {
    INGESTION,
    RESOLVER,
    MERGER,
    API;

    List<Class<?>> configurations() {
        return switch (this) {
            case INGESTION -> List.of(AccessConfiguration.class, IngestionConfiguration.class);
            case RESOLVER -> List.of(ResolverConfiguration.class);
            case MERGER -> List.of(AccessConfiguration.class, MergerConfiguration.class);
            case API -> List.of(AccessConfiguration.class, ApiConfiguration.class);
        };
    }

    boolean needsDatabase() {
        return this != RESOLVER;
    }

    /** @param list names with commas between them; none means all */
    static Set<Role> parse(String list) {
        if (list.isBlank()) {
            return EnumSet.allOf(Role.class);
        }
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : list.split(",")) {
            roles.add(parseOne(name.trim()));
        }
        return roles;
    }

    private static Role parseOne(String name) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new StartFailedException("LEADBRAID_ROLES: there is no role \"" + name
                        + "\"; there are ingestion, resolver, merger and api"));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
