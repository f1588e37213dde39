package io.leadbraid.ingestion.telegram;

import io.leadbraid.ingestion.channel.Reading;
import io.leadbraid.model.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads presses of buttons. Who pressed is certain. What the button said is not: clients can send any data. The message with the
 * button may be out of reach, or somewhere else altogether; then the answer goes to the person's own chat.
 */
record CallbackReading(SenderEvidence evidence) implements UpdateReading {

    @Override
    public Reading read(Update update) {
        JsonNode press = update.body();
        return Senders.whyNobody(press).orElseGet(() -> contact(update, press));
    }

    private Reading contact(Update update, JsonNode press) {
        String user = Senders.user(press);
        JsonNode shown = press.path("message");
        MessageContent content = MessageContent.pressed(Stream.of("data", "game_short_name")
                .map(field -> MessageContent.text(press.path(field)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(""));
        Message message = new Message(
                "callback:" + press.path("id").stringValueOpt().orElse(Long.toString(update.id())),
                0,
                Optional.of(shown).filter(Chats::isNamed).map(Chats::of).orElse(user),
                content.kind(),
                content.text());
        // A press has no time of its own, and that of the message is when we sent it.
        Instant pressed = update.posting().receivedAt();
        return update.told(user, pressed, message, evidence.of(press, user, content.words()));
    }
}
