package io.tradetracker.core.simulation;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Trailing;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.report.Breakdown;
import io.tradetracker.core.report.RoundTripMethod;
import io.tradetracker.core.report.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was wrong, or missing, when the fills were compared with those of other engines. */
final class AgreementTest {
    private static final String FLAT = "100 101 99 100";

    @Nested
    class Exits {
        @Test
        void closesAllOfAQuantityWithManyPlaces() {
            Scene scene = Scene.of(FLAT, FLAT, FLAT, FLAT)
                    .at(0, Decision.enter(BUY).quantity(23.13349703))
                    .at(1, Decision.exit());

            assertThat(scene.fills()).containsExactly("1 BUY 23.13349703@100 ENTRY", "2 SELL 23.13349703@100 EXIT");
        }

        @Test
        void closesAllOfAnyQuantity() {
            SplittableRandom random = new SplittableRandom(7);
            for (int i = 0; i < 2_000; i++) {
                double quantity = Math.rint(random.nextDouble(0.001, 1000) * 1e8) / 1e8;
                BacktestResult result = Scene.of(FLAT, FLAT, FLAT, FLAT)
                        .at(0, Decision.enter(BUY).quantity(quantity))
                        .at(1, Decision.exit())
                        .run();

                assertThat(result.report().get(Statistic.OPEN_QUANTITY))
                        .as("of %s, seed 7", quantity)
                        .isZero();
            }
        }

        @Test
        void closesAShareToTheStepThatIsMeant() {
            Instrument hundredths = Instrument.of("TEST").withRules(InstrumentRules.of("0.01", "0.01"));

            assertThat(Scene.of(hundredths, FLAT, FLAT, FLAT, FLAT)
                            .at(0, Decision.enter(BUY).quantity(0.7))
                            .at(1, Decision.exit().percent(90))
                            .fills())
                    .containsExactly("1 BUY 0.7@100 ENTRY", "2 SELL 0.63@100 EXIT");
        }

        @Test
        void fillsAStopThatIsPassedOnTheWayToTheStopLoss() {
            assertThat(Scene.of(FLAT, FLAT, "100 101 90 95")
                            .at(0, Decision.enter(BUY).stopLoss(92))
                            .at(1, Decision.exit().atStop(98))
                            .fills())
                    .containsExactly("1 BUY 1@100 ENTRY", "2 SELL 1@98 EXIT");
            assertThat(Scene.of(FLAT, FLAT, "100 110 99 105")
                            .at(0, Decision.enter(SELL).stopLoss(108))
                            .at(1, Decision.exit().atStop(103))
                            .fills())
                    .containsExactly("1 SELL 1@100 ENTRY", "2 BUY 1@103 EXIT");
        }

        @Test
        void fillsTheStopLossWhereItIsTheNearer() {
            assertThat(Scene.of(FLAT, FLAT, "100 101 90 95")
                            .at(0, Decision.enter(BUY).stopLoss(97))
                            .at(1, Decision.exit().atStop(95))
                            .fills())
                    .containsExactly("1 BUY 1@100 ENTRY", "2 SELL 1@97 STOP_LOSS");
        }
    }

    @Nested
    class Steps {
        private final Instrument cents = Instrument.of("TEST").withRules(InstrumentRules.of("0.01", "1"));

        @Test
        void leavesAStopThatIsOnAStepWhereItIs() {
            // 1475.65 − 29.1 is 1446.5500000000002 in binary
            assertThat(Scene.of(
                                    cents,
                                    "1475.65 1475.65 1475.65 1475.65",
                                    "1475.65 1475.65 1470 1470",
                                    "1470 1470 1440 1441")
                            .at(0, Decision.enter(BUY).stopLoss(1475.65 - 29.1))
                            .fills())
                    .containsExactly("1 BUY 1@1475.65 ENTRY", "2 SELL 1@1446.55 STOP_LOSS");
        }

        @Test
        void leavesATrailingStopThatIsOnAStepWhereItIs() {
            assertThat(Scene.of(cents, "1471 1471 1471 1471", "1471 1475.65 1460 1461", "1461 1462 1440 1441")
                            .rules(rules -> rules.withPath(CandlePath.HIGH_FIRST))
                            .at(0, Decision.enter(BUY).trailing(29.1))
                            .fills())
                    .containsExactly("1 BUY 1@1471 ENTRY", "2 SELL 1@1446.55 TRAILING_STOP");
        }

        @Test
        void closesOutAtAPriceThatCanBeTraded() {
            Instrument quarters = Instrument.of("TEST").withRules(InstrumentRules.of("0.25", "1"));

            BacktestResult result = Scene.of(quarters, "100 100 100 100", "100 100 100 100", "100 100 50 60")
                    .with(builder -> builder.cash(1000))
                    .rules(rules -> rules.withMargin(Margin.leverage(7)))
                    .at(0, Decision.enter(BUY).quantity(61))
                    .run();

            assertThat(result.report().get(Statistic.CLOSE_OUTS)).isEqualTo(1);
            assertThat(result.roundTrips().getFirst().exitPrice() % 0.25).isZero();
        }
    }

    @Nested
    class Protection {
        @Test
        void needsMoreThanAnOpenThatTouchesTheTargetWhenLimitsMustBeGoneThrough() {
            Scene scene = Scene.of("100 100 100 100", "100 100 100 100", "102 102 101 101", "103 103 101 101")
                    .rules(rules -> rules.withLimitFill(LimitFill.THROUGH))
                    .at(0, Decision.enter(BUY).takeProfit(102));

            assertThat(scene.fills()).containsExactly("1 BUY 1@100 ENTRY", "3 SELL 1@103 TAKE_PROFIT");
        }

        @Test
        void trailsTheOpenOfAPath() {
            assertThat(Scene.of("100 100 100 100", "100 100 100 100", "105 105.5 102.5 104")
                            .rules(rules -> rules.withPath(CandlePath.LOW_FIRST))
                            .at(0, Decision.enter(BUY).trailing(2))
                            .fills())
                    .containsExactly("1 BUY 1@100 ENTRY", "2 SELL 1@103 TRAILING_STOP");
        }

        @Test
        void trailsFromTheMarketAndNotFromASlippedFill() {
            assertThat(Scene.of("100 100 100 100", "100 100 95.5 96", "96 96 96 96")
                            .rules(rules -> rules.withPath(CandlePath.HIGH_FIRST))
                            .costs(Costs.NONE.withSlippage(Slippage.amount(1)))
                            .at(0, Decision.enter(BUY).trailing(5))
                            .fills())
                    .containsExactly("1 BUY 1@101 ENTRY");
        }

        @Test
        void trailsFromTheBidOfALongPosition() {
            assertThat(Scene.of("100 100 100 100", "100 100 95 96", "96 96 94.5 95")
                            .rules(rules -> rules.withPath(CandlePath.HIGH_FIRST))
                            .costs(Costs.NONE.withSpread(Spread.amount(2)))
                            .at(0, Decision.enter(BUY).trailing(5.5))
                            .fills())
                    .containsExactly("1 BUY 1@101 ENTRY", "2 SELL 1@93.5 TRAILING_STOP");
        }

        @Test
        void trailsOnceTheGainIsReached() {
            Decision entry = Decision.enter(BUY).trailing(Trailing.by(2).after(5));

            assertThat(Scene.of("100 100 100 100", "100 104 100 104", "104 104 101 101", "101 101 100 100")
                            .at(0, entry)
                            .fills())
                    .containsExactly("1 BUY 1@100 ENTRY");
            assertThat(Scene.of("100 100 100 100", "100 105 100 104", "104 104 101 101")
                            .at(0, entry)
                            .fills())
                    .containsExactly("1 BUY 1@100 ENTRY", "2 SELL 1@103 TRAILING_STOP");
        }

        @Test
        void beginsAsTheRulesSay() {
            Decision limit = Decision.enter(BUY).atLimit(99).stopLoss(98);
            Decision market = Decision.enter(BUY).stopLoss(98);
            String[] candles = {FLAT, "100 101 97.5 100", "100 101 97 100"};

            assertThat(Scene.of(candles).at(0, limit).fills())
                    .containsExactly("1 BUY 1@99 ENTRY", "1 SELL 1@98 STOP_LOSS");
            assertThat(from(ProtectFrom.MARKET_ENTRY, limit, candles))
                    .containsExactly("1 BUY 1@99 ENTRY", "2 SELL 1@98 STOP_LOSS");
            assertThat(from(ProtectFrom.MARKET_ENTRY, market, candles))
                    .containsExactly("1 BUY 1@100 ENTRY", "1 SELL 1@98 STOP_LOSS");
            assertThat(from(ProtectFrom.NEXT_CANDLE, market, candles))
                    .containsExactly("1 BUY 1@100 ENTRY", "2 SELL 1@98 STOP_LOSS");
        }

        private List<String> from(ProtectFrom when, Decision entry, String... candles) {
            return Scene.of(candles)
                    .rules(rules -> rules.withProtectFrom(when))
                    .at(0, entry)
                    .fills();
        }

        @Test
        void walksFinerCandlesAlongThePathOfTheRules() {
            Instrument instrument = Instrument.of("TEST");
            Scene scene = Scene.of("100 100 100 100", "100 104 96 100")
                    .with(builder -> builder.finer(Scene.series(
                            instrument,
                            Timeframe.M30,
                            "100 100 100 100",
                            "100 100 100 100",
                            "100 104 97.5 100",
                            "100 100 96 100")))
                    .at(0, Decision.enter(BUY).stopLoss(98).takeProfit(103));

            assertThat(scene.fills()).contains("1 SELL 1@98 STOP_LOSS");
            assertThat(scene.rules(rules -> rules.withPath(CandlePath.HIGH_FIRST))
                            .fills())
                    .contains("1 SELL 1@103 TAKE_PROFIT");
        }
    }

    @Nested
    class Sizes {
        @Test
        void buysForAnAmount() {
            assertThat(Scene.of(FLAT, "80 81 79 80")
                            .with(builder -> builder.size(PositionSize.cash(1000)))
                            .at(0, Decision.enter(BUY))
                            .fills())
                    .containsExactly("1 BUY 12.5@80 ENTRY");
        }
    }

    @Nested
    class Accounts {
        @Test
        void saysOnceThatNothingIsLeft() {
            BacktestResult result = Scene.of(FLAT, FLAT, "100 100 40 40", "40 40 30 30")
                    .with(builder -> builder.cash(1000))
                    .at(0, Decision.enter(BUY).quantity(20))
                    .run();

            assertThat(result.notices()).extracting(AccountNotice::code).containsExactly("EQUITY_BELOW_ZERO");
            assertThat(result.report().get(Statistic.LOWEST_EQUITY)).isEqualTo(-400);
        }

        @Test
        void knowsNoReturnOfAMonthThatBeganWithNothing() {
            String[] candles = new String[800];
            Arrays.fill(candles, "40 40 40 40");
            candles[0] = "100 100 100 100";
            candles[1] = "100 100 40 40";
            BacktestResult result = Scene.of(candles)
                    .with(builder -> builder.cash(1000))
                    .at(0, Decision.enter(BUY).quantity(20))
                    .run();

            List<Breakdown.Month> months =
                    Breakdown.of(result.equity(), 1000, result.roundTrips()).months();
            assertThat(months).hasSize(2);
            assertThat(months.getFirst().returnPercent()).isEqualTo(-120);
            assertThat(months.getLast().returnPercent()).isNaN();
        }
    }

    @Nested
    class Figures {
        @Test
        void callsNoRoundingADrawdown() {
            BacktestResult result = Scene.of(
                            "100 100 100 100", "100.06 100.06 100.06 100.06", "100.06 100.06 100.06 100.06", "1 1 1 1")
                    .with(builder -> builder.cash(1000))
                    .at(0, Decision.enter(BUY).quantity(3))
                    .at(1, Decision.exit())
                    .run();

            assertThat(result.report().drawdowns()).isEmpty();
            assertThat(result.report().get(Statistic.LONGEST_DRAWDOWN)).isZero();
        }

        @Test
        void countsTheFirstDayAsOneThatReturnedNothing() {
            BacktestResult result = days(1, Decision.enter(BUY).quantity(10));

            // equity 1000, 1100, 1210: 21 % over three days
            assertThat(result.report().get(Statistic.ANNUAL_RETURN)).isCloseTo(21, within(1e-9));
        }

        @Test
        void holdsFromTheFirstCandleThatTheStrategySaw() {
            BacktestResult result = days(2, Decision.hold());

            assertThat(result.report().get(Statistic.CANDLE_BUY_AND_HOLD)).isCloseTo(10, within(1e-9));
            assertThat(result.report().get(Statistic.BUY_AND_HOLD)).isCloseTo(21, within(1e-9));
        }

        @Test
        void countsTheCandlesOfRoundTripsOnce() {
            BacktestResult result = Scene.of(FLAT, FLAT, FLAT, FLAT, FLAT, FLAT)
                    .rules(rules -> rules.withMaxEntries(2))
                    .at(0, Decision.enter(BUY))
                    .at(1, Decision.enter(BUY))
                    .at(2, Decision.exit())
                    .run();

            assertThat(result.report().get(Statistic.CANDLE_EXPOSURE)).isCloseTo(50, within(1e-9));
            assertThat(result.report().get(Statistic.EXPOSURE)).isCloseTo(100.0 / 3, within(1e-9));
        }

        private BacktestResult days(int warmUp, Decision first) {
            return TradeTracker.create()
                    .backtest()
                    .candles(Scene.series(
                            Instrument.of("TEST"),
                            Timeframe.D1,
                            "100 100 100 100",
                            "100 110 100 110",
                            "110 121 110 121"))
                    .cash(1000)
                    .report(RoundTripMethod.FIFO, 3)
                    .strategy(context -> {
                        context.warmUp(warmUp);
                        int[] asked = {0};
                        return view -> asked[0]++ == 0 ? first : Decision.hold();
                    })
                    .run();
        }
    }
}
