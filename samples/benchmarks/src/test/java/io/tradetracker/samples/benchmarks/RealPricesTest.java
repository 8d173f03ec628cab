package io.tradetracker.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.samples.data.SampleData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ta4j over prices that no {@code double} holds exactly. */
final class RealPricesTest {
    @Test
    void makesTheSameRoundTripsOverTheStockIndex() {
        CandleSeries candles = SampleData.us500Daily();
        for (TradingRules rules : List.of(TradingRules.SMA_CROSS, TradingRules.RSI_REVERSION)) {
            List<RoundTripKey> ours = Lane.BACKTEST.over(candles).run(rules).roundTrips();

            assertThat(times(Lane.TA4J.over(candles).run(rules).roundTrips())).isEqualTo(times(ours));
        }
    }

    @Test
    void differsOnlyWhereTwoMeansAreEqual() {
        CandleSeries candles = SampleData.btcUsdMinutes();
        List<RoundTripKey> theirs =
                Lane.TA4J.over(candles).run(TradingRules.SMA_CROSS).roundTrips();
        List<RoundTripKey> ours =
                Lane.BACKTEST.over(candles).run(TradingRules.SMA_CROSS).roundTrips();

        assertThat(theirs).hasSameSizeAs(ours);
        List<Instant> ties = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            long our = ours.get(i).exitMillis();
            long their = theirs.get(i).exitMillis();
            assertThat(theirs.get(i).entryMillis()).isEqualTo(ours.get(i).entryMillis());
            if (our != their) {
                int decided = indexOf(candles, Math.min(our, their)) - 1;
                assertThat(sum(candles, decided, 10).multiply(BigDecimal.valueOf(3)))
                        .isEqualByComparingTo(sum(candles, decided, 30));
                ties.add(candles.time(decided));
            }
        }
        assertThat(ties).containsExactly(Instant.parse("2013-11-28T10:24:00Z"));
    }

    private static List<String> times(List<RoundTripKey> trips) {
        return trips.stream()
                .map(trip -> trip.entryMillis() + " " + trip.exitMillis())
                .toList();
    }

    private static BigDecimal sum(CandleSeries candles, int last, int period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - period + 1; i <= last; i++) {
            sum = sum.add(BigDecimal.valueOf(candles.close(i)));
        }
        return sum;
    }

    private static int indexOf(CandleSeries candles, long timeMillis) {
        int i = 0;
        while (candles.timeMillis(i) < timeMillis) {
            i++;
        }
        return i;
    }
}
