package io.tradetracker.samples.server.market;

import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.gateway.OrderGateway;
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

    /** {@return whose money it is: {@code PAPER}, {@code SIMULATED}, {@code DEMO} or {@code LIVE}} */
    default String mode() {
        return "PAPER";
    }

    /** {@return the only way to the real account that its bots trade; empty when they trade paper money} */
    default Optional<OrderGateway> gateway() {
        return Optional.empty();
    }

    /** Ends it, after its prices. */
    @Override
    void close();
}
