package io.leadbraid.ingestion.channel;

/** Translates what a platform sends into contacts. The same posting gives the same contacts each time. */
public interface Connector {

    ChannelKind kind();

    Reading read(Posting posting);
}
