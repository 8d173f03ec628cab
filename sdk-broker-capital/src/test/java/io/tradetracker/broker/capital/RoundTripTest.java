package io.tradetracker.broker.capital;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.Purpose;
import io.tradetracker.broker.capital.market.CapitalMarketData;
import io.tradetracker.broker.capital.simulator.AccountSpec;
import io.tradetracker.broker.capital.simulator.Bar;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import io.tradetracker.broker.capital.simulator.Resolution;
import io.tradetracker.broker.capital.simulator.VenueRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day's work with the real client at the simulator, from the log-in to the log-out, within the service's limits. */
final class RoundTripTest {
    private static final InstrumentId GOLD = InstrumentId.of("GOLD");
    private static final String HEDGING = "300000000000000002";
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofMillis(100);
    private static final long SOON_NANOS = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();

    private final VirtualTime time = new VirtualTime();
    private final CapitalSimulator venue = CapitalSimulator.builder()
            .market(MarketSpec.gold())
            .account(AccountSpec.standard())
            .account(AccountSpec.standard().withId(HEDGING).withHedging(true))
            .start();
    private final List<Quote> quotes = new CopyOnWriteArrayList<>();
    private final List<Candle> candles = new CopyOnWriteArrayList<>();
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private String bid = "3500.20";
    private int orders;

    @AfterEach
    void close() {
        venue.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fromLogInToLogOut(boolean encrypted) {
        quote(bid);
        CapitalCom capital =
                CapitalCom.connect(encrypted ? settings() : settings().withPlainLogin());
        Broker netting = passing(capital::broker);
        watch(passing(capital::marketData));

        tradeUntilTheStopIsHit(netting);
        makeSmaller(netting);
        Broker hedging = passing(() -> capital.broker(HEDGING));
        hedge(hedging);
        assertThat(passing(netting::positions)).as("each account has its own").isEmpty();
        assertCandles();
        assertThat(venue.record().open().sessions()).isEqualTo(2);
        passing(() -> {
            capital.close();
            return capital;
        });

        await("the end of the stream", () -> venue.record().open().sockets() == 0);
        VenueRecord record = venue.record();
        assertThat(record.open().sessions()).as("sessions after the log-out").isZero();
        assertThat(record.refusedByLimits()).as("requests that were too many").isZero();
    }

    private CapitalSettings settings() {
        Credentials key = venue.credentials();
        return CapitalSettings.at(venue.url(), new CapitalCredentials(key.apiKey(), key.identifier(), key.password()))
                .withMetrics(new CapitalMetrics() {
                    @Override
                    public void waited(Purpose purpose, Duration waited) {
                        onTheirWay.incrementAndGet();
                    }

                    @Override
                    public void answered(String what, int status, Duration took) {
                        onTheirWay.decrementAndGet();
                    }
                })
                .withTime(time);
    }

    private void watch(CapitalMarketData prices) {
        passing(() -> prices.subscribe(GOLD, new MarketListener() {
            @Override
            public void onQuote(Quote quote) {
                quotes.add(quote);
            }
        }));
        passing(() -> prices.candles(GOLD, Timeframe.M1, PriceSide.BID, venue.time(), candles::add));
        await("the first quote", () -> !quotes.isEmpty());
    }

    private void tradeUntilTheStopIsHit(Broker broker) {
        Instant from = venue.time();
        Position held = opened(
                broker, market(OrderSide.BUY, "2").withProtection(new BigDecimal("3490"), new BigDecimal("3530")));
        assertThat(held.averagePrice()).isEqualByComparingTo("3500.70");
        assertThat(held.stopLoss()).isEqualByComparingTo("3490");

        quote("3489.50");

        await("the quote on the stream", () -> quotes.getLast().bid() == 3489.50);
        assertThat(passing(broker::positions)).isEmpty();
        assertThat(passing(() -> broker.activitySince(from)))
                .filteredOn(row -> row.kind().equals(ActivityKind.TRADE))
                .last()
                .satisfies(row -> {
                    assertThat(row.source()).isEqualTo(ActivitySource.STOP_LOSS);
                    assertThat(row.price()).isEqualByComparingTo("3489.50");
                });
        assertThat(passing(broker::account).balance().amount()).isEqualByComparingTo("99977.60");
    }

    /** The service closes positions as a whole; on an account that nets, an opposite order makes one smaller. */
    private void makeSmaller(Broker broker) {
        Position held = opened(broker, market(OrderSide.SELL, "3"));
        assertThat(broker.send(new OrderAction.Close(held.id(), BigDecimal.ONE), SendPermit.ALWAYS))
                .isInstanceOf(SubmitOutcome.Refused.class);
        accepted(broker, new OrderAction.Submit(market(OrderSide.BUY, "1")));
        assertThat(passing(broker::positions)).singleElement().satisfies(smaller -> {
            assertThat(smaller.id()).isEqualTo(held.id());
            assertThat(smaller.quantity()).isEqualByComparingTo("2");
        });
        accepted(broker, OrderAction.Close.all(held.id()));
    }

    /** On an account that hedges an opposite order opens a position of its own, and each is closed as a whole. */
    private void hedge(Broker broker) {
        assertThat(broker.capabilities()).contains(BrokerCapability.HEDGING);
        Position held = opened(broker, market(OrderSide.BUY, "2"));
        accepted(broker, new OrderAction.Submit(market(OrderSide.SELL, "1")));
        List<Position> both = passing(broker::positions);
        assertThat(both)
                .extracting(each -> each.signedQuantity().toPlainString())
                .containsExactly("2", "-1");
        assertThat(venue.record().account(HEDGING).positions()).hasSize(2);
        assertThat(broker.send(new OrderAction.Close(held.id(), BigDecimal.ONE), SendPermit.ALWAYS))
                .isInstanceOf(SubmitOutcome.Refused.class);
        both.forEach(each -> accepted(broker, OrderAction.Close.all(each.id())));
        assertThat(passing(broker::positions)).isEmpty();
    }

    /** The minutes that the client was told of are those of the venue. */
    private void assertCandles() {
        await("two candles", () -> candles.size() >= 2);
        List<Bar> bars = venue.record().bars("GOLD", Resolution.MINUTE);
        for (Candle candle : candles) {
            Bar bar = bars.stream()
                    .filter(each -> each.open().equals(candle.time()))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(candle.open(), candle.high(), candle.low(), candle.close()))
                    .containsExactly(
                            bar.bid().open().doubleValue(),
                            bar.bid().high().doubleValue(),
                            bar.bid().low().doubleValue(),
                            bar.bid().close().doubleValue());
        }
        assertThat(candles).extracting(Candle::time).isSorted().doesNotHaveDuplicates();
    }

    private OrderRequest market(OrderSide side, String quantity) {
        return OrderRequest.market(ClientOrderId.of("n-" + ++orders), GOLD, side, new BigDecimal(quantity));
    }

    private Position opened(Broker broker, OrderRequest request) {
        accepted(broker, new OrderAction.Submit(request));
        return passing(broker::positions).getFirst();
    }

    private void accepted(Broker broker, OrderAction action) {
        SubmitOutcome outcome = passing(() -> broker.send(action, SendPermit.ALWAYS));
        assertThat(outcome).as("%s", action).isInstanceOf(SubmitOutcome.Accepted.class);
    }

    private void quote(String newBid) {
        bid = newBid;
        venue.quote(GOLD.value(), new BigDecimal(bid), new BigDecimal(bid).add(new BigDecimal("0.50")));
    }

    /** Asks for something that may have to wait for its turn: time passes a little when no answer comes otherwise. */
    private <T> T passing(Supplier<T> question) {
        var task = new FutureTask<>(question::get);
        Thread.ofVirtual().start(task);
        long giveUp = System.nanoTime() + LONGEST_NANOS;
        while (!isDone(task)) {
            assertThat(System.nanoTime() - giveUp).as("waited for an answer").isNegative();
            if (onTheirWay.get() == 0) {
                pass(TURN);
            }
        }
        return task.resultNow();
    }

    private static boolean isDone(FutureTask<?> task) {
        long until = System.nanoTime() + SOON_NANOS;
        while (!task.isDone() && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(50_000);
        }
        return task.isDone();
    }

    private void pass(Duration length) {
        venue.advance(length);
        quote(bid);
        time.pass(length);
    }

    private void await(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + LONGEST_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - giveUp).as("waited for %s", what).isNegative();
            pass(STEP);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
