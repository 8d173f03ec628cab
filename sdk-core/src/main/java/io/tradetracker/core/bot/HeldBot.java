package io.tradetracker.core.bot;

import io.tradetracker.core.lease.Lease;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A bot whose lease this process has. Safe for use by several threads. */
final class HeldBot {
    private final BotId id;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Lease lease;
    private volatile @Nullable Bot bot;
    private boolean givenUp;

    HeldBot(BotId id, Lease lease) {
        this.id = id;
        this.lease = lease;
    }

    BotId id() {
        return id;
    }

    Lease lease() {
        return lease;
    }

    void renewed(Lease longer) {
        lease = longer;
    }

    /** {@return the bot; empty while it is being opened} */
    Optional<Bot> bot() {
        return Optional.ofNullable(bot);
    }

    /** {@return false when the bot was given up before it was open} */
    boolean open(Bot opened) {
        lock.lock();
        try {
            bot = opened;
            return !givenUp;
        } finally {
            lock.unlock();
        }
    }

    /** {@return the bot, to be closed by the caller; null when there is none to close} */
    @Nullable
    Bot giveUp() {
        lock.lock();
        try {
            boolean first = !givenUp;
            givenUp = true;
            return first ? bot : null;
        } finally {
            lock.unlock();
        }
    }
}
