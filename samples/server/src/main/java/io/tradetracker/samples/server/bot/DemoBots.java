package io.tradetracker.samples.server.bot;

import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.Bots;
import io.tradetracker.core.bot.BotsListener;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.pluginhost.PluginCatalog;
import io.tradetracker.postgres.bot.PostgresBotJournal;
import io.tradetracker.samples.server.board.HostedBot;
import io.tradetracker.samples.server.market.Market;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demonstration bot, and those that took its place when its owner started over. The newest runs; the records of the
 * others stay. Safe for use by several threads.
 */
public final class DemoBots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoBots.class);

    private final Workshop workshop;
    private final Bots bots;
    private final Set<BotId> wanted = ConcurrentHashMap.newKeySet();
    private final Map<BotId, RunningBot> running = new ConcurrentHashMap<>();
    private volatile double speed;
    private volatile @Nullable Throwable lastFailure;

    private DemoBots(Workshop workshop, Leases leases, double speed) {
        this.workshop = workshop;
        this.speed = speed;
        bots = TradeTracker.create()
                .bots()
                .journal(workshop.journal())
                .leases(leases, "server-" + UUID.randomUUID())
                .only(stored -> wanted.contains(stored.id()))
                .opener(this::open)
                .listener(new Ear())
                .build();
    }

    /**
     * Opens the newest bot on record, and makes and starts one when there is none. A bot that another server runs is
     * taken over when that one is gone.
     *
     * @param journal their record
     * @param leases who may run which
     * @param plugins where their strategy comes from
     * @param market where they trade; the caller closes it
     * @param speed how many times faster than they happened recorded prices come
     */
    public static DemoBots open(
            PostgresBotJournal journal, Leases leases, PluginCatalog plugins, Market market, double speed) {
        Workshop workshop = new Workshop(journal, plugins, market, InstantSource.system());
        DemoBots demo = new DemoBots(workshop, leases, speed);
        try {
            demo.begin();
        } catch (RuntimeException | Error failed) {
            demo.close();
            throw failed;
        }
        return demo;
    }

    private void begin() {
        int newest = newest();
        if (newest == 0) {
            begin(1);
        } else {
            take(workshop.market().bot().botOf(newest));
        }
        bots.start();
    }

    /** {@return the bot that runs, by its id} */
    public Map<String, HostedBot> hosted() {
        return running.values().stream()
                .filter(each -> wanted.contains(each.id()))
                .collect(Collectors.toMap(each -> each.id().value(), RunningBot::hosted));
    }

    @Override
    public void close() {
        bots.close();
    }

    /** The new bot stands before the old one ends: when it cannot be made, nothing has changed. */
    private synchronized HostedBot startOver(BotId old) {
        RunningBot before = running.get(old);
        if (before == null || !wanted.contains(old)) {
            throw new IllegalStateException("bot " + old + " was replaced already");
        }
        speed = before.speed();
        RunningBot next = begin(newest() + 1);
        wanted.remove(old);
        before.stop();
        bots.tend();
        before.hosted().board().replacedBy(next.id().value());
        return next.hosted();
    }

    private int newest() {
        return workshop.journal().bots().stream()
                .mapToInt(bot -> workshop.market().bot().accountOf(bot.id()))
                .max()
                .orElse(0);
    }

    private RunningBot begin(int account) {
        BotConfiguration made = workshop.market().bot().configuration(account);
        workshop.journal().create(made);
        BotId id = made.id();
        take(id);
        RunningBot bot = running.get(id);
        if (bot == null) {
            wanted.remove(id);
            throw new IllegalStateException("bot " + id + " is run by another server");
        }
        bot.start();
        return bot;
    }

    /** Opens the bot if it is free; when it cannot be opened, says why. */
    private void take(BotId id) {
        lastFailure = null;
        wanted.add(id);
        bots.tend();
        if (!running.containsKey(id) && lastFailure instanceof RuntimeException failed) {
            wanted.remove(id);
            throw failed;
        }
    }

    private Bot open(StoredBot stored, BotJournal record) {
        BotId id = stored.id();
        RunningBot bot = RunningBot.open(workshop, record, stored, speed, () -> startOver(id));
        running.put(id, bot);
        return bot.bot();
    }

    private final class Ear implements BotsListener {
        @Override
        public void onGivenUp(BotId bot, String reason) {
            running.remove(bot);
            LOG.info("Bot {} does not run here any more: {}", bot, reason);
        }

        @Override
        public void onFailed(BotId bot, Throwable failure) {
            lastFailure = failure;
            LOG.warn("Bot {}: {}", bot, failure.getMessage());
        }

        @Override
        public void onRecordFailed(Throwable failure) {
            LOG.warn("The bots on record could not be read: {}", failure.getMessage());
        }
    }
}
