package io.leadbraid.merger.rules;

import io.leadbraid.model.LeadId;
import java.util.List;

/** What a profile asks to be done with its leads. */
public sealed interface Outcome {

    /** The rule of this issue by which it was decided. */
    String rule();

    List<Link> evidence();

    /** These leads become one, by themselves. */
    record Merge(LeadId survivor, List<LeadId> absorbed, String rule, List<Link> evidence) implements Outcome {

        public static final String SHARED_VERIFIED = "shared-verified";
        public static final String SHARED_STATED = "shared-stated";

        public Merge {
            absorbed = List.copyOf(absorbed);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A person has to say whether these leads are one.
     *
     * @param leads two, in the order of their ids
     */
    record Request(List<LeadId> leads, String rule, List<Link> evidence) implements Outcome {

        public Request {
            leads = leads.stream().sorted().toList();
            evidence = List.copyOf(evidence);
        }
    }
}
