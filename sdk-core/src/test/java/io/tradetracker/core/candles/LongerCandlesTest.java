package io.tradetracker.core.candles;

import static io.tradetracker.core.candles.Prices.KEY;
import static io.tradetracker.core.candles.Prices.candle;
import static io.tradetracker.core.candles.Prices.minute;
import static io.tradetracker.core.candles.Prices.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LongerCandlesTest {
    private final CandleStore store = new InMemoryCandleStore();

    private CandleSeries read(Timeframe timeframe, long from, long to) {
        return LongerCandles.read(store, KEY, timeframe, minute(from), minute(to));
    }

    @Test
    void joinsTheCandlesOfEachLongerOne() {
        store.write(KEY, minutes(0, 15), Prices.series(List.of(candle(1, 50), candle(3, 40), candle(12, 60))));

        assertThat(read(Timeframe.M5, 0, 15))
                .isEqualTo(CandleSeries.of(
                        Prices.INSTRUMENT,
                        Timeframe.M5,
                        List.of(
                                new Candle(minute(0), 50, 51, 39, 40.25, 14),
                                new Candle(minute(10), 60, 61, 59, 60.25, 7))));
        assertThat(read(Timeframe.M5, 4, 11).size())
                .as("those that open in the range")
                .isEqualTo(1);
    }

    @Test
    void makesNoCandleOfAPart() {
        store.write(KEY, minutes(2, 9), Prices.each(2, 9));

        assertThatThrownBy(() -> read(Timeframe.M5, 0, 10))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CandleError.NOT_COVERED));
        assertThatThrownBy(() -> read(Timeframe.M5, 5, 6))
                .as("its last minute is not known")
                .hasMessageContaining(minutes(9, 10).toString());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> read(Timeframe.of(Duration.ofSeconds(90)), 0, 9))
                .hasMessageContaining("cannot be made of M1 ones");
        assertThatThrownBy(() -> read(Timeframe.H1, 1, 9)).hasMessageContaining("no H1 candle opens");
    }
}
