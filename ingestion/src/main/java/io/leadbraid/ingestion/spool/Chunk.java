package io.leadbraid.ingestion.spool;

import java.util.List;

/** The next records of a spool, in the order in which they came. */
public final class Chunk {

    private final Segment segment;
    private final Segment.Stretch stretch;
    private final boolean last;

    Chunk(Segment segment, Segment.Stretch stretch, boolean last) {
        this.segment = segment;
        this.stretch = stretch;
        this.last = last;
    }

    public List<Spooled> records() {
        return stretch.records();
    }

    /** Whether nothing durable came behind it when it was read. */
    public boolean isLast() {
        return last;
    }

    Segment segment() {
        return segment;
    }

    long until() {
        return stretch.until();
    }
}
