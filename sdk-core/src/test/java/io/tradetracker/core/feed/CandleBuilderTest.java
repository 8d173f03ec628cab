package io.tradetracker.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CandleBuilderTest {
    private final List<Object> heard = new ArrayList<>();
    private final CandleBuilder builder = new CandleBuilder(Timeframe.M1, new CandleBuilder.CandleListener() {
        @Override
        public void onCandleOpen(Instant time, double open) {
            heard.add(time.getEpochSecond() + " opens at " + open);
        }

        @Override
        public void onCandle(Candle candle) {
            heard.add(candle);
        }
    });

    @Test
    void closesACandleWhenTheFirstPrintOfALaterOneComes() {
        builder.onPrint(60_000, 5, 1);
        builder.onPrint(61_000, 7, 2);
        builder.onPrint(119_999, 4, 3);
        builder.onPrint(240_000, 6, 1);

        assertThat(heard).containsExactly("60 opens at 5.0", candle(60, 5, 7, 4, 4, 6), "240 opens at 6.0");
    }

    @Test
    void closesACandleWhenItsTimeIsOver() {
        builder.onPrint(60_000, 5, 1);
        builder.onTime(119_999);
        assertThat(heard).hasSize(1);

        builder.onTime(120_000);
        builder.onTime(180_000);

        assertThat(heard).containsExactly("60 opens at 5.0", candle(60, 5, 5, 5, 5, 1));
    }

    @Test
    void putsALatePrintIntoTheCandleThatIsOpen() {
        builder.onPrint(120_000, 5, 1);
        builder.onPrint(119_000, 9, 1);
        builder.onTime(180_000);

        assertThat(heard).containsExactly("120 opens at 5.0", candle(120, 5, 9, 5, 9, 2));
    }

    private static Candle candle(long second, double open, double high, double low, double close, double volume) {
        return new Candle(Instant.ofEpochSecond(second), open, high, low, close, volume);
    }
}
