package io.leadbraid.simulator.sending;

import java.io.Serial;

/** The instance cannot be used as it was asked to; the message is for people. */
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
