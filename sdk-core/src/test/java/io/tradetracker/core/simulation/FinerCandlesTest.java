package io.tradetracker.core.simulation;

import static io.tradetracker.api.order.OrderSide.BUY;
import static io.tradetracker.api.order.OrderSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Decision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FinerCandlesTest {
    private static final Instrument TEST = Instrument.of("TEST");

    @Test
    void showWhatCameFirst() {
        Scene scene = Scene.of(TEST, "10 10 10 10", "10 13 7 10")
                .at(0, Decision.enter(BUY).stopLoss(8).takeProfit(12));

        assertThat(withFiner(scene, "10 10 10 10", "10 10 10 10", "10 13 10 12", "12 12 7 10"))
                .containsExactly("1 BUY 1@10 ENTRY", "1 SELL 1@12 TAKE_PROFIT");
    }

    @Test
    void letAStopFollowInsideACandleAndWhereTheyAreMissing() {
        Scene scene = Scene.of(TEST, "10 10 10 10", "10 15 10 15", "15 20 15 20", "20 20 17 17")
                .at(0, Decision.enter(BUY).trailing(2));

        assertThat(withFiner(scene, "10 10 10 10", "10 10 10 10", "10 15 10 15", "15 15 14 14"))
                .containsExactly("1 BUY 1@10 ENTRY", "3 SELL 1@18 TRAILING_STOP");
    }

    @Test
    void moveAStopWithItsIndicatorAtEachClose() {
        Scene scene = Scene.of(TEST, "10 10 10 10", "10 10 2 10", "10 18 10 18", "18 18 18 18", "18 18 17.5 17.5")
                .at(1, Decision.enter(BUY).trailing(Scene.TRUE_RANGE, 1));

        assertThat(withFiner(
                        scene,
                        "10 10 10 10",
                        "10 10 10 10",
                        "10 10 2 10",
                        "10 10 10 10",
                        "10 14 10 14",
                        "14 18 14 18",
                        "18 18 18 18",
                        "18 18 18 18",
                        "18 18 17.5 17.5",
                        "17.5 17.5 17.5 17.5"))
                .containsExactly("2 BUY 1@10 ENTRY", "4 SELL 1@18 TRAILING_STOP");
    }

    @Test
    void areOfTheBidWhenTheAsksAreGiven() {
        CandleSeries ask = Scene.series(TEST, Timeframe.H1, "12 12 12 12", "12 12 12 12", "12 14 12 14");
        Scene scene = Scene.of(TEST, "10 10 10 10", "10 10 10 10", "10 12 10 12")
                .with(builder -> builder.ask(ask))
                .at(0, Decision.enter(SELL).stopLoss(14));

        assertThat(withFiner(
                        scene,
                        "10 10 10 10",
                        "10 10 10 10",
                        "10 10 10 10",
                        "10 10 10 10",
                        "10 11.5 10 11",
                        "11 12 11 12"))
                .containsExactly("1 SELL 1@10 ENTRY", "2.5 BUY 1@14 STOP_LOSS");
    }

    @Test
    void doNotFillAnOrderWhoseMomentHasPassed() {
        Scene scene = Scene.of(TEST, "10 10 10 10", "10 10 8 8")
                .at(0, Decision.enter(BUY).atLimit(9).goodTill(Instant.ofEpochSecond(5_400)));

        assertThat(withFiner(scene, "10 10 10 10", "10 10 10 10", "10 10 10 10", "8 8 8 8"))
                .isEmpty();
        assertThat(withFiner(scene, "10 10 10 10", "10 10 10 10", "10 10 8 8", "8 8 8 8"))
                .containsExactly("1 BUY 1@9 ENTRY");
    }

    @Test
    void doNotFillAtALaterOpenWhatIsForTheFirst() {
        Scene scene = Scene.of(TEST, "10 10 10 10", "10 10 8 8")
                .at(0, Decision.enter(BUY).atLimit(9).timeInForce(TimeInForce.IOC));

        assertThat(withFiner(scene, "10 10 10 10", "10 10 10 10", "10 10 10 10", "8 8 8 8"))
                .isEmpty();
    }

    @Test
    void areLeftOutWhereTheyDoNotShowTheWholeCandle() {
        Scene scene = Scene.of(TEST, "10 10 10 10", "10 12 7 10")
                .at(0, Decision.enter(BUY).stopLoss(8).takeProfit(12));

        assertThat(withFiner(scene, "10 10 10 10", "10 10 10 10", "10 12 10 12"))
                .containsExactly("1 BUY 1@10 ENTRY", "1 SELL 1@8 STOP_LOSS");
    }

    @Test
    void showTheirWholeRangeToAStopThatAnEarlierOneSet() {
        Scene scene = Scene.of(TEST, "10 10 10 10", "10 16 9 14", "14 14 13 13")
                .at(0, Decision.enter(BUY).atLimit(9).trailing(2.5));

        assertThat(withFiner(scene, "10 10 10 10", "10 10 10 10", "10 10 9 10", "10 16 10 14", "14 14 13 13"))
                .containsExactly("1 BUY 1@9 ENTRY", "2 SELL 1@13.5 TRAILING_STOP");
    }

    private static List<String> withFiner(Scene scene, String... finer) {
        return scene.with(builder -> builder.finer(Scene.series(TEST, Timeframe.M30, finer)))
                .fills();
    }
}
