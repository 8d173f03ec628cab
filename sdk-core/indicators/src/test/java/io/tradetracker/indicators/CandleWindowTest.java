package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CandleWindowTest {
    private final CandleWindow window = new CandleWindow(Timeframe.M1);
    private final IndicatorPipeline pipeline = new IndicatorPipeline(window);
    private final Indicator mean = pipeline.sma(CLOSE, 2);

    @Test
    void countsBackwardsFromTheLastCandle() {
        push(3);

        assertThat(window.size()).isEqualTo(3);
        assertThat(window.candle(0)).isEqualTo(new Candle(Instant.ofEpochMilli(180_000), 3, 3.5, 2.5, 3.25, 30));
        assertThat(window.close(2)).isEqualTo(1.25);
    }

    @Test
    void keepsTheLastCandlesOfItsHistoryOnly() {
        push(5 * Candles.HISTORY + 7);

        int last = 5 * Candles.HISTORY + 7;
        assertThat(window.size()).isEqualTo(Candles.HISTORY);
        for (int ago = 0; ago < Candles.HISTORY; ago++) {
            assertThat(window.timeMillis(ago)).isEqualTo((last - ago) * 60_000L);
            assertThat(window.open(ago)).isEqualTo(last - ago);
            assertThat(mean.value(ago)).isEqualTo(last - ago + 0.25 - 0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 511, 512, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesToReadACandleThatIsNotThere(int ago) {
        push(3);

        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> window.close(ago))
                .withMessageContaining("candle " + ago)
                .withMessageContaining("0 to 2");
    }

    @Test
    void saysThatNoCandleHasClosedYet() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(window::close)
                .withMessageContaining("none has closed yet");
        assertThat(window).hasToString("no M1 candle");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 512, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesAValueBeyondTheHistory(int ago) {
        push(1_000);

        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> mean.value(ago))
                .withMessageContaining("sma(CLOSE,2)")
                .withMessageContaining(ago + " candles ago")
                .withMessageContaining("0 to 511");
    }

    @Test
    void hasNoValueForCandlesThatDoNotExistYet() {
        push(3);

        assertThat(mean.value(1)).isEqualTo(1.75);
        assertThat(mean.value(2)).isNaN();
        assertThat(mean.value(3)).isNaN();
        assertThat(mean.value(511)).isNaN();
    }

    private void push(int candles) {
        pipeline.seal();
        for (int i = 1; i <= candles; i++) {
            window.push(i * 60_000L, i, i + 0.5, i - 0.5, i + 0.25, i * 10);
            pipeline.update();
        }
    }
}
