package io.tradetracker.samples.server.bot;

import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.pluginhost.PluginCatalog;
import io.tradetracker.postgres.bot.PostgresBotJournal;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotStatus;
import io.tradetracker.samples.server.market.Market;
import java.time.InstantSource;

/**
 * What bots are made with.
 *
 * @param journal their record
 * @param plugins where their strategies come from
 * @param market where they trade
 * @param wallClock the time of people
 */
record Workshop(PostgresBotJournal journal, PluginCatalog plugins, Market market, InstantSource wallClock) {
    BotBoard board(BotConfiguration bot) {
        return new BotBoard(
                Profiles.of(bot, plugins.get(bot.strategyId()).spec()),
                new BotStatus("STARTING", "Replays its record.", wallClock.instant()));
    }
}
