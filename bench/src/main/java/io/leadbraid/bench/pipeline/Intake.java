package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.load.Answers;
import io.leadbraid.bench.load.OpenLoop;
import io.leadbraid.bench.load.Schedule;
import io.leadbraid.bench.measure.Calibration;
import io.leadbraid.bench.measure.CpuClock;
import io.leadbraid.bench.measure.CpuUse;
import io.leadbraid.bench.measure.Progress;
import io.leadbraid.bench.product.Product;
import io.leadbraid.bench.stream.Backlog;
import io.leadbraid.bench.stream.Truth;
import io.leadbraid.bench.stream.Webhooks;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Webhooks at a fixed rate, while everything behind them works too. */
final class Intake {

    /** An open loop ends with its last answer, so a little less than the rate is all that can be reached. */
    static final double KEPT = 0.98;

    private static final double IN_TIME_MILLIS = 50;
    private static final double KEEPS_UP_SECONDS = 2;
    private static final String LOAD = "load generator";
    private static final double NANOS_PER_SECOND = 1e9;

    private final Product product;
    private final Downstream downstream;
    private final Backlog backlog;
    private final Webhooks webhooks;
    private final Truth truth;
    private final Calibration calibration;
    private final Progress progress;
    private final OpenLoop loop;

    Intake(
            Product product,
            Downstream downstream,
            Backlog backlog,
            Webhooks webhooks,
            Truth truth,
            Calibration calibration,
            Progress progress) {
        this.product = product;
        this.downstream = downstream;
        this.backlog = backlog;
        this.webhooks = webhooks;
        this.truth = truth;
        this.calibration = calibration;
        this.progress = progress;
        this.loop = new OpenLoop(product.address());
    }

    /**
     * One rate.
     *
     * @param behind seconds after the last answer until all leads were final; negative when they never were
     */
    record Point(int rate, double speed, Answers answers, double behind, PhaseCpu cpu) {

        /** Whether all were accepted in time and the leads followed. */
        boolean isSustained() {
            return answers.others().isEmpty()
                    && answers.acceptedPerSecond() >= rate * KEPT
                    && answers.latencies().p99().orElse(Double.MAX_VALUE) < IN_TIME_MILLIS
                    && behind >= 0
                    && behind < KEEPS_UP_SECONDS;
        }
    }

    /** Sends the batch at this rate and waits until the product has worked everything off. */
    Point send(Clients.Batch batch, int rate, Watch watch) throws InterruptedException, SQLException {
        Instant now = Instant.now();
        List<byte[]> requests = batch.events().stream()
                .map(event -> webhooks.request(event, now))
                .toList();
        double speed = calibration.measure();
        CpuUse before = cpu();
        Schedule schedule = Schedule.soon(rate);
        watch.begin(schedule);
        Answers answers = loop.send(requests, schedule);
        CpuUse used = cpu().since(before);
        long answered = System.nanoTime();
        answers.acceptedRequests().mapToObj(batch.contacts()::get).forEach(truth::add);
        downstream.awaitRows(backlog.present());
        OptionalLong leads = downstream.awaitLeads(truth.leads());
        double behind = leads.isEmpty() ? -1 : (leads.getAsLong() - answered) / NANOS_PER_SECOND;
        progress.say(String.format(
                Locale.ROOT,
                "%d webhooks/s: %.0f/s accepted in %s%s; leads final %s",
                rate,
                answers.acceptedPerSecond(),
                answers.latencies().shown(),
                answers.others().isEmpty() ? "" : ", refused " + answers.others(),
                leads.isEmpty() ? "never" : String.format(Locale.ROOT, "%.1f s later", behind)));
        return new Point(rate, speed, answers, behind, new PhaseCpu(rate + "/s", used, requests.size()));
    }

    private CpuUse cpu() {
        return product.cpu().plus(CpuClock.threadsOf(ProcessHandle.current().pid(), thread -> LOAD));
    }

    /** Told when a schedule is set, before the first request is due. */
    interface Watch {

        Watch NOBODY = schedule -> {};

        void begin(Schedule schedule);
    }
}
