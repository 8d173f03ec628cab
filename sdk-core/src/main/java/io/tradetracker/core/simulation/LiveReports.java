package io.tradetracker.core.simulation;

import io.tradetracker.api.broker.Activity;
import io.tradetracker.api.broker.ActivityKind;
import io.tradetracker.api.broker.ActivitySource;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.Order;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.Position;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.risk.HaltMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a broker showed of the strategy's orders and positions. What is held is what the broker shows, less what
 * its record says was closed since; fills are the rows of its record. Used by one thread.
 */
final class LiveReports {
    private static final long FORGET_AFTER_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final int MOST_UNCLAIMED = 200;

    private final LiveDesk desk;
    /** Which order opened a position, also one that was closed before it was seen. */
    private final Map<BrokerPositionId, LiveOrder> openedBy = new HashMap<>();
    /** Units of a position that rows say were opened. */
    private final Map<BrokerPositionId, Double> openedUnits = new HashMap<>();
    /** Units of a position that rows say were closed. */
    private final Map<BrokerPositionId, Double> closedUnits = new HashMap<>();
    /** Rows about positions that are nobody's yet: whose they are may be told later. */
    private final List<Trade> unclaimed = new ArrayList<>();

    LiveReports(LiveDesk desk) {
        this.desk = desk;
    }

    // ---- what became of what was asked for ----

    /** Something will not be done. */
    void refused(LiveOrder order, long timeMillis, Refusal why) {
        desk.end(order);
        desk.positions.values().forEach(each -> each.release(order));
        if (order.kind == LiveOrder.Kind.CANCEL) {
            if (order.cancels != null) {
                order.cancels.cancelling = false;
            }
            return;
        }
        LivePosition position = order.position;
        if (order.kind == LiveOrder.Kind.PROTECT && position != null) {
            if (position.protecting != order) {
                return;
            }
            position.protecting = null;
            position.restoreProtection();
            position.book.lots.sum();
        }
        desk.records.reject(timeMillis, order.tag, why);
    }

    /** It came too late to be asked for, or what it was about was gone. */
    void withheld(LiveOrder order, long timeMillis) {
        if (order.kind == LiveOrder.Kind.ENTRY || order.kind == LiveOrder.Kind.EXIT) {
            refused(
                    order,
                    timeMillis,
                    new Refusal("TOO_LATE", "the account was not traded when it was decided, and its price is gone"));
            return;
        }
        desk.end(order);
        desk.positions.values().forEach(each -> each.release(order));
        if (order.position != null && order.position.protecting == order) {
            order.position.protecting = null;
        }
        if (order.cancels != null) {
            order.cancels.cancelling = false;
        }
    }

    /** The broker did it. */
    void executed(LiveOrder order, long timeMillis, List<BrokerPositionId> positions) {
        order.settled = true;
        order.settledAt = timeMillis;
        switch (order.kind) {
            case CANCEL, CLOSE -> desk.end(order);
            case PROTECT -> {
                desk.end(order);
                if (order.position != null && order.position.protecting == order) {
                    order.position.protecting = null;
                }
            }
            case ENTRY -> {
                for (BrokerPositionId each : positions) {
                    claim(each, order);
                    if (!desk.positions.containsKey(each) && !isOver(each, order)) {
                        order.awaited.add(each);
                    }
                }
                order.seen |= !positions.isEmpty();
                endIfSeen(order);
            }
            case EXIT -> endIfSeen(order);
        }
    }

    private boolean isOver(BrokerPositionId position, LiveOrder order) {
        return closedUnits.getOrDefault(position, 0.0) >= order.units;
    }

    /** An order that never waited is over when all that it caused was seen. */
    private void endIfSeen(LiveOrder order) {
        boolean done = order.settled && (order.seen || order.kind == LiveOrder.Kind.EXIT) && order.awaited.isEmpty();
        if (done && !order.placed && (order.isMarket() || order.seen)) {
            desk.end(order);
        }
    }

    /** Orders that were done, and of which nothing is seen for long, were over before anybody looked. */
    void forget(long timeMillis) {
        for (LiveOrder order : List.copyOf(desk.open.values())) {
            if (order.settled && !order.placed && timeMillis - order.settledAt > FORGET_AFTER_MILLIS) {
                desk.end(order);
            }
        }
    }

    // ---- what was seen on the account ----

    /**
     * Something changed on the account.
     *
     * @param cause the order that caused it; null when it is none of the strategy's
     */
    void seen(AccountEvent event, @Nullable LiveOrder cause, long timeMillis) {
        switch (event) {
            case AccountEvent.OrderPlaced(Order order) -> {
                if (cause != null) {
                    placed(order, cause);
                }
            }
            case AccountEvent.OrderChanged changed -> {}
            case AccountEvent.OrderGone gone -> {
                if (cause != null) {
                    cause.broker = null;
                    desk.end(cause);
                }
            }
            case AccountEvent.PositionOpened(Position position) -> held(position, cause, timeMillis);
            case AccountEvent.PositionChanged(Position before, Position now) -> held(now, cause, timeMillis);
            case AccountEvent.PositionClosed(Position last) -> {
                LivePosition known = desk.positions.get(last.id());
                if (known != null) {
                    holds(known, 0, timeMillis, null);
                }
            }
            case AccountEvent.ActivityAdded(Activity row) -> row(row, cause);
            case AccountEvent.BalanceChanged balances -> desk.balances(balances.account());
        }
    }

    private void placed(Order order, LiveOrder cause) {
        cause.broker = order.id();
        cause.placed = true;
        cause.seen = true;
        desk.open.put(cause.number, cause);
        if (cause.cancelWanted) {
            cause.book.cancel(cause);
        }
    }

    private void held(Position seen, @Nullable LiveOrder cause, long timeMillis) {
        LivePosition known = desk.positions.get(seen.id());
        LiveOrder owner = cause == null ? openedBy.get(seen.id()) : cause;
        if (known == null) {
            if (owner != null) {
                open(seen, owner, timeMillis);
            }
            return;
        }
        known.takeProtection(seen);
        if (known.protecting == null && known.isProtectedOtherwise()) {
            known.restoreProtection();
        }
        holds(known, seen.quantity().doubleValue(), timeMillis, null);
    }

    private void open(Position seen, LiveOrder order, long timeMillis) {
        LiveBook book = order.book;
        Lot lot = new Lot(
                order.tag,
                seen.side().entrySide().sign(),
                seen.quantity().doubleValue(),
                seen.averagePrice().doubleValue(),
                seen.openedAt().toEpochMilli(),
                -1);
        LivePosition position = new LivePosition(seen, book, lot);
        position.seenAtMillis = timeMillis;
        desk.positions.put(seen.id(), position);
        if (order.intent instanceof Intent.Enter entry) {
            book.trail(lot, entry.protection());
        }
        book.lots.add(lot);
        claim(seen.id(), order);
        order.seen = true;
        order.awaited.remove(seen.id());
        endIfSeen(order);
        opened(position, order, timeMillis);
    }

    /** What must go or close because something was opened. */
    private void opened(LivePosition position, LiveOrder order, long timeMillis) {
        LiveBook book = position.book;
        int direction = position.lot.direction;
        int most = desk.settings.rules().maxEntries();
        boolean full = book.lots.count(direction) >= most;
        boolean nets = desk.settings.rules().positionMode() == PositionMode.NETTING;
        cancelGroup(order);
        book.cancelIf(other -> other != order
                && other.isShown()
                && other.intent instanceof Intent.Enter entry
                && entry.mode() == EntryMode.ENTER
                && (entry.side().sign() == direction ? full : nets)
                && refusedByPosition(other, timeMillis));
        if (desk.killSwitch != null && desk.killSwitch.mode() == HaltMode.CLOSE) {
            book.closePosition(position, FillReason.HALT, timeMillis);
        }
    }

    private boolean refusedByPosition(LiveOrder order, long timeMillis) {
        desk.records.reject(
                timeMillis,
                order.tag,
                new Refusal("ALREADY_IN_POSITION", "another order filled before, so this one is taken back"));
        return true;
    }

    private void cancelGroup(LiveOrder order) {
        if (!order.group.isEmpty()) {
            order.book.cancelIf(other -> other != order && other.group.equals(order.group));
        }
    }

    /** So much is held of a position now; a part of what is gone may be known to be closed by an order. */
    private void holds(LivePosition position, double units, long timeMillis, @Nullable LiveOrder by) {
        LiveBook book = position.book;
        Lot lot = position.lot;
        double gone = book.steps.quantity(lot.quantity - units);
        position.seenAtMillis = Math.max(position.seenAtMillis, timeMillis);
        if (gone > 0) {
            position.closed(gone, by, book.steps);
        }
        boolean wasOpen = lot.quantity > 0;
        lot.quantity = units;
        if (units > 0 && !wasOpen) {
            book.lots.add(lot);
        } else if (units == 0 && wasOpen) {
            book.lots.remove(lot);
            book.dropExits();
        }
        book.lots.sum();
    }

    // ---- rows of the broker's record ----

    private void row(Activity row, @Nullable LiveOrder cause) {
        OrderSide side = row.side();
        BigDecimal quantity = row.quantity();
        if (row.kind().equals(ActivityKind.TRADE) && side != null && quantity != null) {
            trade(new Trade(row, row.position(), side, quantity.doubleValue()), cause);
        }
    }

    private void trade(Trade trade, @Nullable LiveOrder cause) {
        LivePosition position = trade.id == null ? null : desk.positions.get(trade.id);
        LiveOrder opener = trade.id == null ? null : openedBy.get(trade.id);
        LiveOrder by = cause == null ? closer(trade, position) : cause;
        boolean closes = opener != null && opener.side != trade.side;
        if (by != null) {
            boolean opens = by.kind == LiveOrder.Kind.ENTRY && !closes;
            fill(trade, by.book, new Why(by.number, by.tag, opens ? FillReason.ENTRY : by.exitReason));
            by.seen = true;
            cancelGroup(by);
            if (opens && trade.id != null) {
                openedUnits.merge(trade.id, trade.units, Double::sum);
                claim(trade.id, by);
            }
        } else if (opener != null && closes) {
            fill(trade, opener.book, new Why(desk.records.nextOrder(), opener.tag, reason(trade, position)));
        } else {
            keep(trade);
        }
        if (closes) {
            reduce(trade, position, by);
        }
    }

    private static @Nullable LiveOrder closer(Trade trade, @Nullable LivePosition position) {
        boolean asked = trade.row.source().equals(ActivitySource.USER);
        return asked && position != null ? position.closer(trade.units) : null;
    }

    private void keep(Trade trade) {
        if (trade.id != null) {
            unclaimed.add(trade);
            if (unclaimed.size() > MOST_UNCLAIMED) {
                unclaimed.removeFirst();
            }
        }
    }

    /** A position is known to be the strategy's: rows about it that came before count now. */
    private void claim(BrokerPositionId position, LiveOrder order) {
        if (openedBy.putIfAbsent(position, order) == null) {
            List<Trade> about = unclaimed.stream()
                    .filter(trade -> position.equals(trade.id))
                    .toList();
            unclaimed.removeAll(about);
            about.forEach(trade -> trade(trade, null));
        }
    }

    private void fill(Trade trade, LiveBook book, Why why) {
        BigDecimal told = trade.row.price();
        // where the broker does not tell the price, the last one is the nearest to the truth
        double price = told == null ? book.marketPrice() : told.doubleValue();
        desk.records.fills.add(new FillLog.Execution(
                book.index,
                why.order,
                trade.millis(),
                trade.side.sign() * trade.units,
                price,
                0,
                desk.rate(book.instrument, trade.millis()),
                why.reason,
                why.tag));
    }

    private static FillReason reason(Trade trade, @Nullable LivePosition position) {
        ActivitySource source = trade.row.source();
        if (source.equals(ActivitySource.STOP_LOSS)) {
            return position == null ? FillReason.STOP_LOSS : position.lot.stopReason();
        }
        if (source.equals(ActivitySource.TAKE_PROFIT)) {
            return FillReason.TAKE_PROFIT;
        }
        return source.equals(ActivitySource.CLOSE_OUT) ? FillReason.CLOSE_OUT : FillReason.EXTERNAL;
    }

    private void reduce(Trade trade, @Nullable LivePosition position, @Nullable LiveOrder by) {
        if (trade.id == null) {
            return;
        }
        closedUnits.merge(trade.id, trade.units, Double::sum);
        if (position != null) {
            holds(position, unitsLeft(trade, position, trade.id), trade.millis(), by);
            return;
        }
        LiveOrder opener = openedBy.get(trade.id);
        if (opener != null && isOver(trade.id, opener)) {
            opener.awaited.remove(trade.id);
            endIfSeen(opener);
        }
    }

    /** A row may tell of what was seen already: less is held only when it was not. */
    private double unitsLeft(Trade trade, LivePosition position, BrokerPositionId id) {
        double held = position.lot.quantity;
        double opened = openedUnits.getOrDefault(id, 0.0);
        boolean rowsAreWhole = opened >= position.firstSeenUnits;
        if (rowsAreWhole) {
            double left = position.book.steps.quantity(opened - closedUnits.getOrDefault(id, 0.0));
            return Math.max(0, Math.min(held, left));
        }
        // what was traded before the position was looked at last is in what was seen
        return trade.millis() > position.seenAtMillis
                ? Math.max(0, position.book.steps.quantity(held - trade.units))
                : held;
    }

    /** A row that tells of a trade. */
    private record Trade(Activity row, @Nullable BrokerPositionId id, OrderSide side, double units) {
        long millis() {
            return row.time().toEpochMilli();
        }
    }

    /** Whose fill it is, and why it came about. */
    private record Why(int order, OrderTag tag, FillReason reason) {}
}
