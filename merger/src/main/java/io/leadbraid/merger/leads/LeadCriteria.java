package io.leadbraid.merger.leads;

import java.util.Optional;

/**
 * Which leads a list shows, and in which order.
 *
 * @param channel leads with a source on that channel
 * @param q words that all begin something that is known of the lead: name, phone in any spelling, e-mail, nickname, external
 *     id; or a lead's id
 */
public record LeadCriteria(
        LeadStatus status,
        Optional<String> channel,
        Optional<String> stage,
        Optional<AssignedTo> assignee,
        Optional<String> q,
        LeadSort sort) {

    public static LeadCriteria open() {
        return new LeadCriteria(
                LeadStatus.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LeadSort.LATEST_ACTIVITY);
    }

    public LeadCriteria matching(String words) {
        return new LeadCriteria(status, channel, stage, assignee, Optional.of(words), sort);
    }
}
