package io.tradetracker.samples.server.bot;

import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.pluginhost.PluginCatalog;
import io.tradetracker.postgres.bot.PostgresBotJournal;
import io.tradetracker.samples.data.SampleData;
import io.tradetracker.samples.server.board.HostedBot;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration bot, and those that took its place when its owner started over. The newest runs; the records of the
 * others stay. Safe for use by several threads.
 */
public final class DemoBots implements AutoCloseable {
    private final Workshop workshop;
    private volatile @Nullable RunningBot current;

    private DemoBots(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Opens the newest bot on record, and makes and starts one when there is none.
     *
     * @param journal their record
     * @param plugins where their strategy comes from
     * @param speed how many times faster than they happened prices come
     */
    public static DemoBots open(PostgresBotJournal journal, PluginCatalog plugins, double speed) {
        RecordedPrices prices = new RecordedPrices(SampleData::btcUsdPrints);
        DemoBots bots = new DemoBots(new Workshop(journal, plugins, prices, InstantSource.system()));
        int newest = bots.newest();
        bots.current = newest == 0 ? bots.begin(1, speed) : bots.open(newest, speed);
        return bots;
    }

    /** {@return the bot that runs, by its id} */
    public Map<String, HostedBot> hosted() {
        RunningBot bot = current;
        return bot == null ? Map.of() : Map.of(bot.hosted().board().profile().id(), bot.hosted());
    }

    @Override
    public synchronized void close() {
        RunningBot bot = current;
        if (bot != null) {
            bot.close();
        }
        current = null;
    }

    /** The new bot stands before the old one ends: when it cannot be made, nothing has changed. */
    private synchronized HostedBot startOver(BotId old) {
        RunningBot before = current;
        if (before == null || !before.id().equals(old)) {
            throw new IllegalStateException("bot " + old + " was replaced already");
        }
        RunningBot next = begin(newest() + 1, before.speed());
        current = next;
        before.stop();
        before.close();
        before.hosted().board().replacedBy(next.id().value());
        return next.hosted();
    }

    private int newest() {
        return workshop.journal().bots().stream()
                .map(StoredBot::configuration)
                .mapToInt(bot -> DemoBot.accountOf(bot.id()))
                .max()
                .orElse(0);
    }

    private RunningBot begin(int account, double speed) {
        workshop.journal().create(DemoBot.configuration(account));
        RunningBot bot = open(account, speed);
        bot.start();
        return bot;
    }

    private RunningBot open(int account, double speed) {
        BotId id = DemoBot.configuration(account).id();
        StoredBot stored = workshop.journal().bots().stream()
                .filter(each -> each.configuration().id().equals(id))
                .findFirst()
                .orElseThrow();
        return RunningBot.open(workshop, stored, speed, () -> startOver(id));
    }
}
