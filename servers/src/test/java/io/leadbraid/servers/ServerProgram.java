package io.leadbraid.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A program that runs both servers on the folder it is given until it reads a line, or is killed. */
final class ServerProgram {
    private ServerProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]))) {
            CompletableFuture<PostgresServer> startingPostgres =
                    CompletableFuture.supplyAsync(() -> PostgresServer.start(folder, 0, Map.of()));
            try (KafkaServer kafka = KafkaServer.start(folder, 0, Map.of());
                    PostgresServer postgres = startingPostgres.join()) {
                System.out.println("ready " + kafka.port() + " " + postgres.port());
                System.in.read();
            }
        }
    }
}
