package io.leadbraid.merger.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules by which leads of one profile do not merge by themselves. The first that refuses gives its name to the request. */
public record MergePolicy(List<Rule> rules) {

    /** A named reason to ask a person. */
    record Rule(String name, Predicate<Join> refuses) {}

    public static final String SYSTEM_MAY_NOT_MERGE = "system-may-not-merge";
    public static final String STATED_BETWEEN_VERIFIED = "stated-between-verified";

    /** @param systemMayMerge whether the system is entitled to merge */
    public static MergePolicy of(boolean systemMayMerge) {
        return new MergePolicy(List.of(
                new Rule(SYSTEM_MAY_NOT_MERGE, join -> !systemMayMerge),
                new Rule(
                        STATED_BETWEEN_VERIFIED,
                        join -> join.link().isStated() && join.bothHoldVerified() && join.isWorkedOn())));
    }

    public MergePolicy {
        rules = List.copyOf(rules);
    }

    Optional<Rule> firstThatRefuses(Join join) {
        return rules.stream()
                .filter(rule -> join.unitesLeads() && rule.refuses().test(join))
                .findFirst();
    }
}
