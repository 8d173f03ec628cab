package io.tradetracker.core.account;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.core.internal.Round;
import java.time.Duration;
import java.time.Instant;

/**
 * Follows an account and tells what changes, each change once, whatever the broker: it looks again and again, and at
 * once when the broker hints at a change. The first look tells of all that is there. It has one thread, which also
 * calls the listener. An account that a gateway trades needs no monitor: the gateway tells the same and keeps it on
 * record.
 */
public final class AccountMonitor implements AutoCloseable {
    private final Broker broker;
    private final AccountListener listener;
    private final AccountTracker tracker = new AccountTracker(2, Duration.ofMinutes(10));
    private final Round round;
    private final Subscription hints;

    private AccountMonitor(Broker broker, Duration every, AccountListener listener) {
        this.broker = broker;
        this.listener = listener;
        round = new Round("account-monitor", this::look, every, listener::onFailed);
        hints = broker.onChange(round::wake);
    }

    /**
     * {@return a monitor that has begun}
     *
     * @param every how long to wait between two looks
     */
    public static AccountMonitor start(Broker broker, Duration every, AccountListener listener) {
        AccountMonitor monitor = new AccountMonitor(broker, every, listener);
        monitor.round.start();
        return monitor;
    }

    private void look() {
        AccountReading reading;
        try {
            reading = AccountReading.of(broker, tracker.activityFrom(lastTime()));
        } catch (RuntimeException failed) {
            tracker.onFailedReading();
            throw failed;
        }
        tracker.onReading(reading).forEach(this::tell);
    }

    /** The broker's own time: a clock of this machine may be wrong. */
    private Instant lastTime() {
        return tracker.snapshot().orElseGet(broker::account).time();
    }

    /** A listener that fails misses that event and gets the others. */
    private void tell(AccountEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException failed) {
            listener.onFailed(failed);
        }
    }

    /** Ends it; no call to the listener begins after this. The broker stays open. */
    @Override
    public void close() {
        hints.close();
        round.close();
    }
}
