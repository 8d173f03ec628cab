package io.tradetracker.broker.capital.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.paper.PaperAccount;
import io.tradetracker.core.paper.PaperBroker;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.simulation.AccountSettings;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.CurrencyRates;
import io.tradetracker.core.simulation.Margin;
import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.core.simulation.SimulationRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same orders on the same quotes, on paper and at the simulated service: the same fills in the same order. */
final class SameFillsTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    private @Nullable SimulatorStage venue;

    /** What an execution was, without names, which differ. */
    private record Traded(Instant time, ActivitySource source, OrderSide side, BigDecimal quantity, BigDecimal price) {
        /** In the order of their times; of several that one quote made, either may be told first. */
        static List<Traded> on(Broker broker, Instant from) {
            return broker.activitySince(from).stream()
                    .filter(row -> row.kind().equals(ActivityKind.TRADE))
                    .map(Traded::of)
                    .sorted(Comparator.comparing(Traded::time).thenComparing(Traded::toString))
                    .toList();
        }

        private static Traded of(Activity row) {
            return new Traded(row.time(), row.source(), row.side(), row.quantity(), row.price());
        }
    }

    @AfterEach
    void close() {
        if (venue != null) {
            venue.close();
        }
    }

    @Test
    void ofAScriptOfAllKindsOfOrders() {
        Both both = both(false);
        both.submit(market(1, both, OrderSide.BUY, "3").withProtection(price("3490"), null));
        both.moveTo("3495.10");
        both.moveTo("3489.90");
        both.submit(market(2, both, OrderSide.SELL, "4").withProtection(price("3510"), price("3470")));
        both.submit(market(3, both, OrderSide.BUY, "1"));
        both.moveTo("3469.10");
        both.submit(OrderRequest.limit(id(4), both.gold.id(), OrderSide.BUY, price("2"), price("3460")));
        both.submit(OrderRequest.stop(id(5), both.gold.id(), OrderSide.BUY, price("1.5"), price("3475")));
        both.moveTo("3462.00");
        both.moveTo("3459.20");
        both.moveTo("3476.00");
        both.submit(market(6, both, OrderSide.SELL, "5"));
        both.closeAll();

        List<Traded> atTheVenue = both.sameFills();

        assertThat(atTheVenue)
                .extracting(
                        Traded::source, Traded::side, each -> each.quantity().toPlainString())
                .startsWith(
                        tuple(ActivitySource.USER, OrderSide.BUY, "3"),
                        tuple(ActivitySource.STOP_LOSS, OrderSide.SELL, "3"),
                        tuple(ActivitySource.USER, OrderSide.SELL, "4"),
                        tuple(ActivitySource.USER, OrderSide.BUY, "1"),
                        tuple(ActivitySource.TAKE_PROFIT, OrderSide.BUY, "3"),
                        tuple(ActivitySource.ORDER, OrderSide.BUY, "2"),
                        tuple(ActivitySource.ORDER, OrderSide.BUY, "1.5"));
        assertThat(both.paper.positions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofOrdersDrawnBySeeds(boolean hedging) {
        for (long seed = 1; seed <= 5; seed++) {
            Both both = both(hedging);
            both.play(new Random(seed));
            assertThat(both.sameFills()).as("seed %d", seed).hasSizeGreaterThan(5);
            close();
        }
    }

    private Both both(boolean hedging) {
        venue = new SimulatorStage(hedging);
        return new Both(venue, hedging);
    }

    private static ClientOrderId id(int number) {
        return ClientOrderId.of("n-" + number);
    }

    private static BigDecimal price(String text) {
        return new BigDecimal(text);
    }

    private static OrderRequest market(int number, Both both, OrderSide side, String quantity) {
        return OrderRequest.market(id(number), both.gold.id(), side, price(quantity));
    }

    /** Paper and venue side by side. */
    private static final class Both {
        final Instrument gold;
        final Broker paper;
        private final SimulatorStage stage;
        private final Broker capital;
        private final PaperAccount account;
        private final Instant from;
        private int number = 100;

        Both(SimulatorStage stage, boolean hedging) {
            this.stage = stage;
            capital = stage.connect();
            gold = stage.instrument();
            from = stage.now();
            AccountSettings settings = new AccountSettings(
                    CurrencyCode.USD,
                    1_000_000,
                    PositionSize.units(1),
                    Costs.NONE,
                    SimulationRules.DEFAULT
                            .withPositionMode(hedging ? PositionMode.HEDGING : PositionMode.NETTING)
                            .withMargin(Margin.leverage(20)),
                    CurrencyRates.ONE,
                    OrderRules.NONE);
            account = new PaperAccount(AccountId.of("paper"), settings, List.of(gold));
            paper = new PaperBroker(account);
            moveTo(stage.bid());
        }

        void moveTo(String bid) {
            moveTo(price(bid));
        }

        private void moveTo(BigDecimal bid) {
            stage.pass(STEP);
            stage.moveTo(bid);
            account.onQuote(new Quote(
                    gold.id(),
                    stage.now(),
                    stage.bid().doubleValue(),
                    stage.ask().doubleValue()));
        }

        void submit(OrderRequest request) {
            both(new OrderAction.Submit(request), new OrderAction.Submit(request));
        }

        /** Both take it, or both refuse it. */
        private void both(OrderAction atTheVenue, OrderAction onPaper) {
            stage.pass(STEP);
            account.onTime(stage.now());
            SubmitOutcome there = capital.send(atTheVenue, SendPermit.ALWAYS);
            SubmitOutcome here = paper.send(onPaper, SendPermit.ALWAYS);
            assertThat(there.getClass())
                    .as("%s: %s, on paper %s", atTheVenue, there, here)
                    .isEqualTo(here.getClass());
        }

        void closeAll() {
            while (!paper.positions().isEmpty()) {
                both(
                        OrderAction.Close.all(capital.positions().getFirst().id()),
                        OrderAction.Close.all(paper.positions().getFirst().id()));
            }
        }

        /**
         * Random orders and prices; one order waits at a time, since of two that one quote fills either may be first.
         */
        void play(Random random) {
            BigDecimal bid = stage.bid();
            for (int i = 0; i < 60; i++) {
                bid = bid.add(BigDecimal.valueOf(random.nextInt(-1_200, 1_201), 2));
                moveTo(bid);
                BigDecimal far = BigDecimal.valueOf(random.nextInt(2, 25));
                switch (random.nextInt(7)) {
                    case 0, 1 -> enter(random, far);
                    case 2, 3 -> await(random, far);
                    case 4 -> protectOldest(bid, far);
                    case 5 -> amendOldest(far);
                    default -> closeOldest();
                }
            }
            closeAll();
        }

        private void enter(Random random, BigDecimal far) {
            OrderSide side = side(random);
            BigDecimal away = far.multiply(BigDecimal.valueOf(side.sign()));
            BigDecimal profit = random.nextBoolean() ? stage.bid().add(away) : null;
            submit(OrderRequest.market(id(number++), gold.id(), side, size(random))
                    .withProtection(stage.bid().subtract(away), profit));
        }

        private void await(Random random, BigDecimal far) {
            if (!paper.orders().isEmpty()) {
                return;
            }
            OrderSide side = side(random);
            BigDecimal away = far.multiply(BigDecimal.valueOf(side.sign()));
            ClientOrderId id = id(number++);
            submit(
                    random.nextBoolean()
                            ? OrderRequest.limit(
                                    id,
                                    gold.id(),
                                    side,
                                    size(random),
                                    stage.bid().subtract(away))
                            : OrderRequest.stop(
                                    id,
                                    gold.id(),
                                    side,
                                    size(random),
                                    stage.bid().add(away)));
        }

        private static OrderSide side(Random random) {
            return random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
        }

        private static BigDecimal size(Random random) {
            return BigDecimal.valueOf(random.nextInt(1, 40), 1);
        }

        private void closeOldest() {
            if (!paper.positions().isEmpty()) {
                both(
                        OrderAction.Close.all(capital.positions().getFirst().id()),
                        OrderAction.Close.all(paper.positions().getFirst().id()));
            }
        }

        private void protectOldest(BigDecimal bid, BigDecimal far) {
            if (!paper.positions().isEmpty()) {
                Position held = paper.positions().getFirst();
                BigDecimal stop = bid.subtract(
                        far.multiply(BigDecimal.valueOf(held.side().entrySide().sign())));
                both(
                        new OrderAction.Protect(capital.positions().getFirst().id(), stop, null),
                        new OrderAction.Protect(held.id(), stop, null));
            }
        }

        private void amendOldest(BigDecimal far) {
            if (!paper.orders().isEmpty()) {
                var waiting = paper.orders().getFirst();
                boolean limit = waiting.prices().limitPrice() != null;
                int away = limit ? -waiting.side().sign() : waiting.side().sign();
                BigDecimal level = stage.bid().add(far.multiply(BigDecimal.valueOf(away)));
                OrderPrices prices =
                        limit ? OrderPrices.NONE.withLimitPrice(level) : OrderPrices.NONE.withStopPrice(level);
                both(
                        new OrderAction.Amend(capital.orders().getFirst().id(), prices, null),
                        new OrderAction.Amend(waiting.id(), prices, null));
            }
        }

        /** {@return the fills at the venue, which are those on paper} */
        List<Traded> sameFills() {
            stage.pass(STEP);
            List<Traded> there = Traded.on(capital, from);
            assertThat(there).isEqualTo(Traded.on(paper, from));
            assertThat(capital.account().balance().amount())
                    .isCloseTo(paper.account().balance().amount(), within(price("0.05")));
            return there;
        }
    }
}
