package io.tradetracker.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.testkit.broker.Arrived;
import io.tradetracker.testkit.broker.Faults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One account, one seed: lives of processes that want things, and the truth of the venue after each. */
final class GatewayGame implements AutoCloseable {
    private static final int LIVES = 4;
    private static final int WISHES = 9;

    private final GatewayRig rig;
    private final Random random;
    private final long seed;
    private final Faults faults;
    private int price = 100;

    GatewayGame(Set<BrokerCapability> capabilities, Faults faults, long seed) {
        this.seed = seed;
        this.faults = faults;
        rig = new GatewayRig(capabilities, Faults.NONE, seed);
        random = new Random(seed);
    }

    /** {@return how many intents ended in which way} */
    Map<IntentStatus, Integer> play() {
        for (int life = 0; life < LIVES; life++) {
            live();
            check();
        }
        Map<IntentStatus, Integer> ends = new EnumMap<>(IntentStatus.class);
        intents().values().forEach(each -> ends.merge(each.status(), 1, Integer::sum));
        return ends;
    }

    /** A process that wants things until it has wanted enough, or dies. */
    private void live() {
        rig.broker.become(faults);
        Mortal mortal = new Mortal(rig.broker, rig.journal);
        OrderGateway gateway = rig.open(mortal, mortal);
        if (!gateway.awaitTrading(GatewayRig.LONG)) {
            throw new AssertionError(
                    "seed " + seed + ": not traded: " + gateway.snapshot().reason());
        }
        mortal.dieAfter(5 + random.nextInt(60));
        for (int wish = 0; wish < WISHES && !mortal.isDead(); wish++) {
            try {
                want(gateway);
            } catch (TradeTrackerException | IllegalStateException refused) {
                // dead, not traded any more, or nothing there to change
            }
        }
        gateway.close();
    }

    private void want(OrderGateway gateway) {
        OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
        String quantity = Integer.toString(1 + random.nextInt(4));
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> gateway.submit(owner(), rig.market(instrument(), side, quantity));
            case 3 -> gateway.submit(owner(), rig.limit(side, quantity, Integer.toString(price - 5 * side.sign())));
            case 4 -> order(gateway).ifPresent(id -> act(gateway, new OrderAction.Cancel(id.id())));
            case 5 -> order(gateway).ifPresent(id -> act(gateway, amend(id)));
            case 6 -> position(gateway).ifPresent(held -> act(gateway, OrderAction.Close.all(held.id())));
            case 7 -> position(gateway).ifPresent(held -> act(gateway, protect(held)));
            case 8 -> move();
            default -> outside(side, quantity);
        }
    }

    private OrderOwner owner() {
        return random.nextInt(3) == 0 ? GatewayRig.TREND : GatewayRig.ADA;
    }

    private InstrumentId instrument() {
        return random.nextBoolean() ? GatewayRig.GOLD : GatewayRig.OIL;
    }

    private void act(OrderGateway gateway, OrderAction action) {
        gateway.request(GatewayRig.ADA, new WantedAction(rig.name(), action));
    }

    private Optional<Order> order(OrderGateway gateway) {
        return any(gateway.snapshot().orders()).map(GatewaySnapshot.OwnedOrder::order);
    }

    private Optional<Position> position(OrderGateway gateway) {
        return any(gateway.snapshot().positions()).map(GatewaySnapshot.OwnedPosition::position);
    }

    private <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private OrderAction amend(Order order) {
        BigDecimal limit = BigDecimal.valueOf(
                price - (3L + random.nextInt(5)) * order.side().sign());
        return new OrderAction.Amend(order.id(), OrderPrices.NONE.withLimitPrice(limit), null);
    }

    private OrderAction protect(Position held) {
        long far = 3 + random.nextInt(4);
        BigDecimal now = held.averagePrice();
        int sign = held.side().entrySide().sign();
        return new OrderAction.Protect(held.id(), now.subtract(BigDecimal.valueOf(far * sign + 2L * sign)), null);
    }

    private void move() {
        price += random.nextInt(9) - 4;
        rig.venue.quote(GatewayRig.GOLD, Integer.toString(price - 1), Integer.toString(price));
    }

    private void outside(OrderSide side, String quantity) {
        if (random.nextBoolean() && !rig.venue.positions().isEmpty()) {
            rig.venue.closeOut(rig.venue.positions().getFirst().id());
        } else {
            rig.venue.outside(new OrderAction.Submit(rig.market(GatewayRig.OIL, side, quantity)));
        }
    }

    /** The next process finds out what the last one left; then all must agree. */
    private void check() {
        OrderGateway gateway = rig.open();
        if (!gateway.awaitTrading(GatewayRig.LONG)) {
            throw new AssertionError(
                    "seed " + seed + ": not traded: " + gateway.snapshot().reason());
        }
        rig.broker.become(Faults.NONE);
        rig.broker.doLate();
        try {
            GatewayRig.await("agreement", () -> agrees(gateway));
        } catch (AssertionError never) {
            throw new AssertionError(
                    "seed " + seed + ": " + gateway.snapshot() + "\n" + rig.venue.positions() + "\n"
                            + rig.venue.orders() + "\n" + rig.failures + "\n" + rig.broker.log(),
                    never);
        }
        checkIntents();
        checkOwners(gateway);
        gateway.close();
    }

    private boolean agrees(OrderGateway gateway) {
        Set<Position> known = new HashSet<>();
        gateway.snapshot().positions().forEach(held -> known.add(held.position()));
        Set<Order> waiting = new HashSet<>();
        gateway.snapshot().orders().forEach(each -> waiting.add(each.order()));
        return known.equals(new HashSet<>(rig.venue.positions())) && waiting.equals(new HashSet<>(rig.venue.orders()));
    }

    private Map<ClientOrderId, IntentReport> intents() {
        GatewayBook book = new GatewayBook(io.tradetracker.core.risk.OrderRules.NONE, GatewayRig.TERMS);
        Map<ClientOrderId, IntentReport> intents = new HashMap<>();
        List<ClientOrderId> ids = new ArrayList<>();
        rig.journal.read(GatewayRig.ACCOUNT, 0, (sequence, fact) -> {
            book.restore(sequence, fact);
            if (fact instanceof GatewayFact.Intended intended) {
                ids.add(intended.intent().id());
            }
        });
        ids.forEach(id -> intents.put(id, book.find(id).orElseThrow()));
        return intents;
    }

    /** Nothing was done twice, and what the record says became of it is what the venue did. */
    private void checkIntents() {
        Map<ClientOrderId, List<Arrived>> arrived = new HashMap<>();
        for (Arrived each : rig.venue.arrived()) {
            if (each.from().equals("gateway") && each.action() instanceof OrderAction.Submit(OrderRequest request)) {
                arrived.computeIfAbsent(request.clientOrderId(), id -> new ArrayList<>())
                        .add(each);
            }
        }
        Map<ClientOrderId, IntentReport> intents = intents();
        assertThat(intents.keySet())
                .as("seed %d: on record before it is sent", seed)
                .containsAll(arrived.keySet());
        for (IntentReport intent : intents.values()) {
            if (intent.intent().action() instanceof OrderAction.Submit) {
                List<Arrived> requests = arrived.getOrDefault(intent.id(), List.of());
                assertThat(requests).as("seed %d: sent once: %s", seed, intent).hasSizeLessThan(2);
                boolean executed = requests.stream().anyMatch(Arrived::executed);
                if (intent.status() == IntentStatus.WITH_PERSON) {
                    assertThat(looksLikeSomebodyElses(intent))
                            .as(
                                    "seed %d: a person is asked only where two look the same: %s"
                                            + "\nARR %s\nINT %s\nROW %s",
                                    seed,
                                    intent,
                                    rig.venue.arrived().stream()
                                            .filter(a -> a.toString().contains("OIL"))
                                            .toList(),
                                    intents.values(),
                                    rig.venue.activitySince(java.time.Instant.MIN))
                            .isTrue();
                } else if (!isTakenForOurs(intent)) {
                    assertThat(intent.status())
                            .as("seed %d: %s\n%s\n%s", seed, intent, requests, rig.broker.log())
                            .isEqualTo(executed ? IntentStatus.EXECUTED : IntentStatus.NOT_EXECUTED);
                }
            }
        }
    }

    /** Somebody else placed just that while ours was lost: no record of the broker tells the two apart. */
    private boolean isTakenForOurs(IntentReport intent) {
        return intent.reason().contains("exactly one like it") && looksLikeSomebodyElses(intent);
    }

    private boolean looksLikeSomebodyElses(IntentReport intent) {
        return rig.venue.arrived().stream()
                .anyMatch(each -> each.from().equals("outside")
                        && each.action() instanceof OrderAction.Submit(OrderRequest other)
                        && intent.intent().action() instanceof OrderAction.Submit(OrderRequest ours)
                        && other.instrument().equals(ours.instrument())
                        && other.side() == ours.side()
                        && other.quantity().compareTo(ours.quantity()) == 0);
    }

    private void checkOwners(OrderGateway gateway) {
        boolean unclear = intents().values().stream()
                .anyMatch(each -> each.status() == IntentStatus.WITH_PERSON || isTakenForOurs(each));
        for (GatewaySnapshot.OwnedPosition held : gateway.snapshot().positions()) {
            Arrived origin = rig.venue.arrived().stream()
                    .filter(each -> Objects.equals(
                            each.confirmation().order(), held.position().order()))
                    .min(Comparator.comparing(Arrived::time))
                    .orElseThrow();
            if (!unclear) {
                assertThat(held.owner() == null)
                        .as("seed %d: %s came from %s", seed, held, origin)
                        .isEqualTo(origin.from().equals("outside"));
            }
        }
    }

    @Override
    public void close() {
        rig.close();
    }
}
