package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.core.risk.OrderRules;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Collects what a gateway works with. Used by one thread. */
public final class OrderGatewayBuilder {
    private final Broker broker;
    private final TradingAccount account;
    private OrderJournal journal = new InMemoryOrderJournal();
    private @Nullable Leases leases;
    private String holder = "process " + ProcessHandle.current().pid();
    private Duration renewEvery = Duration.ofSeconds(3);
    private OrderRules rules = OrderRules.NONE;
    private UnitValues unitValues = UnitValues.UNKNOWN;
    private GatewayTerms terms = GatewayTerms.DEFAULT;
    private GatewayListener listener = new GatewayListener() {};
    private InstantSource wallClock;

    /**
     * Takes what the account is reached by.
     *
     * @param wallClock asked only until the broker has told its time
     */
    public OrderGatewayBuilder(Broker broker, TradingAccount account, InstantSource wallClock) {
        this.broker = broker;
        this.account = account;
        this.wallClock = wallClock;
    }

    /** Sets where intents go on record; in memory by default, which survives nothing. The caller closes it. */
    public OrderGatewayBuilder journal(OrderJournal port) {
        journal = port;
        return this;
    }

    /**
     * Sets who may trade the account. The default knows this process only: several need leases that they have in
     * common, and that last longer than the broker's longest request, as {@link LeaseTerms#forRequestsOf} makes them.
     *
     * @param port gives the leases
     * @param name a name that no other process has
     * @param every how often the lease is renewed; a third of its length leaves room for a failure
     */
    public OrderGatewayBuilder leases(Leases port, String name, Duration every) {
        leases = port;
        holder = name;
        renewEvery = every;
        return this;
    }

    /**
     * Sets the limits that orders must keep.
     *
     * @param limits of the account
     * @param values needed for the limit of exposure
     */
    public OrderGatewayBuilder rules(OrderRules limits, UnitValues values) {
        rules = limits;
        unitValues = values;
        return this;
    }

    /** Sets how the account is read and how long proof is waited for. */
    public OrderGatewayBuilder terms(GatewayTerms newTerms) {
        terms = newTerms;
        return this;
    }

    /** Sets who hears what the gateway does. */
    public OrderGatewayBuilder listener(GatewayListener newListener) {
        listener = newListener;
        return this;
    }

    /** Sets the wall clock, which is asked only until the broker has told its time. */
    public OrderGatewayBuilder clock(InstantSource clock) {
        wallClock = clock;
        return this;
    }

    /**
     * {@return a gateway that has begun} It has two threads: one keeps the lease, one reads the account.
     *
     * @throws IllegalArgumentException when the broker's longest request is longer than the time after which things are
     *     settled, or than leases last
     */
    public OrderGateway open() {
        if (terms.settleAfter().compareTo(broker.longestRequest()) < 0) {
            throw new IllegalArgumentException(
                    "settling after " + terms.settleAfter() + " is too early for a broker whose"
                            + " requests take up to " + broker.longestRequest() + ": use GatewayTerms.withSettleAfter");
        }
        OrderGateway gateway = new OrderGateway(new GatewaySettings(
                broker,
                account,
                journal,
                leasesLongEnough(),
                holder,
                renewEvery,
                rules,
                unitValues,
                terms,
                listener,
                wallClock));
        gateway.start();
        return gateway;
    }

    /** A request leaves only when the lease outlasts it: with leases that are too short, none ever would. */
    private Leases leasesLongEnough() {
        Duration longest = broker.longestRequest();
        Leases known = leases;
        if (known == null) {
            return new InMemoryLeases(LeaseTerms.forRequestsOf(longest), System::nanoTime);
        }
        Duration length = known.terms().length();
        if (length.compareTo(longest.plus(renewEvery)) <= 0) {
            throw new IllegalArgumentException("leases of " + length + ", renewed every " + renewEvery
                    + ", are too short for a broker whose requests take up to " + longest
                    + ": nothing would ever be sent; make them with LeaseTerms.forRequestsOf(broker.longestRequest())");
        }
        return known;
    }
}
