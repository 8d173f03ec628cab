package io.tradetracker.core.engine;

import io.tradetracker.api.indicator.Candles;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.MarketView;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.simulation.StrategyAccount;
import java.time.Instant;
import java.util.List;

/** One object for all calls: it reads what the engine holds now, which ends at the last closed candle. */
final class EngineView implements StrategyView {
    private final EngineClock clock;
    private final EngineContext context;
    private final StrategyAccount broker;
    private final OneMarket own;
    private long candleMillis = Long.MIN_VALUE;

    EngineView(EngineClock clock, EngineContext context, StrategyAccount broker) {
        this.clock = clock;
        this.context = context;
        this.broker = broker;
        own = new OneMarket(0);
    }

    /** The strategy is asked about candles that opened at this moment. */
    void askedAbout(long openMillis) {
        candleMillis = openMillis;
    }

    @Override
    public Instant time() {
        return clock.instant();
    }

    @Override
    public MarketView on(InstrumentId instrument) {
        return new OneMarket(context.markets().indexOf(context.market(instrument)));
    }

    @Override
    public Instrument instrument() {
        return own.instrument();
    }

    @Override
    public Candles candles() {
        return own.candles();
    }

    @Override
    public Candles candles(Timeframe timeframe) {
        return own.candles(timeframe);
    }

    @Override
    public PositionView position() {
        return own.position();
    }

    @Override
    public List<OrderView> orders() {
        return own.orders();
    }

    @Override
    public boolean hasNewCandle() {
        return own.hasNewCandle();
    }

    @Override
    public boolean isInCandle() {
        return own.isInCandle();
    }

    @Override
    public double cash() {
        return broker.cash();
    }

    @Override
    public double equity() {
        return broker.equity();
    }

    private final class OneMarket implements MarketView {
        private final int index;
        private final EngineMarket market;
        private final PositionView position;

        OneMarket(int index) {
            this.index = index;
            market = context.markets().get(index);
            position = broker.position(index);
        }

        @Override
        public Instrument instrument() {
            return market.instrument();
        }

        @Override
        public Candles candles() {
            return market.candles();
        }

        @Override
        public Candles candles(Timeframe timeframe) {
            Candles declared = market.declared(timeframe);
            if (declared == null) {
                throw new IllegalArgumentException("timeframe " + timeframe + " was not declared; call context.candles("
                        + timeframe + ") in the strategy's constructor");
            }
            return declared;
        }

        @Override
        public PositionView position() {
            return position;
        }

        @Override
        public List<OrderView> orders() {
            return broker.orders(index);
        }

        @Override
        public boolean hasNewCandle() {
            return market.hasPublished(candleMillis);
        }

        @Override
        public boolean isInCandle() {
            return market.isInCandle();
        }
    }
}
