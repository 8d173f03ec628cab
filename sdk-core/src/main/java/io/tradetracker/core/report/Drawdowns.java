package io.tradetracker.core.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Finds the falls of an equity curve, and how high and low it went. Used by one thread. */
final class Drawdowns {
    // a sum of money that is paid out may differ in its last binary digit from what it was worth before
    private static final double NOISE = 1e-12;
    private static final double DAY_MILLIS = 86_400_000;

    private final EquityCurve curve;
    private final List<Drawdown> found = new ArrayList<>();
    private final DoubleSummaryStatistics percents = new DoubleSummaryStatistics();
    private final DoubleSummaryStatistics amounts = new DoubleSummaryStatistics();
    private final DoubleSummaryStatistics days = new DoubleSummaryStatistics();
    private double highest;
    private double lowest;
    private double squares;
    private double peak;
    // −1 for the start, before any candle closed
    private int peakAt = -1;

    private Drawdowns(EquityCurve curve, double cash) {
        this.curve = curve;
        highest = cash;
        lowest = cash;
        peak = cash;
    }

    static Drawdowns of(EquityCurve curve, double cash) {
        Drawdowns drawdowns = new Drawdowns(curve, cash);
        int next = 0;
        while (next < curve.size()) {
            next = drawdowns.fall(drawdowns.rise(next));
        }
        return drawdowns;
    }

    /** {@return the first moment from this one on at which equity is below the peak} */
    private int rise(int from) {
        int i = from;
        while (i < curve.size() && curve.equity(i) >= recovery()) {
            peak = Math.max(peak, curve.equity(i));
            peakAt = i;
            reach(curve.equity(i));
            i++;
        }
        return i;
    }

    /** {@return the first moment from this one on at which equity is back at the peak} */
    private int fall(int from) {
        double recovery = recovery();
        double sum = 0;
        int trough = from;
        int i = from;
        while (i < curve.size() && !(curve.equity(i) >= recovery)) {
            double equity = curve.equity(i);
            trough = equity < curve.equity(trough) ? i : trough;
            double depth = peak - equity;
            sum += depth * depth;
            if (!(equity > lowest)) {
                reach(equity);
            }
            i++;
        }
        squares += sum / (peak * peak);
        if (i > from) {
            add(trough, i);
        }
        return i;
    }

    private double recovery() {
        return peak - Math.abs(peak) * NOISE;
    }

    private void reach(double equity) {
        highest = Math.max(highest, equity);
        lowest = Math.min(lowest, equity);
    }

    private void add(int troughAt, int recoveredAt) {
        double trough = curve.equity(troughAt);
        Instant peakTime = peakAt < 0 ? curve.time(0) : curve.closeTime(peakAt);
        boolean isOver = recoveredAt < curve.size();
        Instant end = curve.closeTime(isOver ? recoveredAt : curve.size() - 1);
        Drawdown drawdown = new Drawdown(
                peakTime,
                curve.closeTime(troughAt),
                isOver ? end : null,
                end,
                100 * (peak - trough) / peak,
                peak - trough);
        found.add(drawdown);
        percents.accept(drawdown.depthPercent());
        amounts.accept(drawdown.amount());
        days.accept(drawdown.length().toMillis() / DAY_MILLIS);
    }

    /** {@return all, oldest first} */
    List<Drawdown> all() {
        return List.copyOf(found);
    }

    /** {@return how deep they were, in percent of their peaks} */
    DoubleSummaryStatistics percents() {
        return percents;
    }

    /** {@return how deep they were, in the account's currency} */
    DoubleSummaryStatistics amounts() {
        return amounts;
    }

    /** {@return how long they were, in days} */
    DoubleSummaryStatistics days() {
        return days;
    }

    /** {@return the highest equity, the cash at the start counted} */
    double highest() {
        return highest;
    }

    /** {@return the lowest equity, the cash at the start counted} */
    double lowest() {
        return lowest;
    }

    double ulcerIndex() {
        return 100 * Math.sqrt(squares / curve.size());
    }
}
