package io.leadbraid.merger.leads;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the planner to keys. The planner takes young tables for small ones, and one workspace for one of two hundred, and
 * would read a table through for each row of a batch, until the statistics catch up a minute later. Statements that look up
 * rows by keys therefore either ask for {@code key = ANY (:keys)} in so many words or fence the look-up with {@code OFFSET 0},
 * which leaves the planner no other index condition to choose.
 */
public final class KeyLookups {

    private KeyLookups() {}

    /** Until the end of the open transaction: no reading through, and no plan that was made when a table was young. */
    public static void prefer(JdbcClient jdbc) {
        jdbc.sql("""
                        SELECT set_config('plan_cache_mode', 'force_custom_plan', true),
                               set_config('enable_seqscan', 'off', true)
                        """).query((row, i) -> row.getString(1)).single();
    }
}
