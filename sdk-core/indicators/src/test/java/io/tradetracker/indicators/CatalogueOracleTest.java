package io.tradetracker.indicators;

import static io.tradetracker.indicators.Columns.assertClose;
import static io.tradetracker.indicators.Samples.closes;
import static io.tradetracker.indicators.Samples.highs;
import static io.tradetracker.indicators.Samples.lows;
import static io.tradetracker.indicators.Samples.volumes;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.tradetracker.api.market.CandleSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Indicators of the catalogue against TA-Lib, on real candles and made markets. */
@ParameterizedClass
@MethodSource("series")
final class CatalogueOracleTest {
    @Parameter
    private CandleSeries series;

    static Stream<CandleSeries> series() {
        return Samples.all();
    }

    static Stream<Arguments> cases() {
        return Stream.of(means(), changes(), ofCandles(), ofVolumes()).flatMap(List::stream);
    }

    private static List<Arguments> means() {
        return List.of(
                of("wma", Map.of("period", 9.0), (t, i) -> t.core.wma(0, t.end, t.close, 9, t.from, t.size, t.out[0])),
                of(
                        "dema",
                        Map.of("period", 9.0),
                        (t, i) -> t.core.dema(0, t.end, t.close, 9, t.from, t.size, t.out[0])),
                of(
                        "tema",
                        Map.of("period", 9.0),
                        (t, i) -> t.core.tema(0, t.end, t.close, 9, t.from, t.size, t.out[0])),
                of(
                        "kama",
                        Map.of("period", 10.0),
                        (t, i) -> t.core.kama(0, t.end, t.close, 10, t.from, t.size, t.out[0])),
                of(
                        "trima",
                        Map.of("period", 20.0),
                        (t, i) -> t.core.trima(0, t.end, t.close, 20, t.from, t.size, t.out[0])),
                of(
                        "trima",
                        Map.of("period", 7.0),
                        (t, i) -> t.core.trima(0, t.end, t.close, 7, t.from, t.size, t.out[0])),
                of(
                        "t3",
                        Map.of("period", 5.0),
                        (t, i) -> t.core.t3(0, t.end, t.close, 5, 0.7, t.from, t.size, t.out[0])));
    }

    private static List<Arguments> changes() {
        return List.of(
                of(
                        "roc",
                        Map.of("period", 10.0),
                        (t, i) -> t.core.roc(0, t.end, t.close, 10, t.from, t.size, t.out[0])),
                of(
                        "momentum",
                        Map.of("period", 10.0),
                        (t, i) -> t.core.mom(0, t.end, t.close, 10, t.from, t.size, t.out[0])),
                of(
                        "cmo",
                        Map.of("period", 14.0),
                        (t, i) -> t.core.cmo(0, t.end, t.close, 14, t.from, t.size, t.out[0])),
                of(
                        "trix",
                        Map.of("period", 15.0),
                        (t, i) -> t.core.trix(0, t.end, t.close, 15, t.from, t.size, t.out[0])),
                of(
                        "linear_regression",
                        Map.of("period", 14.0),
                        (t, i) -> i == 0
                                ? t.core.linearReg(0, t.end, t.close, 14, t.from, t.size, t.out[0])
                                : t.core.linearRegSlope(0, t.end, t.close, 14, t.from, t.size, t.out[0])),
                of(
                        "stoch_rsi",
                        Map.of("smooth", 1.0, "signal", 3.0, "stochastic", 5.0),
                        (t, i) -> t.core.stochRsi(
                                0,
                                t.end,
                                t.close,
                                14,
                                5,
                                3,
                                MAType.Sma,
                                t.from,
                                t.size,
                                t.out[i == 0 ? 0 : 1],
                                t.out[i == 0 ? 1 : 0])));
    }

    private static List<Arguments> ofCandles() {
        return List.of(
                of(
                        "cci",
                        Map.of("period", 20.0),
                        (t, i) -> t.core.cci(0, t.end, t.high, t.low, t.close, 20, t.from, t.size, t.out[0])),
                of(
                        "williams_r",
                        Map.of("period", 14.0),
                        (t, i) -> t.core.willR(0, t.end, t.high, t.low, t.close, 14, t.from, t.size, t.out[0])),
                of(
                        "ultimate_oscillator",
                        Map.of(),
                        (t, i) -> t.core.ultOsc(0, t.end, t.high, t.low, t.close, 7, 14, 28, t.from, t.size, t.out[0])),
                of(
                        "true_range",
                        Map.of(),
                        (t, i) -> t.core.trueRange(0, t.end, t.high, t.low, t.close, t.from, t.size, t.out[0])),
                of(
                        "natr",
                        Map.of("period", 14.0),
                        (t, i) -> t.core.natr(0, t.end, t.high, t.low, t.close, 14, t.from, t.size, t.out[0])),
                of("adx", Map.of("period", 14.0), (t, i) -> switch (i) {
                    case 0 -> t.core.adx(0, t.end, t.high, t.low, t.close, 14, t.from, t.size, t.out[0]);
                    case 1 -> t.core.plusDI(0, t.end, t.high, t.low, t.close, 14, t.from, t.size, t.out[0]);
                    default -> t.core.minusDI(0, t.end, t.high, t.low, t.close, 14, t.from, t.size, t.out[0]);
                }),
                of(
                        "psar",
                        Map.of(),
                        (t, i) -> t.core.sar(0, t.end, t.high, t.low, 0.02, 0.2, t.from, t.size, t.out[0])),
                of("aroon", Map.of("period", 25.0), (t, i) -> switch (i) {
                    case 0 -> t.core.aroon(0, t.end, t.high, t.low, 25, t.from, t.size, t.out[1], t.out[0]);
                    case 1 -> t.core.aroon(0, t.end, t.high, t.low, 25, t.from, t.size, t.out[0], t.out[1]);
                    default -> t.core.aroonOsc(0, t.end, t.high, t.low, 25, t.from, t.size, t.out[0]);
                }),
                of(
                        "stochastic",
                        Map.of("period", 14.0),
                        (t, i) -> t.core.stoch(
                                0,
                                t.end,
                                t.high,
                                t.low,
                                t.close,
                                14,
                                3,
                                MAType.Sma,
                                3,
                                MAType.Sma,
                                t.from,
                                t.size,
                                t.out[i == 0 ? 0 : 1],
                                t.out[i == 0 ? 1 : 0])));
    }

    private static List<Arguments> ofVolumes() {
        return List.of(
                of("obv", Map.of(), (t, i) -> t.core.obv(0, t.end, t.close, t.volume, t.from, t.size, t.out[0])),
                of(
                        "accumulation_distribution",
                        Map.of(),
                        (t, i) -> t.core.ad(0, t.end, t.high, t.low, t.close, t.volume, t.from, t.size, t.out[0])),
                of(
                        "mfi",
                        Map.of("period", 14.0),
                        (t, i) ->
                                t.core.mfi(0, t.end, t.high, t.low, t.close, t.volume, 14, t.from, t.size, t.out[0])));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void equalsTaLib(String id, Map<String, Double> parameters, Call call) {
        List<double[]> actual = Recording.ofAll(
                series, in -> List.copyOf(in.named(id, parameters).values()));

        for (int i = 0; i < Math.min(actual.size(), outputsOf(id)); i++) {
            Run run = new Run(series);
            double[] expected = run.column(call, i);
            double[] ours = from(expected, actual.get(i));
            assertClose(ours, expected, magnitude(id));
        }
    }

    // TA-Lib has no column for the fit of a line and the side of a stop.
    private static int outputsOf(String id) {
        return switch (id) {
            case "linear_regression" -> 2;
            case "psar" -> 1;
            default -> Integer.MAX_VALUE;
        };
    }

    /** Where TA-Lib withholds values until all of its outputs exist, ours may come earlier. */
    private static double[] from(double[] expected, double[] ours) {
        int first = Columns.firstValue(expected) - 1;
        double[] late = ours.clone();
        Arrays.fill(late, 0, Math.max(first, 0), Double.NaN);
        return late;
    }

    // Differences of large sums, and shares of small ranges of large prices, lose digits in TA-Lib.
    private double magnitude(String id) {
        return switch (id) {
            case "momentum", "linear_regression", "accumulation_distribution", "obv" -> largestClose() * 1e3;
            default -> 1e5;
        };
    }

    private double largestClose() {
        return DoubleStream.of(closes(series)).max().orElseThrow();
    }

    private static Arguments of(String id, Map<String, Double> parameters, Call call) {
        return Arguments.of(id, parameters, call);
    }

    /** One call of TA-Lib that puts output {@code i} of ours into the first column. */
    interface Call {
        RetCode of(Run run, int i);
    }

    /** The arrays of one call. */
    static final class Run {
        final Core core = new Core();
        final double[] high;
        final double[] low;
        final double[] close;
        final double[] volume;
        final double[][] out;
        final MInteger from = new MInteger();
        final MInteger size = new MInteger();
        final int end;

        Run(CandleSeries series) {
            high = highs(series);
            low = lows(series);
            close = closes(series);
            volume = volumes(series);
            end = close.length - 1;
            out = new double[2][close.length];
        }

        double[] column(Call call, int output) {
            RetCode code = call.of(this, output);
            if (code != RetCode.Success) {
                throw new IllegalStateException("TA-Lib answered " + code);
            }
            double[] column = new double[close.length];
            Arrays.fill(column, Double.NaN);
            System.arraycopy(out[0], 0, column, from.value, size.value);
            return column;
        }
    }
}
