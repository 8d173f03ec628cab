package io.tradetracker.postgres.gateway;

import io.tradetracker.api.broker.BrokerReference;
import io.tradetracker.api.broker.Confirmation;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.testkit.broker.ForwardingBroker;
import java.util.List;
import java.util.Optional;

/**
 * The broker and the journal of a process, which say when the process has come to a chosen step and then do nothing any
 * more: the process is to be killed there.
 */
final class Steps extends ForwardingBroker implements OrderJournal {
    /** Where a process can be killed. The last two are at the venue. */
    static final List<String> ALL = List.of(
            "before Intended",
            "after Intended",
            "before request",
            "request arrived",
            "request done",
            "after answer",
            "before Answered",
            "after Answered",
            "before confirm",
            "after confirm",
            "before Settled",
            "after Settled",
            "before Seen",
            "after Seen");

    private final RemoteBroker broker;
    private final OrderJournal journal;
    private final String target;
    private volatile boolean armed;

    Steps(RemoteBroker broker, OrderJournal journal, String target) {
        super(broker);
        this.broker = broker;
        this.journal = journal;
        this.target = target;
    }

    void arm() {
        broker.tell(new Call.Armed());
        armed = true;
    }

    private void at(String step) {
        if (armed && step.equals(target)) {
            broker.tell(new Call.Reached(step));
        }
    }

    @Override
    public SubmitOutcome send(OrderAction action, SendPermit permit) {
        at("before request");
        SubmitOutcome outcome = broker.send(action, permit);
        at("after answer");
        return outcome;
    }

    @Override
    public Optional<Confirmation> confirm(BrokerReference reference) {
        at("before confirm");
        Optional<Confirmation> confirmation = broker.confirm(reference);
        at("after confirm");
        return confirmation;
    }

    @Override
    public Writer claim(TradingAccount account, long epoch) {
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
        journal.read(account, after, reader);
    }

    @Override
    public List<TradingAccount> accounts() {
        return journal.accounts();
    }

    @Override
    public void close() {}
}
