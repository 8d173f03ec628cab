package io.tradetracker.samples.server.market;

import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.engine.EngineSettings;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the server makes at its first start on a market, and whenever its owner starts over. Immutable.
 *
 * @param id its name on record; later accounts have their number behind it
 * @param name what people read
 * @param settings what a new one is configured with; may ask the market
 */
public record DemoBot(String id, String name, Supplier<EngineSettings> settings) {
    /** Candles from before the bot's first decision, so that its chart and averages begin full. */
    public static final int WARM_UP_CANDLES = 180;

    /** {@return which account a bot is, from 1; 0 for a bot that is none of this market} */
    public int accountOf(BotId bot) {
        String value = bot.value();
        if (value.equals(id)) {
            return 1;
        }
        String rest = value.startsWith(id + "-") ? value.substring(id.length() + 1) : "";
        return rest.matches("[0-9]{1,9}") ? Integer.parseInt(rest) : 0;
    }

    /** {@return the name on record of the bot of an account, from 1} */
    public BotId botOf(int account) {
        return BotId.of(account == 1 ? id : id + "-" + account);
    }

    /** {@return a new bot for an account, from 1} */
    public BotConfiguration configuration(int account) {
        return new BotConfiguration(
                botOf(account),
                1,
                account == 1 ? name : name + " " + account,
                "sma-cross",
                Map.of("fast", "10", "slow", "30"),
                settings.get());
    }
}
