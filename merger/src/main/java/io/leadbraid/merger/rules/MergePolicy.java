package io.leadbraid.merger.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules by which leads of one profile do not merge by themselves. The first that refuses gives its name to the request; what
 * people have decided already is not asked.
 */
public record MergePolicy(List<Rule> rules) {

    /**
     * A named reason not to merge.
     *
     * @param asks whether a person is asked; a rule that does not ask also stands between groups without leads, or it would be
     *     got round by way of a source that has none
     */
    record Rule(String name, boolean asks, Predicate<Join> forbids) {

        boolean refuses(Join join) {
            return (!asks || join.unitesLeads()) && forbids.test(join);
        }
    }

    public static final String SEPARATED = "separated";
    public static final String KEPT_APART = "kept-apart";
    public static final String SHARED_IDENTIFIER = "shared-identifier";
    public static final String SYSTEM_MAY_NOT_MERGE = "system-may-not-merge";
    public static final String STATED_BETWEEN_VERIFIED = "stated-between-verified";

    /** @param systemMayMerge whether the system is entitled to merge */
    public static MergePolicy of(boolean systemMayMerge) {
        return new MergePolicy(List.of(
                new Rule(SEPARATED, false, Join::isSeparated),
                new Rule(KEPT_APART, false, Join::isKeptApart),
                new Rule(SHARED_IDENTIFIER, false, Join::isOfSharedIdentifier),
                new Rule(SYSTEM_MAY_NOT_MERGE, true, join -> !systemMayMerge),
                new Rule(
                        STATED_BETWEEN_VERIFIED,
                        true,
                        join -> join.link().isStated() && join.bothHoldVerified() && join.isWorkedOn())));
    }

    public MergePolicy {
        rules = List.copyOf(rules);
    }

    Optional<Rule> firstThatRefuses(Join join) {
        return rules.stream().filter(rule -> rule.refuses(join)).findFirst();
    }
}
