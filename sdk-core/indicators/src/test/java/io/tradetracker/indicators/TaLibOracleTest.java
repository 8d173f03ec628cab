package io.tradetracker.indicators;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.indicators.Columns.assertClose;
import static io.tradetracker.indicators.Samples.closes;
import static io.tradetracker.indicators.Samples.highs;
import static io.tradetracker.indicators.Samples.lows;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.indicator.Macd;
import io.tradetracker.api.market.CandleSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("series")
final class TaLibOracleTest {
    private final TaLib taLib = new TaLib();

    @Parameter
    private CandleSeries series;

    static Stream<CandleSeries> series() {
        return Samples.all();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 50, 200})
    void smaEqualsTaLib(int period) {
        assertClose(Recording.of(series, in -> in.sma(CLOSE, period)), taLib.sma(closes(series), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 12, 26, 200})
    void emaEqualsTaLib(int period) {
        assertClose(Recording.of(series, in -> in.ema(CLOSE, period)), taLib.ema(closes(series), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 14, 100})
    void rsiEqualsTaLib(int period) {
        assertClose(Recording.of(series, in -> in.rsi(CLOSE, period)), taLib.rsi(closes(series), period));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 14, 100})
    void atrEqualsTaLib(int period) {
        assertClose(
                Recording.of(series, in -> in.atr(period)),
                taLib.atr(highs(series), lows(series), closes(series), period));
    }

    @ParameterizedTest
    @CsvSource({"12,26,9", "3,10,16", "2,3,2", "5,50,20"})
    void macdEqualsTaLibFromWhereTaLibBegins(int fast, int slow, int signal) {
        double[] closes = closes(series);
        List<double[]> actual = Recording.ofAll(series, in -> {
            Macd macd = in.macd(CLOSE, fast, slow, signal);
            return List.of(macd.line(), macd.signal(), macd.histogram());
        });

        // TA-Lib withholds the line until there is a signal.
        Arrays.fill(actual.getFirst(), 0, slow + signal - 2, Double.NaN);
        assertClose(actual, taLib.macd(closes, fast, slow, signal), largest(closes));
    }

    @ParameterizedTest
    @CsvSource({"20,2", "5,1.5", "100,3"})
    void bollingerEqualsTaLibWhereTaLibIsAccurate(int period, double factor) {
        List<double[]> actual = Recording.ofAll(series, in -> {
            Bands bands = in.bollinger(CLOSE, period, factor);
            return List.of(bands.upper(), bands.middle(), bands.lower());
        });

        List<double[]> expected = taLib.bollinger(closes(series), period, factor);
        forgetNarrowBands(expected, actual);
        assertClose(actual, expected, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20, 64, 65, 600})
    void highestAndLowestEqualTaLib(int period) {
        assertClose(Recording.of(series, in -> in.highest(CLOSE, period)), taLib.highest(closes(series), period));
        assertClose(Recording.of(series, in -> in.lowest(CLOSE, period)), taLib.lowest(closes(series), period));
    }

    // TA-Lib subtracts the squared mean from the mean square, which leaves nothing of a deviation far below the mean.
    private static void forgetNarrowBands(List<double[]> expected, List<double[]> actual) {
        for (int i = 0; i < actual.getFirst().length; i++) {
            double middle = actual.get(1)[i];
            if (actual.getFirst()[i] - middle < 1e-4 * middle) {
                expected.getFirst()[i] = actual.getFirst()[i];
                expected.get(2)[i] = actual.get(2)[i];
            }
        }
    }

    private static double largest(double[] values) {
        return DoubleStream.of(values).max().orElseThrow();
    }
}
