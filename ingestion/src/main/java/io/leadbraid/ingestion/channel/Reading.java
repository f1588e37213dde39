package io.leadbraid.ingestion.channel;

import io.leadbraid.model.InboundContact;
import java.util.List;

/** What a connector made of a posting. */
public sealed interface Reading {

    record Contacts(List<InboundContact> contacts) implements Reading {
        public Contacts {
            contacts = List.copyOf(contacts);
        }
    }

    /** Understood, and of no use for leads. */
    record Ignored(String reason) implements Reading {}

    /** @param reason why, without the content */
    record Unreadable(String reason) implements Reading {}
}
