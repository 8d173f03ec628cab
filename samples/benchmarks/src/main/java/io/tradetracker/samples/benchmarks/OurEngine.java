package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.engine.Engine;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.report.RoundTripMethod;
import io.tradetracker.core.report.RoundTrips;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.util.List;

/** The rules in the event-driven engine, which is given one candle after the other. */
final class OurEngine implements Lane.Runner {
    private final CandleSeries candles;
    private final EngineSettings settings;

    OurEngine(CandleSeries candles) {
        this.candles = candles;
        settings = EngineSettings.of(candles.instrument(), candles.timeframe());
    }

    @Override
    public Lane.Outcome run(TradingRules rules) {
        Engine engine = new Engine(settings, context -> OurStrategies.create(rules, context));
        for (int i = 0; i < candles.size(); i++) {
            engine.onCandle(
                    candles.timeMillis(i),
                    candles.open(i),
                    candles.high(i),
                    candles.low(i),
                    candles.close(i),
                    candles.volume(i));
        }
        SimulatedBroker broker = engine.broker();
        return () -> OurBacktest.keys(RoundTrips.of(
                RoundTripMethod.FLAT_TO_FLAT, broker.fills(), broker.lots(), broker.charges(), List.of(candles)));
    }
}
