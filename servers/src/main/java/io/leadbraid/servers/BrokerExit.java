package io.leadbraid.servers;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the place of {@code System.exit} and {@code Runtime.halt} inside the broker: reports, and ends the thread. */
final class BrokerExit {
    private static final Logger log = LoggerFactory.getLogger(BrokerExit.class);

    private BrokerExit() {}

    static void reportTo(CompletableFuture<String> failure) {
        Exit.Procedure procedure = (status, message) -> {
            String sentence = sentence(status, message);
            log.atError().addKeyValue("status", status).log("Kafka broker gave up");
            failure.complete(sentence);
            throw new BrokerGaveUp(sentence);
        };
        Exit.setExitProcedure(procedure);
        Exit.setHaltProcedure(procedure);
    }

    private static String sentence(int status, @Nullable String message) {
        return "The Kafka broker gave up with status " + status + (message == null ? "" : ": " + message);
    }

    /** Ends the broker's thread that wanted to end the process. */
    static final class BrokerGaveUp extends Error {
        private BrokerGaveUp(String message) {
            super(message);
        }
    }
}
