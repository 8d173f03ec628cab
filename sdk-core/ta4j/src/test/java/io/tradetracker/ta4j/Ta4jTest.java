package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.indicators.IndicatorColumns;
import io.tradetracker.testkit.Markets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.BaseTradingRecord;
import org.ta4j.core.analysis.CashFlow;
import org.ta4j.core.analysis.InvestedInterval;
import org.ta4j.core.indicators.ParabolicSarIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SGMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.candles.DojiIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.ConstantIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuChikouSpanIndicator;
import org.ta4j.core.num.DecimalNum;
import org.ta4j.core.num.NaN;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.BooleanRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.TrailingStopLossRule;

final class Ta4jTest {
    private final CandleSeries candles = new Markets(5, Timeframe.M5, 32).gappy(900);

    @Test
    void givesTheValuesOfTa4jOnceTheyAreStable() {
        var expected = new RSIIndicator(new ClosePriceIndicator(Ta4jCandles.toBarSeries(candles)), 14);
        List<Double> values = new ArrayList<>();

        run(context -> {
            context.warmUp(1);
            Indicator rsi = Ta4j.on(context).indicator("rsi", bars -> new RSIIndicator(close(bars), 14));
            return view -> {
                values.add(rsi.value());
                return Decision.hold();
            };
        });

        int unstable = expected.getCountOfUnstableBars();
        assertThat(values).hasSize(900);
        assertThat(values.subList(0, unstable)).isNotEmpty().containsOnly(Double.NaN);
        for (int i = unstable; i < 900; i++) {
            assertThat(values.get(i)).isEqualTo(expected.getValue(i).doubleValue());
        }
    }

    /** A running sum of ta4j's that has met no value once has none for good, so that nothing is read too early. */
    @Test
    void hasTheMeanOfAnIndicatorThatBeginsLater() {
        Function<BarSeries, org.ta4j.core.Indicator<Num>> maker =
                bars -> new SMAIndicator(new EMAIndicator(close(bars), 20), 10);
        var expected = maker.apply(Ta4jCandles.toBarSeries(candles));
        int unstable = expected.getCountOfUnstableBars();
        List<Double> values = new ArrayList<>();

        run(context -> {
            Indicator mean = Ta4j.on(context).indicator("mean", maker);
            return view -> {
                values.add(mean.value());
                return Decision.hold();
            };
        });

        assertThat(values).hasSize(900 - unstable).doesNotContain(Double.NaN);
        for (int i = unstable; i < 900; i++) {
            assertThat(values.get(i - unstable)).isEqualTo(expected.getValue(i).doubleValue());
        }
    }

    @Test
    void asksNoRuleAtTheUnstableCandlesOfItsIndicators() {
        List<Boolean> answers = new ArrayList<>();

        run(context -> {
            context.warmUp(1);
            Ta4jRule rule = Ta4j.on(context)
                    .rule(bars -> new OverIndicatorRule(new SMAIndicator(new EMAIndicator(close(bars), 20), 10), 0));
            return view -> {
                answers.add(rule.satisfied(view));
                return Decision.hold();
            };
        });

        int unstable = 20 + 9;
        assertThat(answers.subList(0, unstable)).containsOnly(false);
        assertThat(answers.subList(unstable, 900)).containsOnly(true);
    }

    @Test
    void waitsForItsIndicatorsAndKeepsThemWithEachDecision() {
        BacktestResult result = run(context -> {
            Ta4j ta4j = Ta4j.on(context);
            ta4j.indicator("ta4j-ema(20)", bars -> new EMAIndicator(close(bars), 20));
            ta4j.condition("doji", bars -> new DojiIndicator(bars, 10, 0.1));
            return view -> Decision.hold().plot("always", 1);
        });

        assertThat(result.decisions().getFirst().time())
                .isEqualTo(candles.time(20).plus(Timeframe.M5.duration()));
        assertThat(result.decisions())
                .allSatisfy(decision -> assertThat(decision.indicators()).containsOnlyKeys("ta4j-ema(20)", "doji"));
        assertThat(result.decisions().stream()
                        .map(decision -> decision.indicators().get("doji"))
                        .distinct())
                .containsExactlyInAnyOrder(0.0, 1.0);
    }

    @Test
    void servesAsASourceOfOtherIndicatorsAndReadsSharedColumns() {
        StrategyFactory strategy = context -> {
            Indicator rsi = Ta4j.on(context).indicator("rsi", bars -> new RSIIndicator(close(bars), 14));
            Indicator smooth = context.indicators().sma(rsi, 9);
            return view -> rsi.crossedAbove(smooth) ? Decision.enter(OrderSide.BUY) : Decision.exit();
        };

        BacktestResult candleByCandle = run(strategy);
        BacktestResult inColumns = TradeTracker.create()
                .backtest()
                .candles(candles)
                .strategy(strategy)
                .columns(new IndicatorColumns(candles, 1_000_000))
                .run();

        assertThat(candleByCandle.fills()).hasSizeGreaterThan(20).isEqualTo(inColumns.fills());
        assertThat(candleByCandle.decisions()).isEqualTo(inColumns.decisions());
    }

    @Test
    void seesLongerCandlesWhenTheyHaveClosed() {
        List<Double> actual = new ArrayList<>();
        List<Double> expected = new ArrayList<>();

        run(context -> {
            Indicator theirs =
                    Ta4j.on(context, Timeframe.H1).indicator("sma", bars -> new SMAIndicator(close(bars), 8));
            Indicator ours = context.indicators(Timeframe.H1).sma(PriceField.CLOSE, 8);
            return view -> {
                actual.add(theirs.value());
                expected.add(ours.value());
                return Decision.hold();
            };
        });

        assertThat(actual).hasSizeGreaterThan(700).isEqualTo(expected);
        assertThat(actual.stream().distinct()).hasSizeLessThan(100);
    }

    @Test
    void readsAnotherInstrumentOfTheRun() {
        CandleSeries other = new Markets(6, Timeframe.M5, 32).gappy(900);
        InstrumentId id = other.instrument().id();
        List<Boolean> agree = new ArrayList<>();

        TradeTracker.create()
                .backtest()
                .candles(candles)
                .candles(other)
                .strategy(context -> {
                    Ta4j ta4j = Ta4j.on(context.on(id));
                    Indicator theirs = ta4j.indicator("close", Ta4jTest::close);
                    Ta4jRule above = ta4j.rule(bars -> new OverIndicatorRule(close(bars), 100));
                    return view -> {
                        double last = view.on(id).candles().close();
                        agree.add(theirs.value() == last && above.satisfied(view.on(id)) == last > 100);
                        assertThatThrownBy(() -> above.satisfied(view))
                                .hasMessageContaining("give it view.on(" + id + ")");
                        return Decision.hold();
                    };
                })
                .run();

        assertThat(agree).hasSizeGreaterThan(900).containsOnly(true);
    }

    @Test
    void treatsTa4jsNoValueAsNone() {
        List<Boolean> ready = new ArrayList<>();

        run(context -> {
            context.warmUp(1);
            Indicator none = Ta4j.on(context).indicator("none", bars -> new ConstantIndicator<Num>(bars, NaN.NaN));
            return view -> {
                ready.add(none.ready());
                return Decision.hold();
            };
        });

        assertThat(ready).containsOnly(false);
    }

    @Test
    void refusesWhatLooksAheadAndNamesWhatToUse() {
        assertRefused(
                ta4j -> ta4j.indicator("smooth", bars -> new SGMAIndicator(close(bars), 9, 2)),
                "indicator smooth uses ta4j's SGMAIndicator, which cannot be used: its value is the mean of candles on"
                        + " both sides, the later half of which has not closed. Use indicators().sma(source, period),"
                        + " which has the same mean when it can be known");
    }

    @Test
    void findsItInsideOtherIndicatorsRulesAndStrategies() {
        Function<BarSeries, org.ta4j.core.Indicator<Num>> hidden =
                bars -> new SMAIndicator(new EMAIndicator(new IchimokuChikouSpanIndicator(bars), 3), 3);

        assertRefused(
                ta4j -> ta4j.indicator("sma", hidden), "ta4j's IchimokuChikouSpanIndicator, which cannot be used");
        assertRefused(
                ta4j -> ta4j.rule(
                        bars -> new BooleanRule(true).and(new OverIndicatorRule(hidden.apply(bars), 3).negation())),
                "rule uses ta4j's IchimokuChikouSpanIndicator");
        assertRefused(
                ta4j -> ta4j.rule(bars -> {
                    var captured = hidden.apply(bars);
                    return (index, record) -> captured.getValue(index).isPositive();
                }),
                "rule uses ta4j's IchimokuChikouSpanIndicator");
        assertThatThrownBy(() -> run(Ta4jStrategies.of(
                        bars -> new BaseStrategy(new BooleanRule(true), new OverIndicatorRule(hidden.apply(bars), 3)))))
                .hasMessageContaining("strategy uses ta4j's IchimokuChikouSpanIndicator");
    }

    @Test
    void refusesCandlesOfTwoSeriesInOneRule() {
        assertThatThrownBy(() -> run(context -> {
                    Ta4j hours = Ta4j.on(context, Timeframe.H1);
                    List<BarSeries> kept = new ArrayList<>();
                    hours.indicator("hours", bars -> {
                        kept.add(bars);
                        return close(bars);
                    });
                    Ta4j.on(context).rule(bars -> new OverIndicatorRule(close(bars), close(kept.getFirst())));
                    return view -> Decision.hold();
                }))
                .hasMessageContaining("Make it of the series that the function is given; ta4j counts candles, so those"
                        + " of two series do not match. For another timeframe or instrument make another bridge");
    }

    @Test
    void refusesNumbersOfAnotherKind() {
        assertRefused(
                ta4j -> ta4j.rule(bars -> new OverIndicatorRule(close(bars), DecimalNum.valueOf(70))),
                "rule uses the number 70 of ta4j's DecimalNum, but the bridge's numbers are DoubleNum, and ta4j does"
                        + " not mix them. Make it with bars.numFactory().numOf(70), or give the number as an int or"
                        + " a double");
    }

    @Test
    void refusesARuleThatReadsAnotherSeries() {
        BarSeries whole = Ta4jCandles.toBarSeries(candles);

        assertRefused(
                ta4j -> ta4j.rule(bars -> (index, record) ->
                        whole.getBar(index + 1).getClosePrice().isPositive()),
                "rule reads the series " + whole.getName() + ", but the bridge's is ");
    }

    @Test
    void refusesCurvesOfAFinishedRun() {
        assertRefused(
                ta4j -> ta4j.indicator("equity", bars -> new CashFlow(bars, new BaseTradingRecord())),
                "ta4j's CashFlow, which cannot be used: it is computed while it is made, of a record of positions that"
                        + " is complete. Use view.equity()");
        assertRefused(
                ta4j -> ta4j.condition("invested", bars -> new InvestedInterval(bars, new BaseTradingRecord())),
                "ta4j's InvestedInterval, which cannot be used");
    }

    @Test
    void refusesToLookBackFurtherThanItKeeps() {
        assertRefused(
                ta4j -> ta4j.indicator("long", bars -> new SMAIndicator(close(bars), 70_000)),
                "needs 69999 candles; a bridge keeps 65536 values of each indicator");
    }

    @Test
    void refusesToReadCandlesWhileAnIndicatorIsMade() {
        assertRefused(
                ta4j -> ta4j.indicator(
                        "early",
                        bars -> new ConstantIndicator<>(bars, bars.getFirstBar().getOpenPrice())),
                "candle 0 was read before one has closed");
    }

    @Test
    void refusesASecondBridgeWithRulesOverTheSameCandles() {
        assertThatThrownBy(() -> run(context -> {
                    Ta4j.on(context).rule(bars -> new BooleanRule(true));
                    Ta4j.on(context).rule(bars -> new BooleanRule(true));
                    return view -> Decision.hold();
                }))
                .hasMessageContaining(
                        "these candles have a ta4j bridge with rules already; make one and use it for all");
    }

    @Test
    void refusesRulesAfterCreation() {
        assertThatThrownBy(() -> run(context -> {
                    Ta4j ta4j = Ta4j.on(context);
                    ta4j.rule(bars -> new BooleanRule(true));
                    return view -> {
                        ta4j.rule(bars -> new BooleanRule(true));
                        return Decision.hold();
                    };
                }))
                .hasMessageContaining("a rule of ta4j can be declared only while the strategy is created");
    }

    @Test
    void saysAsDataWhatIsBetterReplaced() {
        List<Ta4jWarning> warnings = Ta4jStrategies.warnings(bars -> new BaseStrategy(
                new OverIndicatorRule(close(bars), new ParabolicSarIndicator(bars)),
                new TrailingStopLossRule(close(bars), bars.numFactory().one())));

        assertThat(warnings)
                .extracting(Ta4jWarning::toString)
                .containsExactly(
                        "TrailingStopLossRule: it searches the candles since the entry at each candle, and stops at a"
                                + " close only; instead: Decision.enter(side).trailingPercent(percent)",
                        "ParabolicSarIndicator: it is very slow; instead:"
                                + " indicators().parabolicStop(0.02, 0.2), the catalogue's psar");
        assertThat(Ta4jStrategies.warnings(KnownStrategies::smaCross)).isEmpty();
    }

    @Test
    void tellsAStrategyOfTheWarningsOfItsBridge() {
        List<Ta4jWarning> warnings = new ArrayList<>();

        run(context -> {
            Ta4j ta4j = Ta4j.on(context);
            ta4j.indicator("psar", ParabolicSarIndicator::new);
            ta4j.indicator("psar-2", ParabolicSarIndicator::new);
            warnings.addAll(ta4j.warnings());
            return view -> Decision.hold();
        });

        assertThat(warnings).extracting(Ta4jWarning::type).containsExactly("ParabolicSarIndicator");
    }

    @Test
    void namesIndicatorsThatTheCatalogueHas() {
        Pattern name = Pattern.compile("named\\(\"([a-z_]+)\"|catalogue's ([a-z_]+)");

        assertThat(KnownFaults.DOUBTFUL.stream()
                        .flatMap(fault -> name.matcher(fault.instead()).results())
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .distinct())
                .containsExactlyInAnyOrder("psar", "pivots")
                .allSatisfy(id -> assertThat(IndicatorCatalogue.find(id)).isPresent());
    }

    private void assertRefused(Consumer<Ta4j> declaration, String message) {
        assertThatThrownBy(() -> run(context -> {
                    declaration.accept(Ta4j.on(context));
                    return view -> Decision.hold();
                }))
                .isInstanceOf(TradeTrackerException.class)
                .hasMessageContaining(message);
    }

    private BacktestResult run(StrategyFactory strategy) {
        return TradeTracker.create()
                .backtest()
                .candles(candles)
                .strategy(strategy)
                .run();
    }

    private static ClosePriceIndicator close(BarSeries bars) {
        return new ClosePriceIndicator(bars);
    }
}
