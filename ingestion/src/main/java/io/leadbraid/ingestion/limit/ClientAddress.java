package io.leadbraid.ingestion.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sends, by his address: that of the connection, unless {@code server.forward-headers-strategy} says that a proxy before us
 * is to be believed.
 */
public final class ClientAddress {

    private static final Set<String> LOOPBACK = Set.of("::1", "0:0:0:0:0:0:0:1");

    private ClientAddress() {}

    /**
     * The same machine: simulations, demonstrations and probes. The address of the client may come out of a header, into which
     * anybody can write; where the connection ended cannot be chosen.
     */
    public static boolean isLoopback(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr()) && isLoopback(request.getLocalAddr());
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || LOOPBACK.contains(address);
    }

    /** One key for each client: his IPv4 address, or the network of his IPv6 address, in which he has as many as he likes. */
    public static String key(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address.indexOf(':') < 0
                ? address
                : Stream.of(address.split(":", -1)).limit(4).collect(Collectors.joining(":"));
    }
}
