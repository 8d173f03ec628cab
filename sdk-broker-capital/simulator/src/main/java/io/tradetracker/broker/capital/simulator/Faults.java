package io.tradetracker.broker.capital.simulator;

import java.time.Duration;

/**
 * What goes wrong on purpose. Planned faults come first, in the order they were planned, each once; then faults by
 * chance. All delays are venue time. Safe for use by several threads.
 */
public final class Faults {
    private final Venue venue;
    private final Sessions sessions;
    private final FaultPlan plan;
    private final StreamHub hub;

    Faults(Venue venue, Sessions sessions, FaultPlan plan, StreamHub hub) {
        this.venue = venue;
        this.sessions = sessions;
        this.plan = plan;
        this.hub = hub;
    }

    /**
     * Plans a fault of the next request that changes positions or orders.
     *
     * @param fault what happens to it
     * @return this
     */
    public Faults nextWrite(Fault fault) {
        venue.locked(() -> plan.next(Route::isWrite, fault));
        return this;
    }

    /**
     * Plans a fault of the next GET with a session.
     *
     * @param fault what happens to it
     * @return this
     */
    public Faults nextRead(Fault fault) {
        venue.locked(() -> plan.next(route -> route.isRead() && route.access() == Route.Access.SESSION, fault));
        return this;
    }

    /**
     * Plans a fault of the next such request.
     *
     * @param method GET, POST, PUT or DELETE
     * @param path how its path begins, below {@code /api/v1}, such as "/session"
     * @param fault what happens to it
     * @return this
     */
    public Faults next(String method, String path, Fault fault) {
        venue.locked(() -> plan.next(method, path, fault));
        return this;
    }

    /**
     * Lets a fault happen by chance to every request with a session that it fits. The draws depend on the seed and the
     * order of requests alone.
     *
     * @param fault what happens
     * @param probability from 0 to 1
     * @return this
     */
    public Faults byChance(Fault fault, double probability) {
        check(probability);
        venue.locked(() -> plan.byChance(fault, probability));
        return this;
    }

    /**
     * Lets a fault of the stream happen by chance to every bar or quote it fits, whoever listens.
     *
     * @param fault what happens
     * @param probability from 0 to 1
     * @return this
     */
    public Faults byChance(StreamFault fault, double probability) {
        check(probability);
        venue.locked(() -> hub.faults().byChance(fault, probability));
        return this;
    }

    private static void check(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is between 0 and 1, not " + probability);
        }
    }

    /**
     * Starts the draws anew.
     *
     * @param seed of the draws
     * @return this
     */
    public Faults seed(long seed) {
        venue.locked(() -> {
            plan.seed(seed);
            hub.faults().seed(seed);
        });
        return this;
    }

    /** {@return how many planned faults have not happened yet} */
    public int waiting() {
        return venue.locked(plan::waiting);
    }

    /** Forgets what was planned, faults by chance and delays of the activity; the stream speaks again. */
    public void clear() {
        venue.locked(() -> {
            plan.clear();
            hub.faults().clear();
            venue.rowDelay().rows(Duration.ZERO);
            venue.rowDelay().levels(Duration.ZERO);
        });
    }

    /** Ends every session now. */
    public void expireTokens() {
        venue.locked(sessions::endAll);
    }

    /**
     * Lets rows of the activity be seen late, from now on.
     *
     * @param delay how late
     */
    public void delayActivity(Duration delay) {
        venue.locked(() -> venue.rowDelay().rows(delay));
    }

    /**
     * Lets rows of the activity come without level and size first, from now on.
     *
     * @param delay how late both are seen
     */
    public void delayActivityLevels(Duration delay) {
        venue.locked(() -> venue.rowDelay().levels(delay));
    }

    /**
     * Closes a market now, whatever its hours say. It takes no quotes until it is opened again.
     *
     * @param epic market
     */
    public void closeMarket(String epic) {
        venue.locked(() -> venue.market(epic).halt(true));
    }

    /**
     * Gives a market its hours back.
     *
     * @param epic market
     */
    public void openMarket(String epic) {
        venue.locked(() -> venue.market(epic).halt(false));
    }

    /** Says nothing on any stream, not even answers, until {@link #speak}. */
    public void silence() {
        venue.locked(() -> hub.faults().silence(true));
    }

    /** Ends {@link #silence}; what was not said stays unsaid. */
    public void speak() {
        venue.locked(() -> hub.faults().silence(false));
    }

    /** Cuts every stream without a closing handshake: clients see 1006. */
    public void cutStreams() {
        venue.locked(hub::cutAll);
    }

    /**
     * Sends an error frame on every stream.
     *
     * @param code error code
     */
    public void sendError(String code) {
        venue.locked(() -> hub.sendError(code));
    }

    /**
     * Refuses the next subscription.
     *
     * @param code error code, such as "error.too-many.requests"
     */
    public void refuseNextSubscription(String code) {
        venue.locked(() -> hub.faults().refuseNextSubscription(code));
    }

    /** Refuses every subscription of an account of which another stream is open, until {@link #clear}. */
    public void onlyOneStream() {
        venue.locked(() -> hub.faults().onlyOne());
    }

    /** Does not tell of the next bar that closes. */
    public void nextBarMissing() {
        venue.locked(() -> hub.faults().nextBar(StreamFault.BAR_MISSING));
    }

    /** Tells twice of the next bar that closes. */
    public void nextBarTwice() {
        venue.locked(() -> hub.faults().nextBar(StreamFault.BAR_TWICE));
    }

    /**
     * Tells of a bar now, though it is not over; its end is told, too.
     *
     * @param epic market
     * @param resolution length of the bar
     */
    public void barEarly(String epic, Resolution resolution) {
        venue.locked(() -> hub.tellForming(venue.market(epic), resolution));
    }

    /** Leaves the bid out of the next quote on the stream. */
    public void nextQuoteWithoutBid() {
        venue.locked(() -> hub.faults().nextQuote(StreamFault.QUOTE_WITHOUT_BID));
    }

    /** Leaves the ask out of the next quote on the stream. */
    public void nextQuoteWithoutAsk() {
        venue.locked(() -> hub.faults().nextQuote(StreamFault.QUOTE_WITHOUT_ASK));
    }
}
