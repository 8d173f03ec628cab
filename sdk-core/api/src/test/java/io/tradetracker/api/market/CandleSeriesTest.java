package io.tradetracker.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CandleSeriesTest {
    private static final Instrument INSTRUMENT = Instrument.of("US500");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    NaN, 2, 1, 1, 0,       every number must be finite
                    1, Infinity, 1, 1, 0,  every number must be finite
                    1, 2, -Infinity, 1, 0, every number must be finite
                    1, 2, 1, 1, NaN,       every number must be finite
                    1, 1, 1, 2, 0,         high 1.0 is below open 1.0 or close 2.0
                    3, 2, 1, 1, 0,         high 2.0 is below open 3.0 or close 1.0
                    1, 2, 1.5, 2, 0,       low 1.5 is above open 1.0 or close 2.0
                    1, 2, 1, 1, -1,        volume -1.0 is negative
                    """)
    void refusesNumbersThatMakeNoCandle(double o, double h, double l, double c, double v, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().add(0, o, h, l, c, v))
                .withMessageStartingWith("candle at 1970-01-01T00:00:00Z: " + fault);
        assertThatIllegalArgumentException().isThrownBy(() -> new Candle(Instant.EPOCH, o, h, l, c, v));
    }

    @Test
    void takesLargeNumbersThatAreFinite() {
        assertThat(builder().add(0, 1e308, 1e308, 1e308, 1e308, 1e308).build().close(0))
                .isEqualTo(1e308);
    }

    @Test
    void refusesTimesThatDoNotRise() {
        CandleSeries.Builder builder = builder().add(60_000, 1, 1, 1, 1, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(60_000, 1, 1, 1, 1, 0))
                .withMessage("candle at 1970-01-01T00:01:00Z: its time is not after the candle before,"
                        + " 1970-01-01T00:01:00Z");
        assertThat(builder.build().size()).isEqualTo(1);
    }

    @Test
    void keepsEveryColumnWhileItGrows() {
        CandleSeries series = rising(1_000);

        assertThat(series.size()).isEqualTo(1_000);
        assertThat(series.candle(999))
                .isEqualTo(new Candle(Instant.ofEpochMilli(999 * 60_000L), 999, 1_001, 998, 1_000, 5));
    }

    @Test
    void doesNotChangeWhenItsBuilderGoesOn() {
        CandleSeries.Builder builder = builder().add(0, 1, 1, 1, 1, 0);
        CandleSeries first = builder.build();
        builder.add(60_000, 2, 2, 2, 2, 0);

        assertThat(first.size()).isEqualTo(1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> first.close(1));
    }

    @Test
    void cutsAPart() {
        assertThat(rising(10).slice(2, 4))
                .isEqualTo(CandleSeries.of(
                        INSTRUMENT,
                        Timeframe.M1,
                        List.of(rising(10).candle(2), rising(10).candle(3))));
        assertThat(rising(10).slice(10, 10).size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 11", "5, 3", "11, 11"})
    void refusesARangeThatIsNotWithinTheSeries(int from, int to) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> rising(10).slice(from, to));
    }

    private static CandleSeries rising(int size) {
        CandleSeries.Builder builder = builder();
        for (int i = 0; i < size; i++) {
            builder.add(i * 60_000L, i, i + 2, i - 1, i + 1, 5);
        }
        return builder.build();
    }

    private static CandleSeries.Builder builder() {
        return CandleSeries.builder(INSTRUMENT, Timeframe.M1);
    }
}
