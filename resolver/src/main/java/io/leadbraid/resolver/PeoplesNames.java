package io.leadbraid.resolver;

import io.leadbraid.resolver.graph.NameContradiction;
import io.leadbraid.resolver.names.NameCheck;
import java.util.Set;

/** Clearly different names of people, and different given names in one family, stand against a link that is only stated. */
record PeoplesNames(NameCheck check) implements NameContradiction {

    @Override
    public boolean between(Set<String> one, Set<String> other) {
        return switch (check.compare(one, other).verdict()) {
            case CONTRADICT, SAME_SURNAME -> true;
            case AGREE, SILENT -> false;
        };
    }
}
