package io.leadbraid.ingestion.channel;

import java.util.List;

/** Translates what a platform sends into contacts. The same posting gives the same contacts each time. */
public interface Connector {

    ChannelKind kind();

    /**
     * What stands in a posting side by side and has nothing to do with each other. Each part is read, stored, kept and read
     * again for itself, so that one that nobody can read holds up no other.
     *
     * @return postings that have no parts; the posting itself where it cannot be taken apart
     */
    default List<Posting> parts(Posting posting) {
        return List.of(posting);
    }

    /** @param part a posting that has no parts */
    Reading read(Posting part);
}
