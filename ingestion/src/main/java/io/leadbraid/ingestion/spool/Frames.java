package io.leadbraid.ingestion.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Records as bytes: mark, length, CRC-32C of the content, content. Reading finds the next frame behind one that is torn or
 * damaged. No content can look like a frame: keys and values are UTF-8, and the mark begins with a byte that UTF-8 never has.
 */
final class Frames {

    /** Bytes of the largest frame; Kafka's producer takes no larger record either, with what it adds. */
    static final int MOST = (1 << 20) - 128;

    private static final int MARK = 0xFF4C4201;
    private static final int HEADER = 3 * Integer.BYTES;
    private static final int CONTENT = Long.BYTES + 2 * Integer.BYTES;

    private Frames() {}

    static byte[] write(Spooled record) {
        byte[] topic = record.topic().getBytes(StandardCharsets.UTF_8);
        int length = CONTENT + topic.length + record.key().length + record.value().length;
        ByteBuffer frame = ByteBuffer.allocate(HEADER + length);
        frame.putInt(MARK).putInt(length).putInt(0).putLong(record.at());
        frame.putInt(topic.length).put(topic);
        frame.putInt(record.key().length).put(record.key()).put(record.value());
        frame.putInt(2 * Integer.BYTES, crc(frame, HEADER, length));
        return frame.array();
    }

    /**
     * Reads the whole frames of a window onto a file.
     *
     * @param last whether the file ends where the window does; a larger window must hold {@link #MOST} bytes at least
     * @return how many bytes of the window have been dealt with; the next window begins behind them
     */
    static int read(ByteBuffer window, boolean last, Consumer<Spooled> records) {
        int position = 0;
        while (position + HEADER <= window.limit()) {
            int end = position + HEADER + window.getInt(position + Integer.BYTES);
            boolean plausible = window.getInt(position) == MARK && end > position + HEADER && end <= position + MOST;
            if (plausible && end > window.limit() && !last) {
                return position;
            }
            Optional<Spooled> record =
                    plausible && end <= window.limit() ? content(window, position, end) : Optional.empty();
            record.ifPresent(records);
            position = record.isPresent() ? end : nextMark(window, position + 1);
        }
        return last ? window.limit() : position;
    }

    private static Optional<Spooled> content(ByteBuffer window, int start, int end) {
        int length = end - start - HEADER;
        if (length < CONTENT || window.getInt(start + 2 * Integer.BYTES) != crc(window, start + HEADER, length)) {
            return Optional.empty();
        }
        ByteBuffer content = window.slice(start + HEADER, length);
        long at = content.getLong();
        String topic = new String(bytes(content, content.getInt()), StandardCharsets.UTF_8);
        byte[] key = bytes(content, content.getInt());
        return Optional.of(new Spooled(topic, key, bytes(content, content.remaining()), at));
    }

    private static byte[] bytes(ByteBuffer content, int length) {
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }

    private static int nextMark(ByteBuffer window, int from) {
        int position = from;
        while (position + Integer.BYTES <= window.limit() && window.getInt(position) != MARK) {
            position++;
        }
        return position;
    }

    private static int crc(ByteBuffer buffer, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.slice(from, length));
        return (int) crc.getValue();
    }
}
