package io.leadbraid.merger.rules;

/** Two groups and the link that would make them one. */
record Join(Group one, Group other, Link link) {

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
}
