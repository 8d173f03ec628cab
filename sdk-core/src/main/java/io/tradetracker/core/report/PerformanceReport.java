package io.tradetracker.core.report;

import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.risk.RuleName;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of a run. A figure that does not exist is NaN. Immutable. */
public final class PerformanceReport {
    private final Instant from;
    private final Instant to;
    private final double daysPerYear;
    private final Map<Statistic, Double> values;
    private final List<Drawdown> drawdowns;
    private final Map<RuleName, Integer> refusedByRule;

    private PerformanceReport(
            RunOutcome run, double daysPerYear, Map<Statistic, Double> values, List<Drawdown> drawdowns) {
        from = run.curve().time(0);
        to = run.curve().closeTime(run.curve().size() - 1);
        this.daysPerYear = daysPerYear;
        this.values = Collections.unmodifiableMap(values);
        this.drawdowns = drawdowns;
        refusedByRule = refusedByRule(run.broker().refusedChecks());
    }

    /**
     * {@return the figures of a run}
     *
     * @param run what happened
     * @param trips its round trips
     * @param wanted which figures; the others do not exist
     */
    public static PerformanceReport of(RunOutcome run, List<RoundTrip> trips, Set<Statistic> wanted) {
        DailyReturns returns = DailyReturns.of(run.curve(), run.candles());
        double days = Double.isNaN(run.daysPerYear()) ? returns.observedDaysPerYear() : run.daysPerYear();
        Drawdowns drawdowns = Drawdowns.of(run.curve(), run.cash());
        Map<Statistic, Double> values = new EnumMap<>(Statistic.class);
        AccountFigures.put(values, run, returns, drawdowns, days);
        RiskFigures.put(values, run, returns, drawdowns, days);
        TradingFigures.put(values, run, trips);
        if (wanted.contains(Statistic.CANDLE_BETA) || wanted.contains(Statistic.CANDLE_ALPHA)) {
            RiskFigures.putCandleBenchmark(values, run);
        }
        if (wanted.contains(Statistic.CANDLE_EXPOSURE)) {
            TradingFigures.putCandleExposure(values, run, trips);
        }
        values.keySet().retainAll(wanted);
        return new PerformanceReport(run, days, values, drawdowns.all());
    }

    /** {@return a figure; NaN when it does not exist} */
    public double get(Statistic statistic) {
        return values.getOrDefault(statistic, Double.NaN);
    }

    /** {@return a figure as people read it; a dash when it does not exist} */
    public String format(Statistic statistic) {
        return ReportTable.format(statistic, get(statistic));
    }

    /** {@return all figures, in the order of {@link Statistic}} */
    public Map<Statistic, Double> values() {
        return values;
    }

    /** {@return open time of the first candle, UTC} */
    public Instant from() {
        return from;
    }

    /** {@return close time of the last candle, UTC} */
    public Instant to() {
        return to;
    }

    /** {@return every fall from a peak, oldest first} */
    public List<Drawdown> drawdowns() {
        return drawdowns;
    }

    /** {@return how many orders each order rule refused, in the order of their names; empty when none did} */
    public Map<RuleName, Integer> refusedByRule() {
        return refusedByRule;
    }

    private static Map<RuleName, Integer> refusedByRule(List<RefusedCheck> checks) {
        Map<RuleName, Integer> counts = new TreeMap<>(Comparator.comparing(RuleName::name));
        checks.forEach(check -> counts.merge(check.refusal().rule(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** {@return cash and the open positions at the last close} */
    public double finalEquity() {
        return get(Statistic.FINAL_EQUITY);
    }

    /** {@return gain on the starting cash, in percent} */
    public double returnPercent() {
        return get(Statistic.RETURN);
    }

    /** {@return annualised mean over standard deviation of daily returns} */
    public double sharpe() {
        return get(Statistic.SHARPE);
    }

    /** {@return deepest fall from a peak, in percent of the peak} */
    public double maxDrawdownPercent() {
        return get(Statistic.MAX_DRAWDOWN);
    }

    /**
     * {@return how many executions}
     *
     * @throws IllegalStateException when the report was made without that figure
     */
    public int fills() {
        return count(Statistic.FILLS);
    }

    /**
     * {@return how many positions were closed}
     *
     * @throws IllegalStateException when the report was made without that figure
     */
    public int roundTrips() {
        return count(Statistic.ROUND_TRIPS);
    }

    private int count(Statistic statistic) {
        double number = get(statistic);
        if (Double.isNaN(number)) {
            throw new IllegalStateException(
                    "the report was made without " + statistic + "; add it to figures(...) of the backtest");
        }
        return (int) number;
    }

    /** {@return share of round trips that made a profit, in percent} */
    public double winRatePercent() {
        return get(Statistic.WIN_RATE);
    }

    /** {@return profits of winners over losses of losers} */
    public double profitFactor() {
        return get(Statistic.PROFIT_FACTOR);
    }

    /** {@return how yearly figures were made, as a sentence} */
    public String annualisation() {
        return Double.isNaN(daysPerYear)
                ? "none: fewer than 3 days"
                : String.format(Locale.ROOT, "daily returns (UTC days), %.2f days a year", daysPerYear);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PerformanceReport that
                && from.equals(that.from)
                && to.equals(that.to)
                && values.equals(that.values)
                && refusedByRule.equals(that.refusedByRule)
                && drawdowns.equals(that.drawdowns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to, values);
    }

    /** {@return a table for people, one figure a line} */
    @Override
    public String toString() {
        return ReportTable.of(this);
    }
}
