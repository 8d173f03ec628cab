package io.tradetracker.broker.capital.fire;

import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.gateway.GatewayState;
import io.tradetracker.core.gateway.IntentReport;
import io.tradetracker.core.gateway.IntentStatus;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.Settlement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Plays one case: something is asked for, the process dies, a second one dies while it finds out, a third one knows.
 */
final class Fire {
    static final ClientOrderId TARGET = ClientOrderId.of("target");
    private static final OrderOwner OWNER = OrderOwner.bot("trend");
    private static final int ATTEMPTS = 10;

    private final Cell cell;
    private final Stage stage;
    private final Random random;
    private final OrderSide side;
    private final BigDecimal size;
    private int prepared;

    private Fire(Cell cell, Stage stage) {
        this.cell = cell;
        this.stage = stage;
        random = new Random(cell.seed());
        side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
        size = BigDecimal.valueOf(2L + random.nextInt(6));
    }

    static Outcome play(Cell cell) throws InterruptedException {
        Stage stage = new Stage(cell);
        try {
            return new Fire(cell, stage).play();
        } finally {
            stage.close();
        }
    }

    private Outcome play() throws InterruptedException {
        Stage.Life first = stage.begin(cell.step());
        awaitTrading(first);
        OrderAction action = prepare(first);
        int before = stage.venue.record().writes().size();
        cell.trouble().begin(stage.venue);
        first.steps().arm();
        var asking = stage.begin(() -> ask(first, action));
        stage.until(
                "the first process is dead or done",
                () -> first.steps().isDead() || (asking.isDone() && isDecided(first)));
        stage.bury(first);
        if (cell.trouble().movesPrice()) {
            stage.moveTo(Stage.BID.add(BigDecimal.valueOf(random.nextBoolean() ? 30 : -30)));
        }

        Stage.Life second = stage.begin("");
        second.steps().dieAfter(1 + random.nextInt(30));
        stage.passUntil(
                () -> second.steps().isDead() || second.gateway().snapshot().state() == GatewayState.TRADING);
        stage.bury(second);

        Stage.Life third = stage.begin("");
        awaitTrading(third);
        stage.venue.faults().clear();
        Truth truth = new Truth(cell, stage.venue.record(), before);
        boolean agreed = stage.passUntil(() -> new Truth(cell, stage.venue.record(), before)
                .unknown(third.gateway().snapshot())
                .isEmpty());
        Optional<IntentReport> report = third.gateway().find(TARGET);
        return truth.outcome(report, agreed ? "" : truth.unknown(third.gateway().snapshot()));
    }

    private void awaitTrading(Stage.Life life) {
        if (!stage.passUntil(() -> life.gateway().snapshot().state() == GatewayState.TRADING)) {
            throw new AssertionError(
                    cell + ": not recovered: " + life.gateway().snapshot().reason());
        }
    }

    private static Stage.Life ask(Stage.Life life, OrderAction action) {
        try {
            life.gateway().request(OWNER, new WantedAction(TARGET, action));
        } catch (RuntimeException dead) {
            life.steps().die();
        }
        return life;
    }

    private static boolean isDecided(Stage.Life life) {
        try {
            return life.gateway()
                    .find(TARGET)
                    .filter(each -> each.status().isFinal() || each.status() == IntentStatus.WITH_PERSON)
                    .isPresent();
        } catch (TradeTrackerException diedMeanwhile) {
            return life.steps().isDead();
        }
    }

    /** What is needed is made through the gateway while all is well; sometimes there is something else beside it. */
    private OrderAction prepare(Stage.Life life) throws InterruptedException {
        if (random.nextInt(3) == 0) {
            made(life, () -> OrderRequest.market(next(), Stage.GOLD, side, size));
        }
        if (random.nextInt(3) == 0) {
            made(life, () -> waiting(next(), size, "60"));
        }
        BrokerPositionId position = null;
        BrokerOrderId order = null;
        if (cell.wish().needsPosition()) {
            position = made(life, () -> OrderRequest.market(next(), Stage.GOLD, side, size))
                    .positions()
                    .getFirst();
        }
        if (cell.wish().needsOrder()) {
            order = made(life, () -> waiting(next(), size, "40")).order();
        }
        return action(new Ready(order, position));
    }

    private ClientOrderId next() {
        return ClientOrderId.of("prepared-" + ++prepared);
    }

    /**
     * {@return what became of an order that has to be there before the case begins} On a machine that is busy the
     * stage's time may run away from the process, so that its permit ends before a turn comes: nothing was sent then,
     * and it is asked for again by another name.
     */
    private Settlement made(Stage.Life life, Supplier<OrderRequest> wanted) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OrderRequest request = wanted.get();
            stage.whileTimePasses(() -> life.gateway().submit(OWNER, request));
            ClientOrderId id = request.clientOrderId();
            stage.until(
                    "it is prepared",
                    () -> life.gateway()
                            .find(id)
                            .filter(each -> each.status().isFinal())
                            .isPresent());
            IntentReport report = life.gateway().find(id).orElseThrow();
            Settlement settlement = report.settlement();
            if (settlement != null && settlement.result() == Settlement.Result.EXECUTED) {
                return settlement;
            }
            if (!SubmitOutcome.Refused.NOT_PERMITTED.equals(report.code())) {
                throw new AssertionError(cell + ": could not be prepared: " + report);
            }
            awaitTrading(life);
        }
        throw new AssertionError(cell + ": the permit ended " + ATTEMPTS + " times before a turn came");
    }

    private OrderRequest waiting(ClientOrderId id, BigDecimal quantity, String distance) {
        BigDecimal away = new BigDecimal(distance).multiply(BigDecimal.valueOf(side.sign()));
        BigDecimal level = random.nextBoolean() ? Stage.BID.subtract(away) : Stage.BID.add(away);
        boolean limit = level.compareTo(Stage.BID) * side.sign() < 0;
        return limit
                ? OrderRequest.limit(id, Stage.GOLD, side, quantity, level)
                : OrderRequest.stop(id, Stage.GOLD, side, quantity, level);
    }

    private OrderAction action(Ready ready) {
        InstrumentId gold = Stage.GOLD;
        BigDecimal losing = Stage.BID.subtract(BigDecimal.valueOf(25L * side.sign()));
        BigDecimal winning = Stage.BID.add(BigDecimal.valueOf(35L * side.sign()));
        return switch (cell.wish()) {
            case MARKET ->
                new OrderAction.Submit(
                        OrderRequest.market(TARGET, gold, side, size).withProtection(losing, null));
            case WAITING -> new OrderAction.Submit(waiting(TARGET, size, "20"));
            case REVERSE ->
                new OrderAction.Submit(
                        OrderRequest.market(TARGET, gold, side.opposite(), size.multiply(BigDecimal.valueOf(3))));
            case REDUCE -> new OrderAction.Submit(OrderRequest.market(TARGET, gold, side.opposite(), BigDecimal.ONE));
            case AMEND -> new OrderAction.Amend(ready.requiredOrder(), amended(ready.requiredOrder()), null);
            case CANCEL -> new OrderAction.Cancel(ready.requiredOrder());
            case CLOSE -> OrderAction.Close.all(ready.requiredPosition());
            case CLOSE_PART -> new OrderAction.Close(ready.requiredPosition(), BigDecimal.ONE);
            case PROTECT -> new OrderAction.Protect(ready.requiredPosition(), losing, winning);
        };
    }

    private OrderPrices amended(BrokerOrderId order) {
        var waiting = stage.venue.record().accounts().getFirst().orders().stream()
                .filter(each -> each.dealId().equals(order.value()))
                .findFirst()
                .orElseThrow();
        BigDecimal level = waiting.level().add(BigDecimal.TEN);
        return waiting.type().equals(OrderType.LIMIT.name())
                ? OrderPrices.NONE.withLimitPrice(level)
                : OrderPrices.NONE.withStopPrice(level);
    }
}
