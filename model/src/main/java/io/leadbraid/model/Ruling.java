package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be decided. It names sources, never leads. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "assertion", value = Ruling.Assertion.class),
    @JsonSubTypes.Type(name = "retraction", value = Ruling.Retraction.class),
    @JsonSubTypes.Type(name = "separation", value = Ruling.Separation.class),
    @JsonSubTypes.Type(name = "keep-apart", value = Ruling.KeepApart.class),
    @JsonSubTypes.Type(name = "shared-identifier", value = Ruling.SharedIdentifier.class)
})
public sealed interface Ruling {

    /** All sources of which it speaks. */
    default Set<SourceId> named() {
        return switch (this) {
            case Assertion(Set<SourceId> sources, Identifier identifier) -> sources;
            case Retraction(Set<SourceId> sources, Fact fact) -> sources;
            case Separation(List<Set<SourceId>> groups) ->
                groups.stream().flatMap(Set::stream).collect(Collectors.toSet());
            case KeepApart(Set<SourceId> sources) -> sources;
            case SharedIdentifier(Identifier identifier) -> Set.of();
        };
    }

    /** Each source has the identifier: so somebody binds to a contact, merges, or writes down a number. */
    record Assertion(Set<SourceId> sources, Identifier identifier) implements Ruling {

        public Assertion {
            sources = Set.copyOf(sources);
        }
    }

    /** What the sources themselves have told of this is not so. */
    record Retraction(Set<SourceId> sources, Fact fact) implements Ruling {

        public Retraction {
            sources = Set.copyOf(sources);
        }
    }

    /** A source of one group is not the same person as a source of another. */
    record Separation(List<Set<SourceId>> groups) implements Ruling {

        public Separation {
            groups = groups.stream().map(Set::copyOf).toList();
            Set<SourceId> all = new HashSet<>();
            groups.forEach(all::addAll);
            if (all.size() != groups.stream().mapToInt(Set::size).sum()) {
                throw new IllegalArgumentException("nobody can be separated from himself");
            }
        }
    }

    /** One person, whose sources stay on several leads on purpose. */
    record KeepApart(Set<SourceId> sources) implements Ruling {

        public KeepApart {
            sources = Set.copyOf(sources);
        }
    }

    /** Many have this: who only states it is known by it to nobody. */
    record SharedIdentifier(Identifier identifier) implements Ruling {}
}
