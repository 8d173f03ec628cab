package io.tradetracker.core.paper;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.BrokerOrderId;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.simulation.FillLog;
import io.tradetracker.core.simulation.LotLog;
import io.tradetracker.core.simulation.SimulatedBroker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened on a paper account, in a broker's rows. Used under the account's lock. */
final class PaperRecord {
    private static final Map<FillReason, ActivitySource> SOURCES = Map.of(
            FillReason.STOP_LOSS, ActivitySource.STOP_LOSS,
            FillReason.TRAILING_STOP, ActivitySource.STOP_LOSS,
            FillReason.TAKE_PROFIT, ActivitySource.TAKE_PROFIT,
            FillReason.CLOSE_OUT, ActivitySource.CLOSE_OUT,
            FillReason.HALT, ActivitySource.BROKER);

    private final FillLog fills;
    private final LotLog lots;
    private final Map<String, PaperOrder> orders;
    private final List<Activity> rows = new ArrayList<>();
    private int fillsSeen;
    private int lotsSeen;

    /** Orders are looked up by their tag. */
    PaperRecord(SimulatedBroker simulation, Map<String, PaperOrder> orders) {
        fills = simulation.fills();
        lots = simulation.lots();
        this.orders = orders;
    }

    List<Activity> since(Instant from) {
        return rows.stream().filter(row -> !row.time().isBefore(from)).toList();
    }

    /** {@return whether anything was traded by an order} */
    boolean traded(BrokerOrderId order) {
        return rows.stream().anyMatch(row -> row.kind().equals(ActivityKind.TRADE) && order.equals(row.order()));
    }

    void order(ActivityKind kind, ActivitySource source, PaperOrder order, Instant now) {
        rows.add(new Activity(
                nextId(),
                now,
                kind,
                source,
                order.request().instrument(),
                order.request().side(),
                order.request().quantity(),
                null,
                null,
                order.id(),
                order.request().clientOrderId()));
    }

    void protection(BrokerPositionId position, Instrument instrument, Instant now) {
        rows.add(new Activity(
                nextId(),
                now,
                ActivityKind.PROTECTED,
                ActivitySource.USER,
                instrument.id(),
                null,
                null,
                null,
                position,
                null,
                null));
    }

    /** {@return how many fills were taken in so far} */
    int fills() {
        return fillsSeen;
    }

    /** {@return a price that was paid} */
    BigDecimal price(int fill) {
        return fills.fill(fill).price();
    }

    /** Takes in what was filled since. {@return the positions that were opened, changed or closed} */
    Set<BrokerPositionId> takeFills() {
        Set<BrokerPositionId> touched = new LinkedHashSet<>();
        for (; fillsSeen < fills.size(); fillsSeen++) {
            BigDecimal left = fills.fill(fillsSeen).quantity();
            PaperOrder order = orders.get(fills.tag(fillsSeen));
            boolean entered = order != null && !SOURCES.containsKey(fills.reason(fillsSeen));
            for (; lotsSeen < lots.size() && lots.exitFill(lotsSeen) == fillsSeen; lotsSeen++) {
                BigDecimal part = exact(lots.quantity(lotsSeen));
                PaperOrder opener = orders.get(fills.tag(lots.entryFill(lotsSeen)));
                if (opener != null) {
                    trade(fillsSeen, opener.position(), part, entered ? order : null);
                    touched.add(opener.position());
                }
                left = left.subtract(part);
            }
            if (entered && order != null && left.signum() > 0) {
                trade(fillsSeen, order.position(), left, order);
                touched.add(order.position());
            }
        }
        return touched;
    }

    private void trade(int fill, BrokerPositionId position, BigDecimal quantity, @Nullable PaperOrder order) {
        ActivitySource asked = order == null || order.isMarket() ? ActivitySource.USER : ActivitySource.ORDER;
        rows.add(new Activity(
                nextId(),
                Instant.ofEpochMilli(fills.timeMillis(fill)),
                ActivityKind.TRADE,
                SOURCES.getOrDefault(fills.reason(fill), asked),
                fills.instruments().get(fills.instrument(fill)).id(),
                fills.signedQuantity(fill) > 0 ? OrderSide.BUY : OrderSide.SELL,
                quantity,
                price(fill),
                position,
                order == null ? null : order.id(),
                order == null ? null : order.request().clientOrderId()));
    }

    /** Quantities of a simulation are on their steps, so that the shortest decimal is the exact one. */
    static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number);
    }

    private String nextId() {
        return "A-" + (rows.size() + 1);
    }
}
