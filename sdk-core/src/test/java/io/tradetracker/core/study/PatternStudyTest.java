package io.tradetracker.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.testkit.Markets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PatternStudyTest {
    private static final StudySettings KNOWN =
            StudySettings.usual().withEntry(EntryRule.WHEN_KNOWN).withHorizon(5);
    private static final StudySettings CONFIRMED = StudySettings.usual().withHorizon(5);

    /** Candles of range 2 around 100, so that their average true range is 2; some changed. */
    private static final class Calm {
        private final double[] highs = new double[60];
        private final double[] lows = new double[60];
        private final double[] closes = new double[60];

        Calm() {
            for (int i = 0; i < 60; i++) {
                with(i, 99, 101, 100);
            }
        }

        Calm with(int candle, double low, double high, double close) {
            lows[candle] = low;
            highs[candle] = high;
            closes[candle] = close;
            return this;
        }

        CandleSeries series() {
            CandleSeries.Builder series = CandleSeries.builder(Instrument.of("X"), Timeframe.M1);
            for (int i = 0; i < 60; i++) {
                series.add(60_000L * i, closes[i], highs[i], lows[i], closes[i], 1);
            }
            return series.build();
        }
    }

    private static StudiedPattern at(Occurrence... all) {
        return new StudiedPattern("planted", "Planted", candles -> List.of(all));
    }

    private static StudyRow.Counts counts(CandleSeries series, StudySettings settings, Occurrence... all) {
        return new PatternStudy(List.of(at(all)), settings)
                .run(List.of(series))
                .rows()
                .getFirst()
                .counts();
    }

    @Test
    void reachesItsTargetFirst() {
        CandleSeries series = new Calm().with(33, 99, 104, 101).series();

        assertThat(counts(series, KNOWN, new Occurrence(30, 1, Double.NaN, 98, 103)))
                .isEqualTo(new StudyRow.Counts(1, 1, 1, 0));
        assertThat(counts(series, KNOWN, new Occurrence(30, 1, Double.NaN, 98, 104.5)))
                .isEqualTo(new StudyRow.Counts(1, 1, 0, 0));
        assertThat(counts(series, KNOWN, new Occurrence(30, -1, Double.NaN, 103, 97)))
                .as("downwards the high of 104 invalidates")
                .isEqualTo(new StudyRow.Counts(1, 1, 0, 1));
        assertThat(counts(series, KNOWN, new Occurrence(27, 1, Double.NaN, 98, 103)))
                .as("six candles later is too late")
                .isEqualTo(new StudyRow.Counts(1, 1, 0, 0));
    }

    @Test
    void isInvalidatedWhenOneCandleReachesBothEnds() {
        CandleSeries series = new Calm().with(33, 97, 104, 100).series();

        assertThat(counts(series, KNOWN, new Occurrence(30, 1, Double.NaN, 98, 103)))
                .isEqualTo(new StudyRow.Counts(1, 1, 0, 1));
    }

    @Test
    void waitsForTheCloseThatConfirms() {
        CandleSeries series =
                new Calm().with(32, 99, 103, 102).with(34, 99, 105, 104).series();

        assertThat(counts(series, CONFIRMED, new Occurrence(30, 1, 101.5, 98, 104.5)))
                .as("entered at 102, reached at candle 34")
                .isEqualTo(new StudyRow.Counts(1, 1, 1, 0));
        assertThat(counts(series, CONFIRMED, new Occurrence(30, 1, 103.5, 98, 104.5)))
                .as("entered at 104 of candle 34, not reached after")
                .isEqualTo(new StudyRow.Counts(1, 1, 0, 0));
        assertThat(counts(series, CONFIRMED, new Occurrence(30, 1, 106, 98, 110)))
                .as("never confirmed")
                .isEqualTo(new StudyRow.Counts(1, 0, 0, 0));
        assertThat(counts(series, CONFIRMED, new Occurrence(30, -1, 95, 101.5, 90)))
                .as("broken against its direction first")
                .isEqualTo(new StudyRow.Counts(1, 0, 0, 0));
        assertThat(counts(series, CONFIRMED, new Occurrence(30, 1, 101.5, 98, 101.9)))
                .as("beyond its target when confirmed")
                .isEqualTo(new StudyRow.Counts(1, 0, 0, 0));
    }

    @Test
    void takesWhatMayBreakEitherWayAsItBreaks() {
        CandleSeries down =
                new Calm().with(32, 95, 101, 96).with(33, 90, 97, 95).series();
        // 102 to 98: broken downwards at 96, invalidated above 102, target 98 - (106 - 102) = 94
        Occurrence box = new Occurrence(30, 0, 102, 98, 106);

        assertThat(counts(down, CONFIRMED, box)).isEqualTo(new StudyRow.Counts(1, 1, 1, 0));
        assertThat(counts(down, KNOWN, box)).isEqualTo(new StudyRow.Counts(1, 0, 0, 0));
        CandleSeries up =
                new Calm().with(32, 99, 104, 103).with(33, 97, 105, 103).series();
        assertThat(counts(up, CONFIRMED, box))
                .as("broken upwards, then down to 97")
                .isEqualTo(new StudyRow.Counts(1, 1, 0, 1));
    }

    @Test
    void runsOneTrialAtATimeAndNoneBeyondTheEnd() {
        CandleSeries series = new Calm().series();

        assertThat(counts(
                        series,
                        KNOWN,
                        new Occurrence(5, 1, Double.NaN, 98, 103),
                        new Occurrence(20, 1, Double.NaN, 98, 103),
                        new Occurrence(24, 1, Double.NaN, 98, 103),
                        new Occurrence(25, 1, Double.NaN, 98, 103),
                        new Occurrence(54, 1, Double.NaN, 98, 103),
                        new Occurrence(55, 1, Double.NaN, 98, 103)))
                .as("no mean range at 5, a running trial at 24, no five candles after 55")
                .isEqualTo(new StudyRow.Counts(6, 3, 0, 0));
    }

    @Test
    void leavesOutWhatHasNoTargetOrIsPastIt() {
        CandleSeries series = new Calm().series();

        assertThat(counts(
                        series,
                        KNOWN,
                        new Occurrence(20, 1, Double.NaN, 98, Double.NaN),
                        new Occurrence(26, 1, Double.NaN, Double.NaN, 103),
                        new Occurrence(32, 1, Double.NaN, 100.5, 103),
                        new Occurrence(38, 1, Double.NaN, 98, 99)))
                .isEqualTo(new StudyRow.Counts(4, 0, 0, 0));
    }

    /** Buys at random candles; with foresight only where the target is reached. */
    private static StudiedPattern planted(String id, double shareWithForesight, long seed) {
        return new StudiedPattern(id, id, candles -> {
            SplittableRandom random = new SplittableRandom(seed);
            List<Occurrence> all = new ArrayList<>();
            for (int i = 20; i < candles.size() - 61; i += 15) {
                double close = candles.close(i);
                double step = 2 * meanRange(candles, i);
                boolean mustBeRight = random.nextDouble() < shareWithForesight;
                if (!mustBeRight || rises(candles, i, step)) {
                    all.add(new Occurrence(i, 1, Double.NaN, close - step, close + step));
                }
            }
            return all;
        });
    }

    private static double meanRange(CandleSeries candles, int last) {
        return IntStream.rangeClosed(last - 13, last)
                .mapToDouble(i -> candles.high(i) - candles.low(i))
                .average()
                .orElseThrow();
    }

    private static boolean rises(CandleSeries candles, int from, double step) {
        for (int i = from + 1; i < candles.size(); i++) {
            if (candles.low(i) <= candles.close(from) - step) {
                return false;
            }
            if (candles.high(i) >= candles.close(from) + step) {
                return true;
            }
        }
        return false;
    }

    @Test
    void findsAnEdgeThatIsThereAmongManyThatAreNot() {
        CandleSeries walk = Markets.seeded(11).randomWalk(20_000);
        List<StudiedPattern> patterns = new ArrayList<>();
        patterns.add(planted("edge", 0.5, 1));
        IntStream.range(0, 40).forEach(i -> patterns.add(planted("chance " + i, 0, i)));

        StudyResult result = new PatternStudy(patterns, StudySettings.usual()).run(List.of(walk));

        assertThat(result.edges())
                .extracting(row -> row.pattern().id())
                .as("edges among 41, with 5 %% of false discoveries")
                .containsExactly("edge");
        assertThat(result.judged()).hasSize(41);
    }

    @Test
    void isSeldomWrongWhereNothingIsToBeFound() {
        List<StudiedPattern> patterns = List.of(
                StudiedPattern.chart(ChartPattern.SUPPORT_ZONE),
                StudiedPattern.chart(ChartPattern.RISING_TREND_LINE),
                StudiedPattern.candlestick(CandlestickPattern.DOJI, 2),
                StudiedPattern.candlestick(CandlestickPattern.HAMMER, 2));
        List<Double> chances = new ArrayList<>();
        double reached = 0;
        double expected = 0;
        for (int seed = 0; seed < 50; seed++) {
            StudyResult result = new PatternStudy(
                            patterns, StudySettings.usual().withSeed(seed))
                    .run(List.of(Markets.seeded(seed).randomWalk(10_000)));
            for (StudyRow row : result.judged()) {
                chances.add(row.test().p());
                reached += row.counts().reached();
                expected += row.chance() * row.counts().trials();
            }
            assertThat(result.edges()).as("edges on the walk of seed %s", seed).isEmpty();
        }

        long low = chances.stream().filter(p -> p <= 0.05).count();
        System.out.println("random walks: " + low + " of " + chances.size() + " p at most 0.05; reached " + reached
                + ", expected " + expected);
        assertThat(chances.size()).isGreaterThan(150);
        assertThat((double) low / chances.size()).isLessThanOrEqualTo(0.07);
        assertThat(reached / expected).isBetween(0.97, 1.03);
    }

    @Test
    void saysTheSameAgainWhateverElseIsTried() {
        List<CandleSeries> series =
                List.of(Markets.seeded(3).randomWalk(5_000), Markets.seeded(4).gappy(5_000));
        StudiedPattern doubleTop = StudiedPattern.chart(ChartPattern.DOUBLE_TOP);

        StudyRow alone = new PatternStudy(List.of(doubleTop), StudySettings.usual())
                .run(series)
                .rows()
                .getFirst();
        List<StudyRow> all = new PatternStudy(StudiedPattern.all(), StudySettings.usual())
                .run(series)
                .rows();
        StudyRow among = all.stream()
                .filter(row -> row.pattern().id().equals("double_top"))
                .findFirst()
                .orElseThrow();

        assertThat(among.counts()).isEqualTo(alone.counts());
        assertThat(among.chance()).isEqualTo(alone.chance());
        assertThat(among.test().p()).isEqualTo(alone.test().p());
        assertThat(all).hasSize(ChartPattern.values().length + CandlestickPattern.values().length);
        assertThat(new PatternStudy(StudiedPattern.all(), StudySettings.usual())
                        .run(series)
                        .rows())
                .extracting(StudyRow::toString)
                .isEqualTo(all.stream().map(StudyRow::toString).toList());
    }

    @Test
    void saysWhatItCannotSay() {
        StudyRow row = new PatternStudy(List.of(at(new Occurrence(20, 1, Double.NaN, 98, 103))), KNOWN)
                .run(List.of(new Calm().series()))
                .rows()
                .getFirst();
        assertThat(row.test().verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(row.test().adjusted()).isNaN();
        assertThat(row.reward()).isCloseTo(1.5, within(1e-9));

        for (int size : new int[] {0, 1, 5, 20}) {
            StudyRow none = new PatternStudy(List.of(StudiedPattern.all().getFirst()), KNOWN)
                    .run(List.of(new Calm().series().slice(0, size)))
                    .rows()
                    .getFirst();
            assertThat(none.counts().trials()).isZero();
            assertThat(none.rate()).isNaN();
            assertThat(none.chance()).isNaN();
            assertThat(none.interval()).isEqualTo(new Interval(0, 1));
        }
    }

    @Test
    void refusesWhatMakesNoStudy() {
        StudySettings usual = StudySettings.usual();
        CandleSeries series = new Calm().series();

        assertThatThrownBy(() -> new PatternStudy(List.of(), usual)).hasMessageContaining("at least one pattern");
        assertThatThrownBy(() -> new PatternStudy(List.of(at(), at()), usual))
                .hasMessageContaining("planted is given twice");
        assertThatThrownBy(() -> new PatternStudy(List.of(at()), usual).run(List.of()))
                .hasMessageContaining("at least one series");
        assertThatThrownBy(() -> counts(series, usual, new Occurrence(60, 1, 1, 1, 1)))
                .hasMessageContaining("planted was found at candle 60, but the series has 60");
        assertThatThrownBy(() -> usual.withHorizon(0)).hasMessageContaining("horizon 0 must be 1 to 10000");
        assertThatThrownBy(() -> usual.withDraws(5)).hasMessageContaining("draws 5 must be 20 to 10000");
        assertThatThrownBy(() -> usual.withMinTrials(0)).hasMessageContaining("minTrials 0 must be 1 or more");
        assertThatThrownBy(() -> usual.withFalseDiscoveryRate(Double.NaN)).hasMessageContaining("above 0 and below 1");
        assertThatThrownBy(() -> StudiedPattern.candlestick(CandlestickPattern.DOJI, Double.NaN))
                .hasMessageContaining("target of doji");
        assertThatThrownBy(() -> new Occurrence(0, 2, 1, 1, 1)).hasMessageContaining("must be -1, 0 or 1");
    }
}
