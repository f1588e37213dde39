package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What was said. Stored once per (workspace, channel, account, providerId, revision).
 *
 * @param providerId the channel's own id of the message, unique within the account
 * @param revision 0 for the message itself; later versions of an edited message count up
 * @param chat the channel's id of the conversation; where a reply goes
 */
public record Message(String providerId, long revision, String chat, Kind kind, String text) {

    public enum Kind {
        TEXT,
        CONTACT,
        MEDIA,
        CALL,
        CALLBACK,
        SYSTEM;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind ofLabel(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
