package io.leadbraid.simulator.population;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a platform sends in one HTTP request; to send it again is a repeat. */
public sealed interface Post {

    List<Written> messages();

    /** When it is sent, in the population's own time. */
    Instant at();

    /** @param body JSON in Telegram's form */
    record Update(Place.Telegram place, Written message, Map<String, Object> body, Instant at) implements Post {
        @Override
        public List<Written> messages() {
            return List.of(message);
        }
    }

    /** @param body JSON in Meta's form */
    record Notification(Place.WhatsApp place, List<Written> messages, Map<String, Object> body, Instant at)
            implements Post {}

    /** @param body JSON in Avito's form */
    record Chat(Place.Avito place, Written message, Map<String, Object> body, Instant at) implements Post {
        @Override
        public List<Written> messages() {
            return List.of(message);
        }
    }

    /** @param asJson whether the page's own script sends it, not the browser */
    record Submission(Place.Form place, Written message, Map<String, String> fields, boolean asJson, Instant at)
            implements Post {
        @Override
        public List<Written> messages() {
            return List.of(message);
        }
    }

    /**
     * @param contacts JSON, one for each message
     * @param idempotencyKey there, unless each contact names its message
     */
    record Push(List<Written> messages, List<Map<String, Object>> contacts, Optional<String> idempotencyKey, Instant at)
            implements Post {}
}
