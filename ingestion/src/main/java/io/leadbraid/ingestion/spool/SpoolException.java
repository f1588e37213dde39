package io.leadbraid.ingestion.spool;

/** A record could not be put into the spool, or not be made durable there. */
public final class SpoolException extends Exception {

    SpoolException(String message) {
        super(message);
    }

    SpoolException(String message, Throwable cause) {
        super(message, cause);
    }
}
