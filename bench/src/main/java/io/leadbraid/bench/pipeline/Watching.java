package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.measure.Progress;
import io.leadbraid.bench.product.LatencyHistogram;
import io.leadbraid.bench.product.ProductApi;
import io.leadbraid.bench.product.ProductDatabase;
import io.leadbraid.bench.stream.Expectation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** The way from post to lead at a steady rate, seen from outside and by the product's own timer. */
final class Watching {

    private static final int PROBES_PER_SECOND = 40;
    private static final double HALF = 0.5;
    private static final double NINETY_NINE = 0.99;

    private final Intake intake;
    private final ProductDatabase database;
    private final ProductApi api;
    private final Progress progress;

    Watching(Intake intake, ProductDatabase database, ProductApi api, Progress progress) {
        this.intake = intake;
        this.database = database;
        this.api = api;
        this.progress = progress;
    }

    /** A rate with what was seen of its events. */
    record Watched(Intake.Point point, Probe.Seen seen, LatencyHistogram own) {

        /** By the product's timer, which starts when the post is received and knows bounds only. */
        String ownShown() {
            return own.millisAt(HALF)
                    .flatMap(median -> own.millisAt(NINETY_NINE)
                            .map(p99 -> String.format(Locale.ROOT, "<= %.0f / %.0f ms", median, p99)))
                    .orElse("-");
        }
    }

    Watched at(int rate, int seconds, Clients clients)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        progress.say("from post to lead at " + rate + "/s");
        Clients.Batch batch = clients.next(rate * seconds);
        List<Expectation> expectations = Expectation.of(batch.events(), batch.contacts());
        Probe probe = new Probe(database, Probe.sample(expectations, PROBES_PER_SECOND * seconds));
        LatencyHistogram before = api.latencies();
        Intake.Point point = intake.send(batch, rate, probe);
        Watched watched = new Watched(point, probe.seen(), api.latencies().since(before));
        progress.say("post to lead " + watched.seen().toLead().shown() + ", post to merged "
                + watched.seen().toMerged().shown());
        return watched;
    }
}
