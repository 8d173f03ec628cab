package io.tradetracker.core.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.lease.LeaseKeeper;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A gateway's state, its lock, and the session that works with the account. Safe for use by several threads. */
final class Desk {
    private final TradingAccount account;
    private final Telling telling;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable GatewaySession session;
    private GatewayState state = GatewayState.WAITING;
    private String reason = "It has not got the account's lease yet.";

    Desk(TradingAccount account, Telling telling) {
        this.account = account;
        this.telling = telling;
    }

    /** Does something under the lock; whoever waits for a change looks again. */
    <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /**
     * Does something with the session while the account is traded.
     *
     * @throws TradeTrackerException NOT_TRADING when it is not
     */
    <T extends @Nullable Object> T trading(LeaseKeeper keeper, Function<GatewaySession, T> work) {
        return locked(() -> {
            GatewaySession current = session;
            if (state != GatewayState.TRADING
                    || current == null
                    || keeper.lease().isEmpty()) {
                throw notTrading();
            }
            try {
                return work.apply(current);
            } catch (TradeTrackerException failed) {
                if (current.isBroken()) {
                    drop("The record failed: " + failed.getMessage());
                }
                throw failed;
            }
        });
    }

    /**
     * Does something with what is known, whether the account is traded or not.
     *
     * @throws TradeTrackerException NOT_TRADING when the record has not been read
     */
    <T extends @Nullable Object> T reading(Function<GatewaySession, T> work) {
        return locked(() -> work.apply(known()));
    }

    private GatewaySession known() {
        GatewaySession current = session;
        if (current == null) {
            throw notTrading();
        }
        return current;
    }

    private TradeTrackerException notTrading() {
        return new TradeTrackerException(CoreError.NOT_TRADING, "account " + account + " is not traded now: " + reason);
    }

    /** Throws when another session works now, or none. The caller has the lock. */
    void requireTrading(GatewaySession mine) {
        if (!isTrading(mine)) {
            throw notTrading();
        }
    }

    boolean isTrading(GatewaySession mine) {
        return session == mine && state == GatewayState.TRADING;
    }

    /** {@return whether the condition came true in time} The caller has the lock, and has it not while it waits. */
    boolean waitUntil(BooleanSupplier condition, Duration atMost) {
        long left = atMost.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TradeTrackerException(CoreError.CANCELLED, "interrupted while waiting", interrupted);
        }
    }

    /** Goes into another state, unless it is closed. The caller has the lock. */
    void become(GatewayState next, String why) {
        if (state == GatewayState.CLOSED || (state == next && reason.equals(why))) {
            return;
        }
        state = next;
        reason = why;
        telling.state(next, why);
    }

    /** Gives the session up: what is on record will be read again. The caller has the lock. */
    void drop(String why) {
        session = null;
        become(GatewayState.RECOVERING, why);
    }

    /** Puts a session to work, or none. The caller has the lock. */
    void use(@Nullable GatewaySession next) {
        session = next;
    }

    boolean uses(GatewaySession mine) {
        return session == mine && !mine.isBroken();
    }

    Optional<GatewaySession> session() {
        return Optional.ofNullable(session);
    }

    GatewayState state() {
        return state;
    }

    GatewaySnapshot snapshot() {
        return locked(() -> Snapshots.of(account, state, reason, session));
    }
}
