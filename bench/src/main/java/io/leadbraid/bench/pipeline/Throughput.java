package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.baseline.NaiveService;
import io.leadbraid.bench.baseline.PassThrough;
import io.leadbraid.bench.measure.Calibration;
import io.leadbraid.bench.measure.CpuUse;
import io.leadbraid.bench.measure.Progress;
import io.leadbraid.bench.product.Product;
import io.leadbraid.bench.stream.Backlog;
import io.leadbraid.bench.stream.Backlog.Ready;
import io.leadbraid.bench.stream.Slice;
import io.leadbraid.bench.stream.Truth;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;

/**
 * Events from Kafka to rows and leads: the same slice of the topic is worked off by the product, by the naive service
 * and by the pass-through, one after the other, again and again.
 */
final class Throughput {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Product product;
    private final Downstream downstream;
    private final Backlog backlog;
    private final NaiveService naive;
    private final PassThrough passThrough;
    private final Truth truth;
    private final Calibration calibration;
    private final Progress progress;
    private CpuUse cpu = CpuUse.NONE;
    private int events;

    Throughput(
            Product product,
            Downstream downstream,
            Backlog backlog,
            NaiveService naive,
            PassThrough passThrough,
            Truth truth,
            Calibration calibration,
            Progress progress) {
        this.product = product;
        this.downstream = downstream;
        this.backlog = backlog;
        this.naive = naive;
        this.passThrough = passThrough;
        this.truth = truth;
        this.calibration = calibration;
        this.progress = progress;
    }

    Round round(Clients.Batch batch) throws InterruptedException, SQLException, ExecutionException {
        List<Ready> ready = Ready.of(batch.contacts());
        int count = ready.size();
        batch.contacts().forEach(truth::add);
        double speed = calibration.measure();
        CpuUse before = product.cpu();
        long start = System.nanoTime();
        Slice slice = backlog.write(ready);
        long rows = downstream.awaitRows(slice);
        OptionalLong leads = downstream.awaitLeads(truth.leads());
        cpu = cpu.plus(product.cpu().since(before));
        events += count;
        if (leads.isEmpty()) {
            progress.say("the product's leads stand still before they are " + truth.leads());
        }
        double speedBetween = calibration.measure();
        Round round = new Round(
                (speed + speedBetween) / 2,
                perSecond(count, rows - start),
                perSecond(count, leads.orElse(Long.MAX_VALUE) - start),
                count / naive.run(slice),
                count / passThrough.run(slice));
        progress.say(String.format(
                Locale.ROOT,
                "%d events: product %.0f/s to rows, %.0f/s to leads; naive service %.0f/s; pass-through %.0f/s; machine %.0f",
                count,
                round.rows(),
                round.leads(),
                round.naive(),
                round.passThrough(),
                round.speed()));
        return round;
    }

    /** Forgets the processor time so far, when the warm-up ends. */
    void forget() {
        cpu = CpuUse.NONE;
        events = 0;
    }

    /** The product's processor time for all rounds. */
    PhaseCpu cpu() {
        return new PhaseCpu("backlog", cpu, events);
    }

    private static double perSecond(int events, long nanos) {
        return events / (nanos / NANOS_PER_SECOND);
    }
}
