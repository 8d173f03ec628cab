package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.strategytestkit.NoLookAhead;
import io.tradetracker.strategytestkit.Runner;
import io.tradetracker.strategytestkit.StrategyChecks;
import io.tradetracker.testkit.Markets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Strategy;
import org.ta4j.core.indicators.CachedIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/** Later candles never reach a strategy of ta4j through the bridge. */
final class Ta4jNoLookAheadTest {
    private static final CandleSeries CANDLES = new Markets(4, Timeframe.M15, 32).randomWalk(800);

    /** Among them: the same decisions twice, beside another run, on paper, and after restarts by replay. */
    @TestFactory
    Stream<DynamicNode> keepsThePromisesOfStrategies() {
        return Stream.of("macd with atr stop", "waits and counts", "jma behind another rule")
                .map(name -> DynamicContainer.dynamicContainer(
                        name, StrategyChecks.all(Ta4jStrategies.of(KnownStrategies.get(name)))));
    }

    @Test
    void decidesTheSameWithAnotherFuture() {
        KnownStrategies.all()
                .values()
                .forEach(maker -> NoLookAhead.check(Runner.backtest(Ta4jStrategies.of(maker)), CANDLES, 12, 77));
    }

    @Test
    void decidesTheSameWhenTheCandlesEndEarlier() {
        for (int seed = 1; seed <= 60; seed++) {
            long drawn = seed;
            Function<BarSeries, Strategy> maker = bars -> RandomStrategy.of(bars, drawn);
            List<String> whole = new Comparison(CANDLES, FillAt.NEXT_OPEN, maker).ours();
            for (int end : new int[] {200, 450, 799}) {
                List<String> part = new Comparison(CANDLES.slice(0, end), FillAt.NEXT_OPEN, maker).ours();

                assertThat(part).isEqualTo(whole.subList(0, part.size()));
                assertThat(whole.subList(part.size(), whole.size()))
                        .allSatisfy(later -> assertThat(later)
                                .isGreaterThanOrEqualTo(CANDLES.time(end).toString()));
            }
        }
    }

    @Test
    void catchesAnIndicatorThatReadsTheNextCandle() {
        Function<BarSeries, Strategy> tomorrow = bars -> following(new Tomorrow(bars, 1, false));

        assertThatThrownBy(() -> new Comparison(CANDLES, FillAt.NEXT_OPEN, tomorrow).run())
                .hasMessageContaining(
                        "candle 1 was read, which has not closed: the last closed one is 0, of 2024-01-01T00:00:00Z;"
                                + " what reads later candles looks into the future");
    }

    @Test
    void catchesOneThatLooksWhetherThereIsANextCandle() {
        Function<BarSeries, Strategy> tomorrow = bars -> following(new Tomorrow(bars, 1, true));

        assertThatThrownBy(() -> new Comparison(CANDLES, FillAt.NEXT_OPEN, tomorrow).run())
                .hasMessageContaining("which has not closed");
    }

    @Test
    void givesNothingToOneThatLooksFurtherAhead() {
        Function<BarSeries, Strategy> nextWeek = bars -> following(new Tomorrow(bars, 7, true));
        Comparison comparison = new Comparison(CANDLES, FillAt.NEXT_OPEN, nextWeek);

        assertThat(comparison.theirs()).hasSizeGreaterThan(50);
        assertThat(comparison.ours()).isEmpty();
        assertThatCode(() -> NoLookAhead.check(Runner.backtest(Ta4jStrategies.of(nextWeek)), CANDLES, 12, 78))
                .doesNotThrowAnyException();
    }

    private static Strategy following(Tomorrow later) {
        ClosePriceIndicator close = new ClosePriceIndicator(later.getBarSeries());
        return new BaseStrategy(new OverIndicatorRule(later, close), new UnderIndicatorRule(later, close));
    }

    /** The close of a later candle: in a run over a whole series the best indicator that there is. */
    private static final class Tomorrow extends CachedIndicator<Num> {
        private final int ahead;
        private final boolean careful;

        Tomorrow(BarSeries bars, int ahead, boolean careful) {
            super(bars);
            this.ahead = ahead;
            this.careful = careful;
        }

        @Override
        protected Num calculate(int index) {
            BarSeries bars = getBarSeries();
            int later = careful && index + ahead > bars.getEndIndex() ? index : index + ahead;
            return bars.getBar(later).getClosePrice();
        }

        @Override
        public int getCountOfUnstableBars() {
            return 0;
        }
    }
}
