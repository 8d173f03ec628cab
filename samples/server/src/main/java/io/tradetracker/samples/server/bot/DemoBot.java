package io.tradetracker.samples.server.bot;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.simulation.Costs;
import java.util.Map;

/** What the server makes at its first start. */
final class DemoBot {
    static final BotId ID = BotId.of("btc-trend");
    /** Candles from before the bot's first decision, so that its chart and averages begin full. */
    static final int WARM_UP_CANDLES = 180;

    private static final double CASH = 10_000;
    private static final double SPREAD = 0.10;
    private static final long SEED = 42;

    private DemoBot() {}

    static BotConfiguration configuration() {
        Instrument bitcoin = Instrument.of("BTC/USD").withRules(InstrumentRules.of("0.01", "0.0001"));
        EngineSettings settings = EngineSettings.of(bitcoin, Timeframe.M1)
                .withCash(CASH)
                .withSize(PositionSize.percentOfEquity(50))
                .withCosts(Costs.NONE.withSpread(SPREAD))
                .withSeed(SEED);
        return new BotConfiguration(ID, 1, "Bitcoin trend", "sma-cross", Map.of("fast", "10", "slow", "30"), settings);
    }
}
