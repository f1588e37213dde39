package io.leadbraid.merger.rules;

/** Two groups, the link that would make them one, and what stands against it. */
record Join(Group one, Group other, Link link, Orders orders) {

    /** Only then anything merges. */
    boolean unitesLeads() {
        return one.hasLeads() && other.hasLeads();
    }

    boolean bothHoldVerified() {
        return one.holdsVerified() && other.holdsVerified();
    }

    boolean isWorkedOn() {
        return one.isWorkedOn() || other.isWorkedOn();
    }

    boolean isSeparated() {
        return orders.separate(one.sources(), other.sources());
    }

    boolean isKeptApart() {
        return orders.keepApart(one.sources(), other.sources());
    }

    boolean isOfSharedIdentifier() {
        return orders.refute(link);
    }
}
