package io.tradetracker.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.PositionSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight days of a price, two round trips, and figures worked out by hand. */
final class ReportTest {
    private static final double[] CLOSES = {100, 110, 99, 108.9, 120, 114, 102.6, 112.86};
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final BacktestResult result = run(Map.of(
            0, Decision.enter(OrderSide.BUY).tag("first"),
            2, Decision.exit(),
            4, Decision.enter(OrderSide.SELL),
            6, Decision.exit()));

    /** Each candle opens where the one before closed, and reaches 1 beyond both. */
    private static BacktestResult run(Map<Integer, Decision> script) {
        CandleSeries.Builder candles = CandleSeries.builder(Instrument.of("X"), Timeframe.D1);
        double open = CLOSES[0];
        for (int i = 0; i < CLOSES.length; i++) {
            double high = Math.max(open, CLOSES[i]) + 1;
            double low = Math.min(open, CLOSES[i]) - 1;
            candles.add(START.toEpochMilli() + i * Timeframe.D1.millis(), open, high, low, CLOSES[i], 1);
            open = CLOSES[i];
        }
        int[] candle = {0};
        return TradeTracker.create()
                .backtest()
                .candles(candles.build())
                .cash(1_000)
                .costs(Costs.NONE.withCommission(Commission.perFill(1)))
                .strategy(context -> view -> script.getOrDefault(candle[0]++, Decision.hold()))
                .report(RoundTripMethod.FLAT_TO_FLAT, 252)
                .run();
    }

    @Test
    void listsRoundTripsWithTheirExcursions() {
        assertThat(result.roundTrips()).hasSize(2);
        RoundTrip first = result.roundTrips().getFirst();
        assertThat(first.side()).isEqualTo(PositionSide.LONG);
        assertThat(first.entryTime()).isEqualTo("2024-01-02T00:00:00Z");
        assertThat(first.entryPrice()).isEqualTo(100);
        assertThat(first.exitTime()).isEqualTo("2024-01-04T00:00:00Z");
        assertThat(first.exitPrice()).isEqualTo(99);
        assertThat(first.profit()).isEqualTo(-3);
        assertThat(first.fees()).isEqualTo(2);
        assertThat(first.returnPercent()).isEqualTo(-3);
        assertThat(first.maePercent()).isEqualTo(-2);
        assertThat(first.mfePercent()).isEqualTo(11);
        assertThat(first.entryTag()).isEqualTo("first");
        assertThat(first.exitReason()).isEqualTo(FillReason.EXIT);
        assertThat(result.roundTrips().getLast().profit()).isCloseTo(120 - 102.6 - 2, within(1e-9));
    }

    // equity: 1000, 1009, 998, 997, 997, 1002 (short from 120, fee 1), 1013.4, 1012.4
    @ParameterizedTest
    @CsvSource(textBlock = """
            CASH,                1000
            FINAL_EQUITY,        1012.4
            PEAK_EQUITY,         1013.4
            RETURN,              1.24
            BUY_AND_HOLD,        12.86
            EXPOSURE,            50
            FILLS,               4
            ROUND_TRIPS,         2
            WIN_RATE,            50
            PROFIT_FACTOR,       5.133333333333333
            EXPECTANCY,          6.2
            AVERAGE_WIN,         15.4
            AVERAGE_LOSS,        -3
            PAYOFF_RATIO,        5.133333333333333
            KELLY,               0.4025974025974026
            LONGEST_WIN_STREAK,  1
            LONGEST_LOSS_STREAK, 1
            BEST_TRIP,           12.833333333333334
            WORST_TRIP,          -3
            EXPECTANCY_PERCENT,  4.916666666666667
            RETURN_PROFIT_FACTOR, 4.277777777777778
            SQN,                 0.673913043478261
            AVERAGE_TRIP_LENGTH, 2
            LONGEST_TRIP,        2
            COMMISSION,          4
            ALL_COSTS,           4
            MAX_DRAWDOWN,        1.189296333002973
            MAX_DRAWDOWN_AMOUNT, 12
            LONGEST_DRAWDOWN,    5
            OPEN_QUANTITY,       0
            REJECTIONS,          0
            AMBIGUOUS_CANDLES,   0
            """)
    void equalsWhatWasWorkedOutByHand(Statistic statistic, double expected) {
        assertThat(result.report().get(statistic)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void annualisesAsStated() {
        double[] equity = {1000, 1009, 998, 997, 997, 1002, 1013.4, 1012.4};
        double[] r = new double[7];
        double sum = 0;
        double logs = 0;
        double down = 0;
        for (int i = 0; i < 7; i++) {
            r[i] = equity[i + 1] / equity[i] - 1;
            sum += r[i];
            logs += Math.log(1 + r[i]);
            down += Math.min(r[i], 0) * Math.min(r[i], 0);
        }
        double mean = sum / 7;
        double squares = 0;
        for (double each : r) {
            squares += (each - mean) * (each - mean);
        }
        double deviation = Math.sqrt(squares / 6);
        // the first of the eight days returned nothing
        double growth = Math.exp(logs / 8);
        double annual = Math.pow(growth, 252) - 1;
        double compound = Math.sqrt(Math.pow(deviation * deviation + growth * growth, 252) - Math.pow(growth, 2 * 252));

        assertFigure(Statistic.VOLATILITY, 100 * deviation * Math.sqrt(252));
        assertFigure(Statistic.SHARPE, mean / deviation * Math.sqrt(252));
        assertFigure(Statistic.SORTINO, mean / Math.sqrt(down / 7) * Math.sqrt(252));
        assertFigure(Statistic.ANNUAL_RETURN, 100 * annual);
        assertFigure(Statistic.COMPOUND_VOLATILITY, 100 * compound);
        assertFigure(Statistic.COMPOUND_SHARPE, annual / compound);
        assertFigure(Statistic.COMPOUND_SORTINO, annual / (Math.sqrt(down / 7) * Math.sqrt(252)));
        assertFigure(Statistic.COMPOUND_CALMAR, 100 * annual / 1.189296333002973);
        assertThat(result.report().annualisation()).isEqualTo("daily returns (UTC days), 252.00 days a year");
    }

    private void assertFigure(Statistic statistic, double expected) {
        assertThat(result.report().get(statistic)).as(statistic.id()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void findsEveryFallFromAPeak() {
        assertThat(result.report().drawdowns()).hasSize(2);
        Drawdown first = result.report().drawdowns().getFirst();
        assertThat(first.peakTime()).isEqualTo("2024-01-03T00:00:00Z");
        assertThat(first.troughTime()).isEqualTo("2024-01-05T00:00:00Z");
        assertThat(first.recoveryTime()).isEqualTo("2024-01-08T00:00:00Z");
        assertThat(result.report().drawdowns().getLast().recoveryTime()).isNull();
    }

    @Test
    void hasNoFigureWhereThereIsNothingToCount() {
        PerformanceReport nothing = run(Map.of()).report();

        assertThat(nothing.get(Statistic.WIN_RATE)).isNaN();
        assertThat(nothing.get(Statistic.SHARPE)).isNaN();
        assertThat(nothing.get(Statistic.PROFIT_FACTOR)).isNaN();
        assertThat(nothing.get(Statistic.MAX_DRAWDOWN)).isZero();
        assertThat(nothing.toString()).contains("Win rate          –").contains("Final equity      1,000.00");
    }

    @Test
    void namesEachFigureOnce() {
        assertThat(Statistic.values()).extracting(Statistic::id).doesNotHaveDuplicates();
        assertThat(Statistic.values())
                .allSatisfy(each -> assertThat(result.report().values()).containsKey(each));
    }
}
