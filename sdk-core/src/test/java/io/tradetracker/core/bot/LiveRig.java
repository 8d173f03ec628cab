package io.tradetracker.core.bot;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.GatewayTerms;
import io.tradetracker.core.gateway.InMemoryOrderJournal;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.core.lease.InMemoryLeases;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.core.lease.Leases;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.testkit.ManualFeed;
import io.tradetracker.testkit.broker.Faults;
import io.tradetracker.testkit.broker.FaultyBroker;
import io.tradetracker.testkit.broker.TestVenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bot that trades at a venue in memory, through a gateway. Its minute candles have one price each, at which the venue
 * buys and sells as well; a test may quote others.
 */
final class LiveRig implements AutoCloseable {
    static final InstrumentId GOLD = InstrumentId.of("GOLD");
    static final BotId ID = BotId.of("live-1");
    static final TradingAccount ACCOUNT = TradingAccount.of("test", "1");
    static final Duration LONG = Duration.ofSeconds(20);
    static final Set<BrokerCapability> ALL = Set.of(
            BrokerCapability.WORKING_ORDERS,
            BrokerCapability.BRACKETS,
            BrokerCapability.REDUCE_ONLY,
            BrokerCapability.PARTIAL_CLOSE);
    private static final GatewayTerms TERMS = new GatewayTerms(
            Duration.ofMillis(40),
            2,
            Duration.ofMillis(800),
            Duration.ofMillis(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));
    private static final Duration LONGEST_REQUEST = Duration.ofMillis(150);

    final TestVenue venue;
    final FaultyBroker broker;
    final OrderJournal orders = new InMemoryOrderJournal();
    final BotRig.BreakableJournal journal = new BotRig.BreakableJournal();
    final ManualFeed feed;
    OrderRules rules = OrderRules.NONE;
    private final Leases leases =
            new InMemoryLeases(new LeaseTerms(Duration.ofSeconds(2), Duration.ofMillis(150)), System::nanoTime);
    private final double[] prices;
    private @Nullable OrderGateway gateway;
    private @Nullable Bot bot;
    private int processes;
    private int next;

    LiveRig(double... prices) {
        this(ALL, Faults.NONE, 1, prices);
    }

    LiveRig(Set<BrokerCapability> capabilities, Faults faults, long seed, double... prices) {
        this.prices = prices.clone();
        Instrument gold = Instrument.of("GOLD").withCurrency(CurrencyCode.USD);
        InstantSource clock = InstantSource.system();
        venue = new TestVenue(clock, capabilities, List.of(gold));
        quote(prices[0]);
        broker = new FaultyBroker(venue.connect("gateway", LONGEST_REQUEST), faults, clock, seed);
        CandleSeries.Builder candles = CandleSeries.builder(gold, Timeframe.M1);
        for (int i = 0; i < prices.length; i++) {
            candles.add(60_000L * i, prices[i], prices[i], prices[i], prices[i], 1);
        }
        feed = new ManualFeed(candles.build(), Instant.EPOCH.minusMillis(1));
        journal.create(new BotConfiguration(ID, 1, "Live", "any", Map.of(), EngineSettings.of(gold, Timeframe.M1)));
    }

    static Instant at(int candle) {
        return Instant.ofEpochMilli(60_000L * candle);
    }

    void quote(double price) {
        venue.quote(GOLD, Double.toString(price), Double.toString(price));
    }

    void settings(UnaryOperator<EngineSettings> change) {
        journal.change(stored().configuration().changed(old -> old.withSettings(change.apply(old.settings()))), "");
    }

    StoredBot stored() {
        return journal.bots().getFirst();
    }

    OrderGateway gateway() {
        return Objects.requireNonNull(gateway);
    }

    Bot bot() {
        return Objects.requireNonNull(bot);
    }

    /** Opens the gateway of another process, and closes the one before. */
    OrderGateway openGateway(Broker through, OrderJournal on) {
        closeGateway();
        // a lease lasts longer than the longest request, and things are settled no sooner
        boolean slow = through.longestRequest().compareTo(LONGEST_REQUEST) > 0;
        OrderGateway opened = TradeTracker.create()
                .gateway(through, ACCOUNT)
                .journal(on)
                .leases(slow ? new InMemoryLeases() : leases, "process " + ++processes, Duration.ofMillis(100))
                .rules(rules, instrument -> 100)
                .terms(slow ? TERMS.withSettleAfter(through.longestRequest()) : TERMS)
                .open();
        gateway = opened;
        return opened;
    }

    void closeGateway() {
        if (gateway != null) {
            gateway.close();
        }
    }

    /** Opens the bot from its record, on a gateway that trades; closes those before. */
    Bot open(StrategyFactory strategy) {
        closeBot();
        openGateway(broker, orders);
        awaitTrading();
        return openBot(strategy);
    }

    void awaitTrading() {
        assertThat(gateway().awaitTrading(LONG)).as("the account is traded").isTrue();
    }

    Bot openBot(StrategyFactory strategy) {
        closeBot();
        Bot opened = TradeTracker.create()
                .bot(stored())
                .strategy(strategy)
                .feed(feed, feed)
                .journal(journal)
                .gateway(gateway())
                .retryAfter(Duration.ofMillis(5))
                .open();
        bot = opened;
        return opened;
    }

    void closeBot() {
        if (bot != null) {
            bot.close();
        }
    }

    /** Plays candles, and waits after each until the bot knows what the venue knows. */
    void play(int candles) {
        for (int i = 0; i < candles; i++) {
            openOne();
            agree();
            closeOne();
            agree();
        }
    }

    /** Plays a candle to its close, and lets the bot handle it. */
    void playOne() {
        openOne();
        closeOne();
    }

    private void openOne() {
        feed.print(at(next), prices[next], 1);
        quote(prices[next]);
    }

    private void closeOne() {
        feed.passTo(at(next + 1).minusMillis(1));
        feed.passTo(at(++next));
        bot().settle();
    }

    /** Lets candles pass without anybody watching. */
    void skip(int candles) {
        next += candles;
        feed.moveTo(at(next));
    }

    int played() {
        return next;
    }

    int candles() {
        return prices.length;
    }

    void agree() {
        awaitAgreement(() -> true);
    }

    /** Waits until the bot knows what the venue knows, and something more is so. */
    void awaitAgreement(BooleanSupplier andAlso) {
        try {
            await("agreement with the venue", () -> agrees() && andAlso.getAsBoolean());
        } catch (AssertionError never) {
            throw new AssertionError(
                    "venue holds " + venue.positions() + ", " + venue.orders() + " wait, traded " + trades()
                            + "\nbot " + bot().snapshot() + "\nfilled " + fills() + "\ngateway "
                            + gateway().snapshot() + "\nwrong " + broker.log() + "\nrecord "
                            + entries().stream().map(JournalEntry::toString).collect(joining("\n")),
                    never);
        }
    }

    /** {@return whether the bot knows every position and every trade of the venue, and nothing is open} */
    boolean agrees() {
        bot().settle();
        return bot().snapshot().state() != BotState.RECOVERING
                && gateway().snapshot().unsettled().isEmpty()
                && gateway().snapshot().orders().size() == venue.orders().size()
                && hasHeardAll(orders)
                && bot().snapshot().quantity() == held().doubleValue()
                && fills().size() == trades().size();
    }

    /** {@return whether all that an account's record says of orders and positions is on the bot's} */
    boolean hasHeardAll(OrderJournal record) {
        AtomicLong told = new AtomicLong();
        entries().forEach(entry -> {
            if (entry.input() instanceof BotInput.Told news) {
                told.set(news.upTo());
            } else if (entry.input() instanceof BotInput.Connected connected) {
                told.set(connected.after());
            }
        });
        AtomicBoolean all = new AtomicBoolean(true);
        record.read(ACCOUNT, told.get(), (sequence, fact) -> {
            boolean concerns = fact instanceof GatewayFact.Answered
                    || fact instanceof GatewayFact.Settled
                    || fact instanceof GatewayFact.Declined
                    || fact instanceof GatewayFact.Seen;
            all.compareAndSet(true, !concerns);
        });
        return all.get();
    }

    BigDecimal held() {
        return venue.positions().stream().map(Position::signedQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Activity> trades() {
        return venue.activitySince(Instant.MIN).stream()
                .filter(row -> row.kind().equals(ActivityKind.TRADE))
                .toList();
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(deadline);
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        journal.read(ID, 1, entries::add);
        return entries;
    }

    List<Fill> fills() {
        return entries().stream().flatMap(entry -> entry.fills().stream()).toList();
    }

    List<Rejection> rejections() {
        return entries().stream().flatMap(entry -> entry.rejections().stream()).toList();
    }

    List<String> kinds() {
        return entries().stream().map(entry -> entry.input().kind()).toList();
    }

    @Override
    public void close() {
        closeBot();
        closeGateway();
    }
}
