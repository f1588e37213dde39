package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.Benchmark;
import io.leadbraid.bench.Started;
import io.leadbraid.bench.Surroundings;
import io.leadbraid.bench.baseline.NaiveService;
import io.leadbraid.bench.measure.Progress;
import io.leadbraid.bench.product.Installation;
import io.leadbraid.bench.product.Product;
import io.leadbraid.servers.DataFolder;
import io.leadbraid.servers.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The whole product under load, with a naive service and a pass-through stream beside it. */
public final class PipelineBenchmark implements Benchmark {

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public String description() {
        return "from a webhook to one lead: how many a second, how soon, and where the time goes";
    }

    @Override
    public void run(Surroundings surroundings) throws Exception {
        Progress progress = new Progress(surroundings.out());
        Extent extent = surroundings.quick() ? Extent.QUICK : Extent.FULL;
        progress.say("starting the product and the naive service's database");
        Installation installation = new Installation(
                surroundings.jar(),
                surroundings.folder().resolve("product"),
                surroundings.folder().resolve("product.log"),
                freePort(),
                surroundings.options());
        Started started = surroundings.started();
        DataFolder folder = started.add(DataFolder.open(surroundings.folder().resolve("naive")));
        PostgresServer server = started.add(PostgresServer.start(folder, 0, Map.of()));
        Product product = started.add(Product.start(installation));
        NaiveService naive = started.add(new NaiveService(server.access(), product.bootstrap(), Extent.THREADS));
        naive.createTables();
        progress.say("the product serves");
        Report report = new PipelineRun(surroundings, extent, product, naive, progress).measured();
        surroundings.out().println(report.text());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
