package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The venue behind the server: markets, accounts and time. One lock guards everything in it. */
final class Venue {
    private final Settings settings;
    /** Fair, so that who moves time in a loop does not keep clients out. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Condition moved = lock.newCondition();
    private final Timeline timeline;
    private final Ids ids;
    private final Journal journal = new Journal();
    private final Map<String, Market> markets = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final RowDelay rowDelay = new RowDelay();
    private final Clerk clerk;
    private final PositionDesk positions;
    private final OrderDesk orders;
    private final Feed feed;
    private boolean closed;

    Venue(Settings settings) {
        this.settings = settings;
        timeline = new Timeline(settings.start());
        ids = new Ids(settings.seed());
        settings.markets().forEach(spec -> markets.put(spec.epic(), market(spec)));
        settings.accounts().forEach(spec -> accounts.put(spec.id(), new Account(spec)));
        Settings.Rules rules = settings.rules();
        Book book = new Book(timeline, journal, ids, () -> rowDelay.from(timeline.now()));
        Checks checks = new Checks(rules.trailingStops());
        Triggers triggers = new Triggers(timeline, book, accounts.values());
        clerk = new Clerk(timeline, journal, book, rules.confirmDelay());
        positions = new PositionDesk(timeline, journal, book, clerk, checks, ids);
        orders = new OrderDesk(timeline, journal, clerk, checks, ids, triggers);
        feed = new Feed(timeline, triggers);
        markets.values().forEach(market -> begin(market, triggers));
    }

    private Market market(MarketSpec spec) {
        PriceSource source = settings.sources().get(spec.epic());
        return new Market(spec, new CandleStore(spec, source, settings.start()));
    }

    private void begin(Market market, Triggers triggers) {
        OvernightFee fee = market.spec().fee();
        if (fee != null) {
            triggers.plan(market, fee);
        }
        PriceSource source = settings.sources().get(market.epic());
        if (source != null) {
            feed.play(market, source);
        }
    }

    Settings settings() {
        return settings;
    }

    /** {@return venue time; needs no lock} */
    Instant now() {
        return timeline.now();
    }

    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    void advanceTo(Instant end) {
        locked(() -> {
            timeline.advanceTo(end);
            moved.signalAll();
        });
    }

    /** Waits until venue time is so late or the venue is closed. */
    void awaitTime(Instant time) {
        locked(() -> {
            while (now().isBefore(time) && !closed) {
                moved.awaitUninterruptibly();
            }
        });
    }

    void close() {
        locked(() -> {
            closed = true;
            moved.signalAll();
        });
    }

    void quote(String epic, BigDecimal bid, BigDecimal ask) {
        locked(() -> {
            Market market = markets.get(epic);
            if (market == null) {
                throw new IllegalArgumentException("no market " + epic + "; there are " + markets.keySet());
            }
            if (!market.takesQuotes(now())) {
                throw new IllegalStateException(
                        epic + " is closed at " + now() + " and has no price: advance to when it is open");
            }
            feed.take(market, new Quote(now(), bid, ask));
        });
    }

    Timeline timeline() {
        return timeline;
    }

    Ids ids() {
        return ids;
    }

    Journal journal() {
        return journal;
    }

    Clerk clerk() {
        return clerk;
    }

    Feed feed() {
        return feed;
    }

    RowDelay rowDelay() {
        return rowDelay;
    }

    PositionDesk positions() {
        return positions;
    }

    OrderDesk orders() {
        return orders;
    }

    Collection<Market> markets() {
        return markets.values();
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    Market market(String epic) {
        Market market = markets.get(epic);
        if (market == null) {
            throw Refusal.notFound("error.not-found.epic");
        }
        return market;
    }

    Account account(String id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw Refusal.badRequest("error.invalid.accountId");
        }
        return account;
    }
}
