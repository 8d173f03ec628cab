package io.tradetracker.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.SimulationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ta4j.core.Trade;

/**
 * In which of ta4j's candles a fill counts. Candles of a minute; candle i opens at 100 + i and closes a half higher.
 */
final class Ta4jFillCandleTest {
    private static final EngineSettings SETTINGS = EngineSettings.of(Instrument.of("FILL"), Timeframe.M1);

    private final List<String> seen = new ArrayList<>();

    @Test
    void isTheOneAfterTheDecisionWhenTheNextOpenFills() {
        play(SETTINGS, Timeframe.M1, Map.of(1, Decision.enter(OrderSide.BUY)), 0, 1, 2, 3);

        assertThat(seen).containsExactly("0", "1", "2 in 2", "3 in 2");
    }

    @Test
    void isTheOneOfTheDecisionWhenItsCloseFills() {
        EngineSettings atClose = SETTINGS.withRules(SimulationRules.DEFAULT.withFillAt(FillAt.CLOSE));

        play(atClose, Timeframe.M1, Map.of(1, Decision.enter(OrderSide.BUY)), 0, 1, 2, 3);

        assertThat(seen).containsExactly("0", "1", "2 in 1", "3 in 1");
    }

    @Test
    void isTheFirstAfterAGap() {
        play(SETTINGS, Timeframe.M1, Map.of(1, Decision.enter(OrderSide.BUY)), 0, 1, 8, 9);

        assertThat(seen).containsExactly("0", "1", "2 in 2", "3 in 2");
    }

    @Test
    void isTheOneThatPassedUnattended() {
        Engine engine = engine(SETTINGS, Timeframe.M1, Map.of(1, Decision.enter(OrderSide.BUY)));
        candle(engine, 0);
        candle(engine, 1);
        for (int i = 2; i < 5; i++) {
            engine.onUnattendedCandle(60_000L * i, 100 + i, 101 + i, 99 + i, 100.5 + i, 10);
        }
        candle(engine, 5);

        assertThat(seen).containsExactly("0", "1", "5 in 2");
    }

    @Test
    void isTheLastClosedOneUntilALongerOneHasClosed() {
        play(
                SETTINGS,
                Timeframe.M5,
                Map.of(6, Decision.enter(OrderSide.BUY)),
                0,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11,
                12,
                13,
                14);

        assertThat(seen)
                .endsWith("0", "0", "0 in 0", "0 in 0", "1 in 1", "1 in 1", "1 in 1", "1 in 1", "1 in 1", "2 in 1");
    }

    @Test
    void isTheLongerOneItHappenedInWhenTheEndOfTheOneBeforeIsMissing() {
        play(
                SETTINGS,
                Timeframe.M5,
                Map.of(8, Decision.enter(OrderSide.BUY)),
                0,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                10,
                11,
                12,
                13,
                14);

        assertThat(seen).endsWith("0", "1 in 1", "1 in 1", "1 in 1", "1 in 1", "2 in 2");
    }

    private void play(EngineSettings settings, Timeframe bridged, Map<Integer, Decision> script, int... minutes) {
        Engine engine = engine(settings, bridged, script);
        for (int minute : minutes) {
            candle(engine, minute);
        }
    }

    private Engine engine(EngineSettings settings, Timeframe bridged, Map<Integer, Decision> script) {
        return new Engine(settings, context -> new Scripted(context, bridged, script));
    }

    private static void candle(Engine engine, int i) {
        engine.onCandle(60_000L * i, 100 + i, 101 + i, 99 + i, 100.5 + i, 10);
    }

    /** Decides what a script says at each minute, and notes the index and that of the entry. */
    private final class Scripted implements Strategy {
        private final Map<Integer, Decision> script;
        private final Ta4j ta4j;
        private final Ta4jRule rule;

        Scripted(StrategyContext context, Timeframe bridged, Map<Integer, Decision> script) {
            this.script = script;
            context.warmUp(1);
            ta4j = Ta4j.on(context, bridged);
            rule = ta4j.rule(bars -> (index, record) -> {
                Trade entry =
                        record == null ? null : record.getCurrentPosition().getEntry();
                return seen.add(index + (entry == null ? "" : " in " + entry.getIndex()));
            });
        }

        @Override
        public Decision onCandle(StrategyView view) {
            rule.satisfied(view);
            int minute = (int) (view.candles().timeMillis(0) / 60_000);
            return script.getOrDefault(minute, Decision.hold());
        }

        @Override
        public Decision onFill(FillView fill, StrategyView view) {
            ta4j.onFill(fill, view);
            return Decision.hold();
        }
    }
}
