package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.Surroundings;
import io.leadbraid.bench.baseline.NaiveService;
import io.leadbraid.bench.baseline.PassThrough;
import io.leadbraid.bench.measure.Calibration;
import io.leadbraid.bench.measure.Progress;
import io.leadbraid.bench.pipeline.Watching.Watched;
import io.leadbraid.bench.product.Product;
import io.leadbraid.bench.product.ProductApi;
import io.leadbraid.bench.product.ProductDatabase;
import io.leadbraid.bench.stream.Backlog;
import io.leadbraid.bench.stream.Crowd;
import io.leadbraid.bench.stream.Records;
import io.leadbraid.bench.stream.Truth;
import io.leadbraid.bench.stream.Webhooks;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The order of things: warm up, rounds over backlogs, rising rates of webhooks, and the way from post to lead. */
final class PipelineRun {

    private static final long SEED = 20_261_122;
    private static final int OTHER_PEOPLE = 10_000_000;

    private final Surroundings surroundings;
    private final Extent extent;
    private final Product product;
    private final NaiveService naive;
    private final Progress progress;
    private final Calibration calibration = new Calibration();
    private final Truth truth = new Truth();

    PipelineRun(Surroundings surroundings, Extent extent, Product product, NaiveService naive, Progress progress) {
        this.surroundings = surroundings;
        this.extent = extent;
        this.product = product;
        this.naive = naive;
        this.progress = progress;
    }

    Report measured() throws Exception {
        calibration.measure();
        try (ProductDatabase database = product.database();
                Backlog backlog = new Backlog(product.bootstrap());
                ProductApi api = new ProductApi(product.address());
                PassThrough passThrough = new PassThrough(
                        product.bootstrap(), surroundings.folder().resolve("pass-through"), Extent.COMMIT, 1)) {
            passThrough.createTopic(backlog.partitions());
            Records records = new Records(database.workspace(), ProductApi.BOT);
            Downstream downstream = new Downstream(database);
            Throughput throughput =
                    new Throughput(product, downstream, backlog, naive, passThrough, truth, calibration, progress);
            List<Round> rounds = rounds(throughput, new Clients(new Crowd(SEED, 1), records));
            int naiveApart = naive.leads() - truth.leads();
            double newShare = truth.newShare();
            Clients posting = new Clients(new Crowd(SEED + 1, OTHER_PEOPLE), records);
            Webhooks webhooks = new Webhooks(
                    product.address().getHostString() + ":" + product.address().getPort(), api.createDoors());
            Intake intake = new Intake(product, downstream, backlog, webhooks, truth, calibration, progress);
            List<Intake.Point> points = points(intake, posting);
            Watching watching = new Watching(intake, database, api, progress);
            Watched steady = watching.at(Extent.STEADY, extent.latencySeconds(), posting);
            int half = half(points);
            Watched atHalf = half == Extent.STEADY ? steady : watching.at(half, extent.latencySeconds(), posting);
            boolean complete = database.leads() == truth.leads();
            List<PhaseCpu> cpu = new ArrayList<>(List.of(throughput.cpu()));
            cpu.add(steady.point().cpu());
            points.forEach(point -> cpu.add(point.cpu()));
            return new Report(rounds, points, List.of(steady, atHalf), cpu, newShare, naiveApart, complete);
        }
    }

    private List<Round> rounds(Throughput throughput, Clients clients)
            throws InterruptedException, SQLException, ExecutionException {
        progress.say("warming up");
        throughput.round(clients.next(extent.warmUp()));
        throughput.forget();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < extent.rounds(); i++) {
            rounds.add(throughput.round(clients.next(extent.slice())));
        }
        return rounds;
    }

    /** Behind the door other code is run than for a backlog, so that it is warmed up for itself. */
    private List<Intake.Point> points(Intake intake, Clients clients) throws InterruptedException, SQLException {
        List<Intake.Point> points = new ArrayList<>();
        var unused = intake.send(clients.next(extent.warmUp()), Extent.STEADY, Intake.Watch.NOBODY);
        for (int rate : extent.rates()) {
            Clients.Batch batch = clients.next(rate * extent.rateSeconds());
            points.add(intake.send(batch, rate, Intake.Watch.NOBODY));
        }
        return points;
    }

    /** Half of the greatest rate at which webhooks were in time and nothing piled up behind. */
    private static int half(List<Intake.Point> points) {
        return points.stream()
                        .filter(Intake.Point::isSustained)
                        .mapToInt(Intake.Point::rate)
                        .max()
                        .orElse(Extent.STEADY)
                / 2;
    }
}
