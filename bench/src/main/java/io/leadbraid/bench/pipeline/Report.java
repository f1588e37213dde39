package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.measure.Medians;
import io.leadbraid.bench.measure.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was reached, beside the aims and the baselines. */
record Report(
        List<Round> rounds,
        List<Intake.Point> points,
        List<Watching.Watched> watched,
        List<PhaseCpu> cpu,
        double newShare,
        int naiveApart,
        boolean complete) {

    private static final double AIM_ROWS = 8_000;
    private static final double AIM_TIMES_NAIVE = 2;
    private static final double AIM_INTAKE_MILLIS = 50;
    private static final double AIM_LEAD_MILLIS = 500;

    String text() {
        return String.join(
                System.lineSeparator(),
                "",
                "Reached (medians of " + rounds.size() + " interleaved rounds; machine " + whole(median(Round::speed))
                        + " Msteps/s)",
                reached(),
                "Rounds, events a second",
                roundTable(),
                "Webhooks, open loop, times from the scheduled moment; the load shares the cores",
                intakeTable(),
                "From post to lead, seen from outside in the database",
                watchedTable(),
                "Where processor time goes, microseconds an event",
                CpuTable.text(cpu),
                notes());
    }

    private String reached() {
        TextTable table = new TextTable("", "reached", "aim", "");
        atAim().ifPresent(point -> {
            double p99 = point.answers().latencies().p99().orElse(Double.MAX_VALUE);
            table.row(
                    "webhooks accepted/s",
                    whole(point.answers().acceptedPerSecond()),
                    whole(Extent.AIM),
                    verdict(point.answers().acceptedPerSecond() >= Extent.AIM * Intake.KEPT));
            table.row(
                    "  p50 / p99",
                    point.answers().latencies().shown(),
                    "p99 < 50 ms",
                    verdict(p99 < AIM_INTAKE_MILLIS));
        });
        double rows = median(Round::rows);
        table.row("Kafka to committed rows, events/s", whole(rows), whole(AIM_ROWS), verdict(rows >= AIM_ROWS));
        table.row("Kafka to final leads, events/s", whole(median(Round::leads)), "", "");
        Watching.Watched steady = watched.getFirst();
        double toLead = steady.seen().toLead().p99().orElse(Double.MAX_VALUE);
        table.row(
                "post to lead at " + steady.point().rate() + "/s, p50 / p99",
                steady.seen().toLead().shown(),
                "p99 < 500 ms",
                verdict(toLead < AIM_LEAD_MILLIS));
        table.row("post to merged, p50 / p99", steady.seen().toMerged().shown(), "", "");
        double timesNaive = median(round -> round.rows() / round.naive());
        table.row(
                "rows: product / naive service",
                times(timesNaive),
                times(AIM_TIMES_NAIVE),
                verdict(timesNaive >= AIM_TIMES_NAIVE));
        table.row(
                "final leads: product / naive service", times(median(round -> round.leads() / round.naive())), "", "");
        table.row("rows: product / pass-through", times(median(round -> round.rows() / round.passThrough())), "", "");
        return table.text();
    }

    private String roundTable() {
        TextTable table = new TextTable(
                "round",
                "machine",
                "product: rows",
                "product: leads",
                "naive",
                "pass-through",
                "rows/naive",
                "leads/naive");
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            table.row(
                    Integer.toString(i + 1),
                    whole(round.speed()),
                    whole(round.rows()),
                    whole(round.leads()),
                    whole(round.naive()),
                    whole(round.passThrough()),
                    times(round.rows() / round.naive()),
                    times(round.leads() / round.naive()));
        }
        return table.text();
    }

    private String intakeTable() {
        TextTable table = new TextTable(
                "rate", "machine", "accepted/s", "p50 / p99", "refused or failed", "connections", "leads final");
        points.forEach(point -> table.row(intakeCells(point)));
        return table.text();
    }

    private static String[] intakeCells(Intake.Point point) {
        return new String[] {
            point.rate() + "/s",
            whole(point.speed()),
            whole(point.answers().acceptedPerSecond()),
            point.answers().latencies().shown(),
            point.answers().others().isEmpty()
                    ? "none"
                    : point.answers().others().toString(),
            Integer.toString(point.answers().opened()),
            point.behind() < 0 ? "never" : String.format(Locale.ROOT, "%.1f s after", point.behind())
        };
    }

    private String watchedTable() {
        TextTable table = new TextTable(
                "rate",
                "machine",
                "post to lead p50 / p99",
                "seen",
                "post to merged p50 / p99",
                "seen",
                "missed",
                "own timer, post to lead");
        watched.stream()
                .distinct()
                .forEach(each -> table.row(
                        each.point().rate() + "/s",
                        whole(each.point().speed()),
                        each.seen().toLead().shown(),
                        Integer.toString(each.seen().toLead().count()),
                        each.seen().toMerged().shown(),
                        Integer.toString(each.seen().toMerged().count()),
                        Integer.toString(each.seen().missing()),
                        each.ownShown()));
        return table.text();
    }

    private String notes() {
        return String.format(
                Locale.ROOT,
                "%.0f %% of events said something new of their source. Leads at the end: %s. The naive service left %d leads apart.",
                newShare * 100,
                complete ? "as the truth of the stream says" : "NOT as the truth of the stream says",
                naiveApart);
    }

    private Optional<Intake.Point> atAim() {
        return points.stream().filter(point -> point.rate() == Extent.AIM).findFirst();
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Medians.of(rounds.stream().map(figure::applyAsDouble).toList());
    }

    private static String verdict(boolean reached) {
        return reached ? "reached" : "missed";
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f x", ratio);
    }
}
