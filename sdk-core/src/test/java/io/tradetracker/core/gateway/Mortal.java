package io.tradetracker.core.gateway;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import io.tradetracker.testkit.broker.ForwardingBroker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A broker and a journal as one process has them: from a chosen step on, the process is dead and neither does anything
 * for it any more. A step is a write to the record or a request, before or after it.
 */
public final class Mortal extends ForwardingBroker implements OrderJournal {
    private final OrderJournal journal;
    private final AtomicInteger stepsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean dead;
    private volatile Runnable meanwhile = () -> {};

    /** Begins a process. */
    public Mortal(Broker broker, OrderJournal journal) {
        super(broker);
        this.journal = journal;
    }

    /** The process dies at that step from now on. */
    public void dieAfter(int steps) {
        stepsLeft.set(steps);
    }

    void whileSending(Runnable what) {
        meanwhile = what;
    }

    /** {@return whether it died} */
    public boolean isDead() {
        return dead;
    }

    /** Something else of the process is done. */
    public void step() {
        if (stepsLeft.decrementAndGet() <= 0) {
            dead = true;
        }
        requireAlive();
    }

    private void requireAlive() {
        if (dead) {
            throw new IllegalStateException("this process is dead");
        }
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit permit) {
        step();
        meanwhile.run();
        SubmitOutcome outcome = super.send(action, permit);
        step();
        return outcome;
    }

    @Override
    public Writer claim(TradingAccount account, long epoch) {
        requireAlive();
        Writer writer = journal.claim(account, epoch);
        return new Writer() {
            @Override
            public long lastSequence() {
                return writer.lastSequence();
            }

            @Override
            public void append(List<GatewayFact> facts) {
                step();
                writer.append(facts);
                step();
            }
        };
    }

    @Override
    public void read(TradingAccount account, long after, Reader reader) {
        requireAlive();
        journal.read(account, after, reader);
    }

    @Override
    public List<TradingAccount> accounts() {
        return journal.accounts();
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        requireAlive();
        return super.confirm(reference);
    }

    @Override
    public AccountSnapshot account() {
        requireAlive();
        return super.account();
    }

    @Override
    public List<Position> positions() {
        requireAlive();
        return super.positions();
    }

    @Override
    public List<Order> orders() {
        requireAlive();
        return super.orders();
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        requireAlive();
        return super.activitySince(from);
    }

    @Override
    public void close() {}
}
