package io.tradetracker.core.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The figures of a run. Amounts are in the instrument's currency; a figure that does not exist is NaN. Immutable.
 *
 * @param from open time of the first candle, UTC
 * @param to close time of the last candle, UTC
 * @param candles how many there were
 * @param cash what the account started with
 * @param finalEquity cash and the open position at the last close
 * @param returnPercent gain on the starting cash
 * @param buyAndHoldPercent gain of the price from first open to last close
 * @param cagrPercent compound annual growth, a year being 365.25 days; NaN when equity is gone
 * @param volatilityPercent annualised standard deviation of daily returns
 * @param sharpe annualised mean over standard deviation of daily returns, risk-free rate 0
 * @param maxDrawdownPercent deepest fall from a peak, of the peak, at candle closes
 * @param exposurePercent share of candles at whose close a position was open
 * @param fills how many executions
 * @param roundTrips how many positions were closed
 * @param winRatePercent share of round trips that made a profit after fees
 * @param profitFactor profits of winners over losses of losers
 * @param expectancy mean profit of a round trip
 * @param commission fees paid
 * @param spreadAndSlippage what fills were worse than the candle's price
 * @param openQuantity units still held at the end: above zero long, below short
 * @param annualisation how yearly figures were made, as a sentence
 */
public record PerformanceReport(
        Instant from,
        Instant to,
        int candles,
        double cash,
        double finalEquity,
        double returnPercent,
        double buyAndHoldPercent,
        double cagrPercent,
        double volatilityPercent,
        double sharpe,
        double maxDrawdownPercent,
        double exposurePercent,
        int fills,
        int roundTrips,
        double winRatePercent,
        double profitFactor,
        double expectancy,
        double commission,
        double spreadAndSlippage,
        double openQuantity,
        String annualisation) {
    private static final double YEAR_MILLIS = 365.25 * 86_400_000;

    /**
     * {@return the figures of a run}
     *
     * @param run what happened
     * @param trips its round trips
     */
    public static PerformanceReport of(RunSummary run, List<RoundTrip> trips) {
        EquityFigures equity = EquityFigures.of(run.curve(), run.cash());
        double wins =
                trips.stream().mapToDouble(RoundTrip::profit).filter(p -> p > 0).sum();
        double losses = -trips.stream()
                .mapToDouble(RoundTrip::profit)
                .filter(p -> p < 0)
                .sum();
        long winners = trips.stream().filter(trip -> trip.profit() > 0).count();
        return new PerformanceReport(
                run.from(),
                run.to(),
                run.curve().size(),
                run.cash(),
                run.finalEquity(),
                100 * (run.finalEquity() / run.cash() - 1),
                run.buyAndHoldPercent(),
                cagrPercent(run),
                equity.volatilityPercent(),
                equity.sharpe(),
                equity.maxDrawdownPercent(),
                100.0 * run.candlesInPosition() / run.curve().size(),
                run.fills(),
                trips.size(),
                trips.isEmpty() ? Double.NaN : 100.0 * winners / trips.size(),
                losses == 0 ? Double.NaN : wins / losses,
                trips.stream().mapToDouble(RoundTrip::profit).average().orElse(Double.NaN),
                run.commission(),
                run.spreadAndSlippage(),
                run.openQuantity(),
                annualisation(equity.daysPerYear()));
    }

    private static double cagrPercent(RunSummary run) {
        double years = Duration.between(run.from(), run.to()).toMillis() / YEAR_MILLIS;
        double growth = Math.pow(run.finalEquity() / run.cash(), 1 / years);
        return run.finalEquity() > 0 && Double.isFinite(growth) ? 100 * (growth - 1) : Double.NaN;
    }

    private static String annualisation(double daysPerYear) {
        return Double.isNaN(daysPerYear)
                ? "none: fewer than 3 days"
                : String.format(Locale.ROOT, "daily returns (UTC days), %.2f observed days a year", daysPerYear);
    }

    /** {@return a table for people, one figure a line} */
    @Override
    public String toString() {
        return new ReportTable()
                .line("Period", from + " to " + to + ", " + candles + " candles")
                .money("Cash at start", cash)
                .money("Final equity", finalEquity)
                .percent("Return", returnPercent)
                .percent("Buy and hold", buyAndHoldPercent)
                .percent("CAGR", cagrPercent)
                .percent("Volatility", volatilityPercent)
                .number("Sharpe ratio", sharpe)
                .percent("Maximum drawdown", maxDrawdownPercent)
                .percent("Exposure", exposurePercent)
                .line("Fills", Integer.toString(fills))
                .line("Round trips", Integer.toString(roundTrips))
                .percent("Win rate", winRatePercent)
                .number("Profit factor", profitFactor)
                .money("Expectancy", expectancy)
                .money("Commission", commission)
                .money("Spread, slippage", spreadAndSlippage)
                .number("Open position", openQuantity)
                .line("Annualisation", annualisation)
                .toString();
    }
}
