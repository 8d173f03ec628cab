package io.tradetracker.samples.server.market;

import io.tradetracker.core.bot.BotConfiguration;
import java.time.Instant;
import java.util.Optional;

/** Where the server's bots trade. Safe for use by several threads. */
public interface Market extends AutoCloseable {
    /** {@return what the bot there is} */
    DemoBot bot();

    /**
     * {@return prices for one bot, which do not come yet}
     *
     * @param reached market time at which the bot's record ends; empty for a new bot
     * @param speed how many times faster than they happened recorded prices come
     */
    BotPrices prices(BotConfiguration bot, Optional<Instant> reached, double speed);

    /** Ends it, after its prices. */
    @Override
    void close();
}
