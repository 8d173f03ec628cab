package io.tradetracker.core.engine;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.time.Instant;
import java.util.List;

/** One object for all calls: it reads what the engine holds now, which ends at the last closed candle. */
final class EngineView implements StrategyView {
    private final EngineClock clock;
    private final EngineContext context;
    private final SimulatedBroker broker;

    EngineView(EngineClock clock, EngineContext context, SimulatedBroker broker) {
        this.clock = clock;
        this.context = context;
        this.broker = broker;
    }

    @Override
    public Instant time() {
        return clock.instant();
    }

    @Override
    public Candles candles() {
        return context.base().window();
    }

    @Override
    public Candles candles(Timeframe timeframe) {
        if (timeframe.equals(context.timeframe())) {
            return candles();
        }
        LongerTrack track = context.longer().get(timeframe);
        if (track == null) {
            throw new IllegalArgumentException("timeframe " + timeframe + " was not declared; call context.candles("
                    + timeframe + ") in the strategy's constructor");
        }
        return track.window();
    }

    @Override
    public PositionView position() {
        return broker.position();
    }

    @Override
    public List<OrderView> orders() {
        return broker.orders();
    }

    @Override
    public double cash() {
        return broker.cash();
    }

    @Override
    public double equity() {
        return broker.equity();
    }
}
