package io.tradetracker.broker.capital.fire;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.testkit.broker.ForwardingBroker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The broker and the journal of one process, which dies at a chosen step: from then on neither does anything for it any
 * more, and nothing leaves that had not left yet.
 */
final class Steps extends ForwardingBroker implements OrderJournal {
    /** Where a process can die. */
    static final List<String> ALL = List.of(
            "before Intended",
            "after Intended",
            "before request",
            "after answer",
            "before Answered",
            "after Answered",
            "before confirm",
            "after confirm",
            "before Settled",
            "after Settled",
            "before Seen",
            "after Seen");

    private final OrderJournal journal;
    private final String target;
    private final AtomicInteger stepsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicLong looks = new AtomicLong();
    private volatile Runnable wake = () -> {};
    private volatile boolean armed;
    private volatile boolean dead;

    Steps(Broker broker, OrderJournal journal, String target) {
        super(broker);
        this.journal = journal;
        this.target = target;
    }

    /** What follows is the thing itself. */
    void arm() {
        armed = true;
    }

    /** It dies after that many steps of any kind. */
    void dieAfter(int steps) {
        stepsLeft.set(steps);
    }

    void die() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    /** How many looks at the account came to their end. */
    long looks() {
        return looks.get();
    }

    /** Lets the gateway look now. */
    void hint() {
        wake.run();
    }

    private void at(String step) {
        requireAlive();
        if ((armed && step.equals(target)) || stepsLeft.decrementAndGet() <= 0) {
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
        at("before request");
        SubmitOutcome outcome = super.send(action, () -> !dead && permit.isGiven());
        at("after answer");
        return outcome;
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        at("before confirm");
        Optional<Confirmation> confirmation = looking(() -> super.confirm(reference));
        at("after confirm");
        return confirmation;
    }

    @Override
    public AccountSnapshot account() {
        AccountSnapshot snapshot = looking(super::account);
        looks.incrementAndGet();
        return snapshot;
    }

    @Override
    public List<Position> positions() {
        return looking(super::positions);
    }

    @Override
    public List<Order> orders() {
        return looking(super::orders);
    }

    @Override
    public List<Activity> activitySince(Instant from) {
        return looking(() -> super.activitySince(from));
    }

    private <T> T looking(Supplier<T> question) {
        requireAlive();
        try {
            return question.get();
        } catch (RuntimeException failed) {
            looks.incrementAndGet();
            throw failed;
        }
    }

    @Override
    public Subscription onChange(Runnable listener) {
        wake = listener;
        return () -> wake = () -> {};
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
                facts.forEach(fact -> at("before " + fact.getClass().getSimpleName()));
                writer.append(facts);
                facts.forEach(fact -> at("after " + fact.getClass().getSimpleName()));
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
    public void close() {}
}
