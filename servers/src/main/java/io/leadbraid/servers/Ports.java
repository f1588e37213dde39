package io.leadbraid.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Loopback ports, each kept in a small file of the data folder, so that addresses survive a restart. Ports are drawn
 * below the ephemeral ranges of Linux (from 32768) and macOS (from 49152): there an outgoing connection of any program
 * could hold a kept port at the moment of the next start.
 */
final class Ports {
    private static final int LEAST = 20_000;
    private static final int GREATEST = 32_000;
    private static final int TRIES = 1_000;

    private final Path folder;
    private final Set<Integer> claimed = ConcurrentHashMap.newKeySet();

    Ports(Path folder) {
        this.folder = folder;
    }

    /**
     * The wanted port, or with 0 the port of the last start if it is free, else a new one, which is kept from now on.
     *
     * @throws ServerFailedException if a wanted port is taken
     */
    int claim(String name, int wanted) {
        if (wanted != 0) {
            if (!isFree(wanted)) {
                throw new ServerFailedException("Port " + wanted + " wanted for " + name + " is taken");
            }
            return wanted;
        }
        OptionalInt kept = kept(name);
        if (kept.isPresent() && isFree(kept.getAsInt()) && claimed.add(kept.getAsInt())) {
            return kept.getAsInt();
        }
        return chooseAnother(name);
    }

    void release(int port) {
        claimed.remove(port);
    }

    private int chooseAnother(String name) {
        int port = ThreadLocalRandom.current()
                .ints(TRIES, LEAST, GREATEST)
                .filter(Ports::isFree)
                .filter(claimed::add)
                .findFirst()
                .orElseThrow(() -> new ServerFailedException("No free port found for " + name));
        try {
            Files.writeString(file(name), Integer.toString(port));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the port of " + name, e);
        }
        return port;
    }

    private OptionalInt kept(String name) {
        if (!Files.exists(file(name))) {
            return OptionalInt.empty();
        }
        try {
            return IntStream.of(Integer.parseInt(Files.readString(file(name)).strip()))
                    .filter(port -> port > 0 && port < 65_536)
                    .findFirst();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the kept port of " + name, e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".port");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
