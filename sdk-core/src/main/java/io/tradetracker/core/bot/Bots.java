package io.tradetracker.core.bot;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.internal.Round;
import io.tradetracker.core.lease.Lease;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bots that one process runs: those on record whose leases it holds. It opens them, renews their leases, gives a
 * bot up when its lease is lost, and takes over those whose holder is gone. Has no thread until {@link #start()}, then
 * two: one renews, one takes over, so that a long replay does not cost a lease.
 *
 * <p>Safe for use by several threads.
 */
public final class Bots implements AutoCloseable {
    private final BotsBuilder.Settings settings;
    private final Map<BotId, HeldBot> held = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Thread> closers = new CopyOnWriteArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private boolean closed;

    Bots(BotsBuilder.Settings settings) {
        this.settings = settings;
    }

    /**
     * Begins to run bots, in threads of its own. Returns at once; call {@link #tend()} before to have the bots open.
     *
     * @throws IllegalStateException when closed
     */
    public void start() {
        lock.lock();
        try {
            requireOpen();
            if (rounds.isEmpty()) {
                rounds.add(new Round("bots-renew", this::renew, settings.pause(), this::roundFailed));
                rounds.add(new Round("bots-take", this::take, settings.pause(), this::roundFailed));
                rounds.forEach(Round::start);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Goes round once in the calling thread: renews leases, gives up what is lost or not wanted any more, and opens
     * what is free. For hosts that want the bots open before they go on, or have a timer of their own.
     */
    public void tend() {
        renew();
        take();
    }

    /** {@return the bot, when this process runs it and it is open} */
    public Optional<Bot> find(BotId id) {
        return heldBots().stream()
                .filter(each -> each.id().equals(id))
                .map(HeldBot::bot)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** {@return what the bots that this process runs are and hold, in the order of taking} */
    public List<BotSnapshot> snapshots() {
        return heldBots().stream()
                .map(HeldBot::bot)
                .flatMap(Optional::stream)
                .map(Bot::snapshot)
                .toList();
    }

    /**
     * Puts a bot's next configuration in force and opens the bot with it. It begins anew: with its own warm-up and
     * account.
     *
     * @param next made with {@link BotConfiguration#changed} from the one in force
     * @param changedBy who wants it; may be empty
     * @throws TradeTrackerException BAD_CONFIGURATION when the bot does not run here, is not stopped, holds a position,
     *     its kill switch is on, or the version is not the next one
     */
    public void change(BotConfiguration next, String changedBy) {
        turn.lock();
        try {
            HeldBot here = holding(next.id());
            Bot bot = here == null ? null : here.bot().orElse(null);
            if (here == null || bot == null) {
                throw cannotChange(next.id(), "it does not run here");
            }
            stored(settings.journal(), next.id()).requireCanBecome(next);
            if (!bot.snapshot().holdings().isEmpty()) {
                throw cannotChange(next.id(), "it holds a position, which would be lost; let it exit first");
            }
            if (bot.killSwitch().isPresent()) {
                throw cannotChange(
                        next.id(), "its kill switch is on and would be forgotten; call resume(reason) first");
            }
            bot.close();
            try {
                settings.journal().claim(next.id(), here.lease().epoch()).change(next, changedBy);
            } finally {
                open(here);
            }
        } finally {
            turn.unlock();
        }
    }

    private static TradeTrackerException cannotChange(BotId id, String why) {
        return new TradeTrackerException(
                CoreError.BAD_CONFIGURATION, "the configuration of bot " + id + " cannot change: " + why);
    }

    /** Closes the bots, the last one first, and gives their leases up; their records stay. Safe to call again. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        rounds.forEach(Round::close);
        turn.lock();
        try {
            heldBots().reversed().forEach(each -> release(each, "The process that ran it was closed."));
        } finally {
            turn.unlock();
        }
        closers.forEach(Round::join);
    }

    private void roundFailed(RuntimeException failed) {
        told(() -> settings.listener().onRecordFailed(failed));
    }

    private void renew() {
        for (HeldBot each : heldBots()) {
            try {
                settings.leases()
                        .renew(each.lease())
                        .ifPresentOrElse(each::renewed, () -> lose(each, "Its lease was lost."));
            } catch (RuntimeException failed) {
                told(() -> settings.listener().onFailed(each.id(), failed));
                if (each.lease().isOver()) {
                    lose(each, "Its lease ran out, and could not be renewed: " + failed.getMessage());
                }
            }
        }
    }

    /** The bot ends in a thread of its own: what it does now may take long, and other leases wait to be renewed. */
    private void lose(HeldBot lost, String reason) {
        forget(lost);
        closers.removeIf(each -> !each.isAlive());
        closers.add(Thread.ofVirtual().name("bot-end-" + lost.id()).start(() -> end(lost, reason)));
    }

    private void end(HeldBot over, String reason) {
        Bot bot = over.giveUp();
        if (bot != null) {
            bot.close();
        }
        told(() -> settings.listener().onGivenUp(over.id(), reason));
    }

    private void release(HeldBot over, String reason) {
        end(over, reason);
        forget(over);
        try {
            settings.leases().release(over.lease());
        } catch (RuntimeException failed) {
            // it runs out by itself
            told(() -> settings.listener().onFailed(over.id(), failed));
        }
    }

    private void take() {
        turn.lock();
        try {
            for (StoredBot stored : settings.journal().bots()) {
                HeldBot here = holding(stored.id());
                boolean wanted = settings.wanted().test(stored);
                if (here == null && wanted && !isClosed()) {
                    take(stored.id());
                } else if (here != null && !wanted) {
                    release(here, "It is not wanted here any more.");
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private void take(BotId id) {
        try {
            Optional<Lease> lease = settings.leases().acquire("bot " + id, settings.holder());
            if (lease.isPresent()) {
                HeldBot taken = new HeldBot(id, lease.get());
                remember(taken);
                open(taken);
            }
        } catch (RuntimeException failed) {
            told(() -> settings.listener().onFailed(id, failed));
        }
    }

    /** Claims the record first, so that nobody writes it while it is replayed, then reads what is in force. */
    private void open(HeldBot taken) {
        try {
            BotJournal record =
                    settings.journal().claim(taken.id(), taken.lease().epoch());
            Bot bot = settings.opener().open(stored(record, taken.id()), record);
            if (taken.open(bot)) {
                told(() -> settings.listener().onTaken(bot.snapshot(), taken.lease()));
            } else {
                bot.close();
            }
        } catch (RuntimeException | Error failed) {
            release(taken, "It could not be opened.");
            throw failed;
        }
    }

    private static StoredBot stored(BotJournal record, BotId id) {
        return record.bots().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void told(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException failed) {
            settings.metrics().callbackFailed(failed);
        }
    }

    private List<HeldBot> heldBots() {
        lock.lock();
        try {
            return List.copyOf(held.values());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable HeldBot holding(BotId id) {
        lock.lock();
        try {
            return held.get(id);
        } finally {
            lock.unlock();
        }
    }

    private void remember(HeldBot taken) {
        lock.lock();
        try {
            held.put(taken.id(), taken);
        } finally {
            lock.unlock();
        }
    }

    private void forget(HeldBot over) {
        lock.lock();
        try {
            held.remove(over.id(), over);
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("these bots are closed");
        }
    }
}
