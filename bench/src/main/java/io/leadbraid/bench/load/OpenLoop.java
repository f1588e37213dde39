package io.leadbraid.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends each request when it is due. A late answer delays nobody else while a connection is free; where none is, the
 * delay counts, because times run from the scheduled moment.
 */
public final class OpenLoop {

    private static final int CONNECTIONS = 128;
    private static final long STACK = 256L << 10;

    private final InetSocketAddress target;

    /** @param target on loopback: load goes nowhere else */
    public OpenLoop(InetSocketAddress target) {
        if (!target.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("load goes to this machine only");
        }
        this.target = target;
    }

    /** Returns when all are answered or have failed. */
    public Answers send(List<byte[]> requests, Schedule schedule) throws InterruptedException {
        long[] nanos = new long[requests.size()];
        int[] statuses = new int[requests.size()];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread sender = new Thread(
                    null,
                    () -> opened.addAndGet(sendNext(requests, schedule, next, nanos, statuses)),
                    "load-" + i,
                    STACK);
            sender.setDaemon(true);
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) {
            sender.join();
        }
        return new Answers(nanos, statuses, System.nanoTime() - schedule.start(), opened.get());
    }

    private int sendNext(List<byte[]> requests, Schedule schedule, AtomicInteger next, long[] nanos, int[] statuses) {
        Connection connection = new Connection(target);
        for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            schedule.await(i);
            statuses[i] = exchange(connection, requests.get(i));
            nanos[i] = System.nanoTime() - schedule.due(i);
        }
        closeQuietly(connection);
        return connection.opened();
    }

    /** Like any client, tries once more on a new connection when the server has closed the kept one. */
    private static int exchange(Connection connection, byte[] request) {
        boolean fresh = connection.opened() == 0;
        try {
            return connection.exchange(request);
        } catch (IOException closed) {
            if (fresh) {
                return Answers.NO_ANSWER;
            }
        }
        try {
            return connection.exchange(request);
        } catch (IOException failed) {
            return Answers.NO_ANSWER;
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (IOException ignored) {
            // All answers are in; nothing depends on this connection any more.
        }
    }
}
