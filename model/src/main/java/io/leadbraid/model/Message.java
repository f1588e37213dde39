package io.leadbraid.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was said. Stored once per (workspace, channel, account, providerId, revision).
 *
 * @param providerId the channel's own id of the message, unique within the account
 * @param revision 0 for the message itself; later versions of an edited message count up
 * @param chat the channel's id of the conversation; where a reply goes
 * @param writtenAt when it was written, where its event happened later: an edit leaves a message in its place
 */
public record Message(
        String providerId,
        long revision,
        String chat,
        Kind kind,
        String text,
        @Nullable Instant writtenAt) {

    /** A message that was written when its event happened. */
    public Message(String providerId, long revision, String chat, Kind kind, String text) {
        this(providerId, revision, chat, kind, text, null);
    }

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
