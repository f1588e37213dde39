package io.leadbraid.resolver.graph;

import java.util.List;
import java.util.Optional;

/** A reason not to join what a link suggests to join. Its name stands in the profile's refused links. */
record Rule(String name, Condition forbids) {

    /** Rules that an identifier breaks by itself; see {@link GraphPolicy#mostHolders} and its neighbours. */
    static final String OVER_SHARED = "over-shared";

    static final String BLOCKED = "blocked";

    static final String SHARED = "shared";

    @FunctionalInterface
    interface Condition {
        boolean test(Link link, Cluster one, Cluster other);
    }

    static List<Rule> of(GraphPolicy policy) {
        return List.of(
                new Rule("separated", (link, one, other) -> one.persona().isSeparatedFrom(other.persona())),
                new Rule(
                        "different-contacts",
                        (link, one, other) ->
                                !link.isAsserted() && one.persona().hasOtherContactThan(other.persona())),
                new Rule(
                        "once-per-person",
                        (link, one, other) ->
                                !link.isAsserted() && one.persona().hasOtherDocumentThan(other.persona())),
                new Rule("role-mailbox", (link, one, other) -> !link.isAsserted() && RoleMailbox.is(link.identifier())),
                new Rule(
                        "different-names",
                        (link, one, other) ->
                                link.isStated() && one.persona().isNamedUnlike(other.persona(), policy.names())),
                new Rule(
                        "nickname-of-two-accounts",
                        (link, one, other) -> link.isOfNickname()
                                && link.one().isVerified()
                                && link.other().isVerified()
                                && link.joinsDifferentAccounts()),
                new Rule("alias-of-another", (link, one, other) -> !link.isAsserted() && link.takesOver()),
                new Rule("nickname-held-by-another", (link, one, other) -> link.passesOverTheKeeper()),
                new Rule(
                        "profile-too-large",
                        (link, one, other) -> one.size() + other.size() > policy.largestProfile()));
    }

    static Optional<Rule> firstThatForbids(List<Rule> rules, Link link, Cluster one, Cluster other) {
        return rules.stream()
                .filter(rule -> rule.forbids().test(link, one, other))
                .findFirst();
    }
}
