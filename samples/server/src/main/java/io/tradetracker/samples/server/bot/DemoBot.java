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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server makes at its first start, and whenever its owner starts over. */
final class DemoBot {
    /** Candles from before the bot's first decision, so that its chart and averages begin full. */
    static final int WARM_UP_CANDLES = 180;

    private static final String NAME = "Bitcoin trend";
    private static final Pattern ID = Pattern.compile("btc-trend(?:-([0-9]{1,9}))?");
    private static final double CASH = 10_000;
    private static final double SPREAD = 0.10;
    private static final long SEED = 42;

    private DemoBot() {}

    /** {@return which account a bot is, from 1; 0 for a bot that this server did not make} */
    static int accountOf(BotId id) {
        Matcher parts = ID.matcher(id.value());
        if (!parts.matches()) {
            return 0;
        }
        return parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1));
    }

    /** {@return the bot of an account, from 1} */
    static BotConfiguration configuration(int account) {
        String suffix = account == 1 ? "" : "-" + account;
        Instrument bitcoin = Instrument.of("BTC/USD").withRules(InstrumentRules.of("0.01", "0.0001"));
        EngineSettings settings = EngineSettings.of(bitcoin, Timeframe.M1)
                .withCash(CASH)
                .withSize(PositionSize.percentOfEquity(50))
                .withCosts(Costs.NONE.withSpread(SPREAD))
                .withSeed(SEED);
        return new BotConfiguration(
                BotId.of("btc-trend" + suffix),
                1,
                account == 1 ? NAME : NAME + " " + account,
                "sma-cross",
                Map.of("fast", "10", "slow", "30"),
                settings);
    }
}
