package io.leadbraid.bench.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection that knows just enough to send a ready request and read the status of its answer:
 * the load shares two cores with what it measures, so it must cost little.
 */
final class Connection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int CHUNK_RADIX = 16;

    private final InetSocketAddress target;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private int opened;

    Connection(InetSocketAddress target) {
        this.target = target;
    }

    /** Sends, waits for the whole answer, gives its status. A failed connection is opened anew by the next call. */
    int exchange(byte[] request) throws IOException {
        try {
            InputStream answers = open();
            if (socket != null) {
                socket.getOutputStream().write(request);
            }
            return read(answers);
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /** How often the connection was opened: servers close a kept-alive connection after some requests. */
    int opened() {
        return opened;
    }

    private InputStream open() throws IOException {
        if (in == null) {
            Socket fresh = new Socket();
            fresh.setTcpNoDelay(true);
            fresh.setSoTimeout(TIMEOUT_MILLIS);
            fresh.connect(target, TIMEOUT_MILLIS);
            socket = fresh;
            in = new BufferedInputStream(fresh.getInputStream());
            opened++;
        }
        return in;
    }

    private int read(InputStream answers) throws IOException {
        String statusLine = line(answers);
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                last = lower.contains("close");
            }
        }
        if (chunked) {
            skipChunks(answers);
        } else {
            answers.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return Integer.parseInt(statusLine.split(" ")[1]);
    }

    private static void skipChunks(InputStream answers) throws IOException {
        for (int size = chunkSize(answers); size > 0; size = chunkSize(answers)) {
            answers.skipNBytes(size);
            line(answers);
        }
        line(answers);
    }

    private static int chunkSize(InputStream answers) throws IOException {
        return Integer.parseInt(line(answers).strip(), CHUNK_RADIX);
    }

    private static String line(InputStream answers) throws IOException {
        byte[] buffer = new byte[256];
        int length = 0;
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (length < buffer.length) {
                buffer[length++] = (byte) next;
            }
        }
        boolean carriageReturn = length > 0 && buffer[length - 1] == '\r';
        return new String(buffer, 0, carriageReturn ? length - 1 : length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }
}
