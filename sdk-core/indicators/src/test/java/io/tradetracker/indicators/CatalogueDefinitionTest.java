package io.tradetracker.indicators;

import static io.tradetracker.indicators.Columns.assertClose;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.testkit.Markets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Indicators that TA-Lib does not have, against their definition worked out anew at each candle from all the candles
 * before it.
 */
@ParameterizedClass
@MethodSource("series")
final class CatalogueDefinitionTest {
    private static final double NONE = Double.NaN;

    @Parameter
    private CandleSeries series;

    static Stream<CandleSeries> series() {
        return Stream.of(
                Samples.sp500().slice(0, 900),
                Samples.bitcoin().slice(0, 3_200),
                Markets.seeded(8).randomWalk(700),
                Markets.seeded(9).spiky(700));
    }

    static Stream<Arguments> definitions() {
        return Stream.of(averages(), momentum(), trends(), volatility(), volumes(), levels())
                .flatMap(List::stream);
    }

    private static List<Arguments> averages() {
        return List.of(
                of("rma", (d, i) -> d.rma(d.close, 14, i)),
                of(
                        "hma",
                        (d, i) -> i < 18
                                ? NONE
                                : mean(4, k -> (4 - k) * (2 * d.wma(8, i - k) - d.wma(16, i - k))) * 4 / 10),
                of("alma", (d, i) -> d.alma(i)),
                of("vwma", (d, i) -> i < 19 ? NONE : d.vwma(20, i)),
                of("standard_deviation", (d, i) -> d.deviation(20, i)),
                of(
                        "z_score",
                        (d, i) -> d.deviation(20, i) == 0
                                ? 0
                                : (d.close[i] - d.sma(d.close, 20, i)) / d.deviation(20, i)),
                of(
                        "percent_b",
                        (d, i) -> d.deviation(20, i) == 0
                                ? 0.5
                                : (d.close[i] - d.sma(d.close, 20, i) + 2 * d.deviation(20, i))
                                        / (4 * d.deviation(20, i))),
                of("bandwidth", (d, i) -> 400 * d.deviation(20, i) / d.sma(d.close, 20, i)));
    }

    private static List<Arguments> momentum() {
        return List.of(
                of("ppo", (d, i) -> d.ppo(i), (d, i) -> d.ppoSignal()[i], (d, i) -> d.ppo(i) - d.ppoSignal()[i]),
                of("tsi", (d, i) -> {
                    double[] change = d.change(i);
                    double[] size = Arrays.stream(change).map(Math::abs).toArray();
                    double[] slow = emas(change, 25);
                    double[] slowSize = emas(size, 25);
                    double bottom = emas(slowSize, 13)[i];
                    return bottom == 0 ? 0 : 100 * emas(slow, 13)[i] / bottom;
                }),
                of("awesome_oscillator", (d, i) -> d.sma(d.middle, 5, i) - d.sma(d.middle, 34, i)));
    }

    private static List<Arguments> trends() {
        return List.of(
                of(
                        "vortex",
                        (d, i) -> i < 14
                                ? NONE
                                : sum(14, k -> Math.abs(d.high[i - k] - d.low[i - k - 1])) / d.ranges(14, i),
                        (d, i) -> i < 14
                                ? NONE
                                : sum(14, k -> Math.abs(d.low[i - k] - d.high[i - k - 1])) / d.ranges(14, i)),
                of(
                        "chandelier",
                        (d, i) -> d.highest(22, i) - 3 * d.atr(22, i),
                        (d, i) -> d.lowest(22, i) + 3 * d.atr(22, i)),
                of(
                        "ichimoku",
                        (d, i) -> d.middle(9, i),
                        (d, i) -> d.middle(26, i),
                        (d, i) -> i < 25 ? NONE : (d.middle(9, i - 25) + d.middle(26, i - 25)) / 2,
                        (d, i) -> i < 25 ? NONE : d.middle(52, i - 25),
                        (d, i) -> (d.middle(9, i) + d.middle(26, i)) / 2,
                        (d, i) -> d.middle(52, i)),
                of(
                        "heikin_ashi",
                        (d, i) -> d.heikinOpen(i),
                        (d, i) -> Math.max(d.high[i], Math.max(d.heikinOpen(i), d.heikinClose(i))),
                        (d, i) -> Math.min(d.low[i], Math.min(d.heikinOpen(i), d.heikinClose(i))),
                        (d, i) -> d.heikinClose(i)));
    }

    private static List<Arguments> volatility() {
        return List.of(
                of(
                        "keltner",
                        (d, i) -> d.ema(d.close, 20, i) + 2 * d.atr(10, i),
                        (d, i) -> d.ema(d.close, 20, i),
                        (d, i) -> d.ema(d.close, 20, i) - 2 * d.atr(10, i)),
                of(
                        "choppiness",
                        (d, i) -> i < 14
                                ? NONE
                                : d.highest(14, i) == d.lowest(14, i)
                                        ? 100
                                        : 100
                                                * Math.log10(d.ranges(14, i) / (d.highest(14, i) - d.lowest(14, i)))
                                                / Math.log10(14)));
    }

    private static List<Arguments> volumes() {
        return List.of(
                of("vwap", (d, i) -> d.vwap(i)),
                of("cmf", (d, i) -> {
                    if (i < 19) {
                        return NONE;
                    }
                    double volume = sum(20, k -> d.volume[i - k]);
                    return volume == 0 ? 0 : sum(20, k -> d.flow(i - k)) / volume;
                }),
                of("force_index", (d, i) -> {
                    double[] force = d.change(i);
                    for (int k = 0; k <= i; k++) {
                        force[k] *= d.volume[k];
                    }
                    return emas(force, 13)[i];
                }));
    }

    private static List<Arguments> levels() {
        return List.of(
                pivots("pivots", (h, l, c) -> {
                    double p = (h + l + c) / 3;
                    return new double[] {p, 2 * p - l, p + h - l, h + 2 * (p - l), 2 * p - h, p - h + l, l - 2 * (h - p)
                    };
                }),
                pivots("fibonacci_pivots", (h, l, c) -> {
                    double p = (h + l + c) / 3;
                    double r = h - l;
                    return new double[] {p, p + 0.382 * r, p + 0.618 * r, p + r, p - 0.382 * r, p - 0.618 * r, p - r};
                }),
                pivots("camarilla_pivots", (h, l, c) -> {
                    double r = 1.1 * (h - l);
                    return new double[] {
                        (h + l + c) / 3, c + r / 12, c + r / 6, c + r / 4, c - r / 12, c - r / 6, c - r / 4
                    };
                }),
                pivots("woodie_pivots", (h, l, c) -> {
                    double p = (h + l + 2 * c) / 4;
                    return new double[] {p, 2 * p - l, p + h - l, h + 2 * (p - l), 2 * p - h, p - h + l, l - 2 * (h - p)
                    };
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void isWhatItsDefinitionSays(String id, List<Output> outputs) {
        List<double[]> actual =
                Recording.ofAll(series, in -> List.copyOf(in.named(id, Map.of()).values()));
        Data data = new Data(series);

        for (int k = 0; k < actual.size(); k++) {
            Output output = outputs.get(k);
            double[] expected = IntStream.range(0, series.size())
                    .mapToDouble(i -> output.of(data, i))
                    .toArray();
            assertClose(actual.get(k), expected, data.largest * 1e3);
        }
    }

    private static Arguments of(String id, Output... outputs) {
        return Arguments.of(id, List.of(outputs));
    }

    private static Arguments pivots(String id, Levels levels) {
        return Arguments.of(
                id,
                IntStream.range(0, 7)
                        .<Output>mapToObj(k -> (d, i) -> d.pivot(i, levels, k))
                        .toList());
    }

    /** The value of an output at a candle. */
    private interface Output {
        double of(Data data, int i);
    }

    private interface Levels {
        double[] of(double high, double low, double close);
    }

    private interface At {
        double of(int k);
    }

    private static double sum(int count, At values) {
        return IntStream.range(0, count).mapToDouble(values::of).sum();
    }

    private static double mean(int count, At values) {
        return sum(count, values) / count;
    }

    /** Exponential means, each from a simple mean of the first values that exist. */
    private static double[] emas(double[] values, int period) {
        double[] means = new double[values.length];
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            int count = i - first + 1;
            if (count < 1 || count < period) {
                mean += count < 1 ? 0 : values[i];
                means[i] = NONE;
            } else {
                mean = count == period ? (mean + values[i]) / period : mean + (values[i] - mean) * 2 / (period + 1);
                means[i] = mean;
            }
        }
        return means;
    }

    /** The candles as arrays, and what the definitions are made of. */
    private static final class Data {
        final double[] open;
        final double[] high;
        final double[] low;
        final double[] close;
        final double[] volume;
        final double[] middle;
        final double largest;
        private final long[] day;
        private final double[] range;
        private final Map<String, double[]> known = new HashMap<>();

        Data(CandleSeries series) {
            open = Samples.opens(series);
            high = Samples.highs(series);
            low = Samples.lows(series);
            close = Samples.closes(series);
            volume = Samples.volumes(series);
            largest = Arrays.stream(high).max().orElseThrow();
            int size = series.size();
            middle = IntStream.range(0, size)
                    .mapToDouble(i -> (high[i] + low[i]) / 2)
                    .toArray();
            day = IntStream.range(0, size)
                    .mapToLong(i -> series.timeMillis(i) / 86_400_000L)
                    .toArray();
            range = IntStream.range(0, size)
                    .mapToDouble(i -> i == 0 ? NONE : Math.max(high[i], close[i - 1]) - Math.min(low[i], close[i - 1]))
                    .toArray();
        }

        double sma(double[] of, int period, int i) {
            return i < period - 1 ? NONE : mean(period, k -> of[i - k]);
        }

        double ema(double[] of, int period, int i) {
            return known.computeIfAbsent("ema" + period + Arrays.hashCode(of), key -> emas(of, period))[i];
        }

        double ppo(int i) {
            return (macdFast(i) - ema(close, 26, i)) / ema(close, 26, i) * 100;
        }

        double[] ppoSignal() {
            return known.computeIfAbsent(
                    "ppo",
                    key -> emas(
                            IntStream.range(0, close.length)
                                    .mapToDouble(this::ppo)
                                    .toArray(),
                            9));
        }

        double macdFast(int i) {
            double mean = NONE;
            for (int k = 25; k <= i; k++) {
                mean = k == 25 ? sma(close, 12, k) : mean + (close[k] - mean) * 2 / 13;
            }
            return mean;
        }

        double rma(double[] of, int period, int i) {
            return known.computeIfAbsent("rma" + period + Arrays.hashCode(of), key -> rmas(of, period))[i];
        }

        private static double[] rmas(double[] of, int period) {
            double[] means = new double[of.length];
            int first = Double.isNaN(of[0]) ? 1 : 0;
            double mean = 0;
            for (int i = 0; i < of.length; i++) {
                int count = i - first + 1;
                mean = count < 1
                        ? 0
                        : count < period
                                ? mean + of[i]
                                : count == period ? (mean + of[i]) / period : (mean * (period - 1) + of[i]) / period;
                means[i] = count < period ? NONE : mean;
            }
            return means;
        }

        double atr(int period, int i) {
            return rma(range, period, i);
        }

        double ranges(int period, int i) {
            return sum(period, k -> range[i - k]);
        }

        double wma(int period, int i) {
            return i < period - 1
                    ? NONE
                    : sum(period, k -> (period - k) * close[i - k]) / (period * (period + 1) / 2.0);
        }

        double alma(int i) {
            if (i < 8) {
                return NONE;
            }
            double top = 0.85 * 8;
            double deviation = 9 / 6.0;
            At weight = k -> Math.exp(-Math.pow(8 - k - top, 2) / (2 * deviation * deviation));
            return sum(9, k -> weight.of(k) * close[i - k]) / sum(9, weight);
        }

        double vwma(int period, int i) {
            double all = sum(period, k -> volume[i - k]);
            return all == 0 ? sma(close, period, i) : sum(period, k -> close[i - k] * volume[i - k]) / all;
        }

        double deviation(int period, int i) {
            if (i < period - 1) {
                return NONE;
            }
            double mean = sma(close, period, i);
            return Math.sqrt(mean(period, k -> Math.pow(close[i - k] - mean, 2)));
        }

        double[] change(int last) {
            return IntStream.rangeClosed(0, last)
                    .mapToDouble(i -> i == 0 ? NONE : close[i] - close[i - 1])
                    .toArray();
        }

        double highest(int period, int i) {
            return i < period - 1
                    ? NONE
                    : IntStream.range(0, period)
                            .mapToDouble(k -> high[i - k])
                            .max()
                            .orElseThrow();
        }

        double lowest(int period, int i) {
            return i < period - 1
                    ? NONE
                    : IntStream.range(0, period)
                            .mapToDouble(k -> low[i - k])
                            .min()
                            .orElseThrow();
        }

        double middle(int period, int i) {
            return (highest(period, i) + lowest(period, i)) / 2;
        }

        double heikinClose(int i) {
            return (open[i] + high[i] + low[i] + close[i]) / 4;
        }

        double heikinOpen(int i) {
            double value = (open[0] + close[0]) / 2;
            for (int k = 1; k <= i; k++) {
                value = (value + heikinClose(k - 1)) / 2;
            }
            return value;
        }

        double flow(int i) {
            return high[i] == low[i] ? 0 : (2 * close[i] - low[i] - high[i]) / (high[i] - low[i]) * volume[i];
        }

        double vwap(int i) {
            double amount = 0;
            double traded = 0;
            for (int k = i; k >= 0 && day[k] == day[i]; k--) {
                amount += (high[k] + low[k] + close[k]) / 3 * volume[k];
                traded += volume[k];
            }
            return traded == 0 ? (high[i] + low[i] + close[i]) / 3 : amount / traded;
        }

        double pivot(int i, Levels levels, int which) {
            int last = i;
            while (last >= 0 && day[last] == day[i]) {
                last--;
            }
            if (last < 0) {
                return NONE;
            }
            double top = high[last];
            double bottom = low[last];
            for (int k = last; k >= 0 && day[k] == day[last]; k--) {
                top = Math.max(top, high[k]);
                bottom = Math.min(bottom, low[k]);
            }
            return levels.of(top, bottom, close[last])[which];
        }
    }
}
