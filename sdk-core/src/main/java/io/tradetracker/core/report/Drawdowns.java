package io.tradetracker.core.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the falls of an equity curve. Used by one thread. */
final class Drawdowns {
    // a sum of money that is paid out may differ in its last binary digit from what it was worth before
    private static final double NOISE = 1e-12;

    private final EquityCurve curve;
    private final List<Drawdown> found = new ArrayList<>();
    private double peak;
    private Instant peakTime;
    private double trough;
    private int troughAt = -1;
    private double squares;

    private Drawdowns(EquityCurve curve, double cash) {
        this.curve = curve;
        peak = cash;
        trough = cash;
        peakTime = curve.time(0);
    }

    static Drawdowns of(EquityCurve curve, double cash) {
        Drawdowns drawdowns = new Drawdowns(curve, cash);
        for (int i = 0; i < curve.size(); i++) {
            drawdowns.add(i);
        }
        if (drawdowns.troughAt >= 0) {
            drawdowns.finish(null, curve.closeTime(curve.size() - 1));
        }
        return drawdowns;
    }

    private void add(int i) {
        double equity = curve.equity(i);
        if (equity >= peak - Math.abs(peak) * NOISE) {
            if (troughAt >= 0) {
                finish(curve.closeTime(i), curve.closeTime(i));
            }
            peak = Math.max(peak, equity);
            peakTime = curve.closeTime(i);
            return;
        }
        if (troughAt < 0 || equity < trough) {
            trough = equity;
            troughAt = i;
        }
        double depth = (peak - equity) / peak;
        squares += depth * depth;
    }

    private void finish(@Nullable Instant recovery, Instant end) {
        found.add(new Drawdown(
                peakTime, curve.closeTime(troughAt), recovery, end, 100 * (peak - trough) / peak, peak - trough));
        troughAt = -1;
    }

    /** {@return all, oldest first} */
    List<Drawdown> all() {
        return List.copyOf(found);
    }

    double maxPercent() {
        return found.stream().mapToDouble(Drawdown::depthPercent).max().orElse(0);
    }

    double maxAmount() {
        return found.stream().mapToDouble(Drawdown::amount).max().orElse(0);
    }

    double ulcerIndex() {
        return 100 * Math.sqrt(squares / curve.size());
    }
}
