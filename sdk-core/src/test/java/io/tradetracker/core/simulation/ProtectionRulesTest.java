package io.tradetracker.core.simulation;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.strategy.Decision;
import io.tradetracker.core.report.Statistic;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ProtectionRulesTest {
    @Nested
    class Protected {
        @Test
        void takesTheStopBeforeTheTarget() {
            Scene scene = Scene.of("10 10 10 10", "10 13 7 10")
                    .at(0, Decision.enter(BUY).stopLoss(8).takeProfit(12));

            assertThat(scene.fills()).containsExactly("1 BUY 1@10 ENTRY", "1 SELL 1@8 STOP_LOSS");
            assertThat(scene.run().report().get(Statistic.AMBIGUOUS_CANDLES)).isEqualTo(1);
        }

        @Test
        void goesToTheNearerExtremeFirstOnThatPath() {
            Decision entry = Decision.enter(BUY).stopLoss(8).takeProfit(12);

            assertThat(Scene.of("10 10 10 10", "10 12.5 7 10")
                            .at(0, entry)
                            .rules(rules -> rules.withPath(CandlePath.NEAREST_EXTREME_FIRST))
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "1 SELL 1@12 TAKE_PROFIT");
            assertThat(Scene.of("10 10 10 10", "10 14 7.5 10")
                            .at(0, entry)
                            .rules(rules -> rules.withPath(CandlePath.NEAREST_EXTREME_FIRST))
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "1 SELL 1@8 STOP_LOSS");
        }

        @Test
        void fillsAtTheOpenThatIsBeyondTheStopOrTheTarget() {
            Decision entry = Decision.enter(BUY).stopLoss(8).takeProfit(12);

            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "7 7 7 7")
                            .at(0, entry)
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "2 SELL 1@7 STOP_LOSS");
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "13 13 13 13")
                            .at(0, entry)
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "2 SELL 1@13 TAKE_PROFIT");
        }

        @Test
        void mayStopALimitEntryInItsOwnCandleButNotTakeItsProfit() {
            Decision entry = Decision.enter(BUY).atLimit(9).stopLoss(8).takeProfit(11);

            assertThat(Scene.of("10 10 10 10", "10 10 7.5 9").at(0, entry).fills())
                    .containsExactly("1 BUY 1@9 ENTRY", "1 SELL 1@8 STOP_LOSS");
            assertThat(Scene.of("10 10 10 10", "10 12 8.5 10", "10 12 10 10")
                            .at(0, entry)
                            .fills())
                    .containsExactly("1 BUY 1@9 ENTRY", "2 SELL 1@11 TAKE_PROFIT");
        }

        @Test
        void takesTheProfitOfAStopEntryInItsOwnCandle() {
            assertThat(Scene.of("10 10 10 10", "10 14 10 13")
                            .at(0, Decision.enter(BUY).atStop(11).stopLoss(9).takeProfit(13.5))
                            .fills())
                    .containsExactly("1 BUY 1@11 ENTRY", "1 SELL 1@13.5 TAKE_PROFIT");
        }

        @Test
        void movesATrailingStopOnlyAfterTheCandle() {
            assertThat(Scene.of("10 10 10 10", "10 15 10 14", "14 14 11 12")
                            .at(0, Decision.enter(BUY).trailing(2))
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "2 SELL 1@13 TRAILING_STOP");
        }

        @Test
        void movesATrailingStopAlongAPath() {
            assertThat(Scene.of("10 10 10 10", "10 15 10 12")
                            .at(0, Decision.enter(BUY).trailing(2))
                            .rules(rules -> rules.withPath(CandlePath.LOW_FIRST))
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "1 SELL 1@13 TRAILING_STOP");
        }

        @Test
        void trailsByAShareOfTheBestPrice() {
            assertThat(Scene.of("100 100 100 100", "100 200 100 190", "190 190 170 170")
                            .at(0, Decision.enter(BUY).trailingPercent(10))
                            .fills())
                    .containsExactly("1 BUY 1@100 ENTRY", "2 SELL 1@180 TRAILING_STOP");
        }

        @Test
        void trailsByAnIndicatorAsItIsAtEachClose() {
            assertThat(Scene.of("10 10 10 10", "10 12 8 10", "10 12 10 12", "12 16 12 16", "16 16 13 13")
                            .at(1, Decision.enter(BUY).trailing(Scene.TRUE_RANGE, 0.5))
                            .fills())
                    .containsExactly("2 BUY 1@10 ENTRY", "4 SELL 1@14 TRAILING_STOP");
        }

        @Test
        void refusesATrailingStopByAnIndicatorThatIsNotThere() {
            Scene scene = Scene.of("10 10 10 10", "10 10 10 10", "10 10 10 10", "10 10 5 5")
                    .at(0, Decision.enter(BUY).trailing(Scene.TRUE_RANGE, 2))
                    .at(1, Decision.enter(BUY).trailing(Scene.named("atr(99)"), 2))
                    .at(2, Decision.enter(BUY))
                    .at(3, Decision.amend().trailing(Scene.named("atr(99)"), 2));

            assertThat(scene.fills()).containsExactly("3 BUY 1@10 ENTRY");
            assertThat(scene.refusals())
                    .containsExactly("INDICATOR_NOT_READY", "UNKNOWN_INDICATOR", "UNKNOWN_INDICATOR");
        }

        @Test
        void doesNotTrailFromAPriceBeforeTheEntry() {
            assertThat(Scene.of("110 110 110 110", "110 120 99 109", "109 109 109 109")
                            .at(0, Decision.enter(BUY).atLimit(100).trailing(5))
                            .run()
                            .fills())
                    .singleElement();
        }

        @Test
        void amendsAndTakesAwayProtection() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "10 10 8 10", "10 10 8 10", "10 10 5 10")
                            .at(0, Decision.enter(BUY).stopLoss(9.5))
                            .at(1, Decision.unprotect().takeProfit(20))
                            .at(3, Decision.amend().stopLoss(6))
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "4 SELL 1@6 STOP_LOSS");
        }
    }

    @Nested
    class SeveralEntries {
        @Test
        void addsAsManyAsTheRunAllowsAndClosesTheOldestFirst() {
            Scene scene = Scene.of("10 10 10 10", "10 10 10 10", "11 11 11 11", "12 12 12 12", "13 13 13 13")
                    .rules(rules -> rules.withMaxEntries(2))
                    .at(0, Decision.enter(BUY).tag("a"))
                    .at(1, Decision.enter(BUY).tag("b"))
                    .at(2, Decision.enter(BUY).tag("c"))
                    .at(3, Decision.exit().quantity(1));

            assertThat(scene.fills()).containsExactly("1 BUY 1@10 ENTRY", "2 BUY 1@11 ENTRY", "4 SELL 1@13 EXIT");
            assertThat(scene.refusals()).containsExactly("ALREADY_IN_POSITION");
            assertThat(scene.run().taxLots()).singleElement().satisfies(lot -> {
                assertThat(lot.entryPrice()).isEqualTo(10);
                assertThat(lot.profit()).isEqualTo(3);
            });
        }

        @Test
        void closesThePartThatWasNamed() {
            Scene scene = Scene.of("10 10 10 10", "10 10 10 10", "11 11 11 11", "12 12 12 12")
                    .rules(rules -> rules.withMaxEntries(2))
                    .at(0, Decision.enter(BUY).tag("a"))
                    .at(1, Decision.enter(BUY).tag("b"))
                    .at(2, Decision.exit().part("b"));

            assertThat(scene.run().taxLots())
                    .singleElement()
                    .satisfies(lot -> assertThat(lot.entryTag()).isEqualTo("b"));
        }

        @Test
        void netsAnOrderAgainstTheOtherSide() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "11 11 11 11")
                            .at(0, Decision.order(BUY).quantity(2))
                            .at(1, Decision.order(SELL).quantity(5))
                            .fills())
                    .containsExactly("1 BUY 2@10 ENTRY", "2 SELL 5@11 REVERSE");
        }

        @Test
        void onlyReduces() {
            Scene scene = Scene.of("10 10 10 10", "10 10 10 10", "11 11 11 11", "11 11 11 11")
                    .at(0, Decision.order(BUY).quantity(2))
                    .at(1, Decision.order(SELL).quantity(5).reduceOnly())
                    .at(2, Decision.order(SELL).quantity(5).reduceOnly());

            assertThat(scene.fills()).containsExactly("1 BUY 2@10 ENTRY", "2 SELL 2@11 EXIT");
            assertThat(scene.refusals()).containsExactly("NOTHING_TO_REDUCE");
        }

        @Test
        void holdsBothSidesOnAHedgingAccount() {
            assertThat(Scene.of("10 10 10 10", "10 10 10 10", "11 11 11 11", "12 12 12 12")
                            .rules(rules -> rules.withPositionMode(PositionMode.HEDGING))
                            .at(0, Decision.enter(BUY).tag("long"))
                            .at(1, Decision.enter(SELL).tag("short").quantity(2))
                            .at(2, Decision.exit())
                            .fills())
                    .containsExactly("1 BUY 1@10 ENTRY", "2 SELL 2@11 ENTRY", "3 SELL 1@12 EXIT", "3 BUY 2@12 EXIT");
        }
    }
}
