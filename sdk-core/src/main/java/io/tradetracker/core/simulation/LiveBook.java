package io.tradetracker.core.simulation;

import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderPrices;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.Intent.Exit;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.Protection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants of one instrument on a real account, and what it holds there. It asks the broker for what can
 * be asked for; {@link LiveReports} says what became of it. Used by one thread.
 */
final class LiveBook {
    final int index;
    final Instrument instrument;
    final Lots lots;
    final PriceSteps steps;
    private final LiveDesk desk;
    private final LiveEntries entries;
    private double marketPrice = Double.NaN;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private long openMillis;

    LiveBook(int index, Instrument instrument, LiveDesk desk, QuietStretch stretch) {
        this.index = index;
        this.instrument = instrument;
        this.desk = desk;
        steps = new PriceSteps(instrument);
        lots = new Lots(instrument.multiplier().doubleValue(), stretch);
        entries = new LiveEntries(desk, this);
    }

    // ---- the market ----

    double marketPrice() {
        return marketPrice;
    }

    void open(long timeMillis, double price) {
        openMillis = timeMillis;
        marketPrice = price;
        high = price;
        low = price;
    }

    void range(double highest, double lowest) {
        high = highest;
        low = lowest;
    }

    /** The candle is over: stops that follow are moved at the broker. */
    void close(double price) {
        marketPrice = price;
        lots.lastPrice(price);
        long closeMillis = openMillis + desk.timeframeMillis;
        for (LivePosition each : positions()) {
            // nobody knows whether the prices of the candle in which it was opened came before it
            boolean whole = each.lot.openedAtMillis < openMillis && !Double.isNaN(high);
            each.lot.reach(whole ? high : price, whole ? low : price, steps);
            boolean isPassed = each.lot.stopTrails && each.lot.direction * (each.lot.stop - price) >= 0;
            if (isPassed) {
                closePosition(each, FillReason.TRAILING_STOP, closeMillis);
            } else {
                protect(each);
            }
        }
        lots.sum();
    }

    // ---- what is held ----

    List<LivePosition> positions() {
        List<LivePosition> found = new ArrayList<>();
        for (LivePosition each : desk.positions.values()) {
            if (each.book == this && each.lot.quantity > 0) {
                found.add(each);
            }
        }
        found.sort((one, other) -> Integer.compare(place(one), place(other)));
        return found;
    }

    private int place(LivePosition position) {
        return lots.copy().indexOf(position.lot);
    }

    private List<LivePosition> on(int direction, String part) {
        return positions().stream()
                .filter(each -> each.lot.direction == direction && (part.isEmpty() || each.lot.tag.is(part)))
                .toList();
    }

    /** {@return entries at the market on a side that were asked for and not seen yet} */
    int onTheirWay(int direction) {
        return (int)
                orders().stream().filter(order -> order.isOnItsWay(direction)).count();
    }

    List<LiveOrder> orders() {
        return desk.open.values().stream().filter(order -> order.book == this).toList();
    }

    List<OrderView> views() {
        return orders().stream().filter(LiveOrder::isShown).map(LiveOrder::view).toList();
    }

    // ---- what a strategy wants ----

    private LiveOrder.Maker maker(OrderTag tag, int number, String group, @Nullable LivePosition position) {
        return new LiveOrder.Maker(number, tag, this, group, position);
    }

    void enter(Enter wanted, long timeMillis, String group) {
        Enter entry = steps.entry(wanted);
        int number = desk.records.nextOrder();
        OrderTag tag = new OrderTag(entry.tag(), number);
        int direction = entry.side().sign();
        boolean market = entry.terms().type().equals(OrderType.MARKET);
        boolean reverse = entry.mode() == EntryMode.REVERSE;
        if (market && reverse && lots.count(direction) + onTheirWay(direction) > 0) {
            return;
        }
        Refusal refusal = entries.whyNot(entry);
        double units = refusal == null ? entries.units(entry, timeMillis) : 0;
        refusal = refusal == null ? entries.whyNot(units) : refusal;
        if (refusal != null) {
            desk.records.reject(timeMillis, tag, refusal);
            return;
        }
        if (reverse) {
            on(-direction, "").forEach(each -> closePosition(each, FillReason.EXIT, timeMillis));
        }
        boolean reduces = entry.mode() == EntryMode.REDUCE;
        LiveOrder order = new LiveOrder(
                maker(tag, number, group, null),
                reduces ? LiveOrder.Kind.EXIT : LiveOrder.Kind.ENTRY,
                entry,
                entry.terms(),
                entry.side());
        order.units = units;
        Protection protection = entry.protection().withStopLoss(entries.firstStop(entry));
        submit(order, protection, timeMillis);
    }

    private void submit(LiveOrder order, Protection protection, long timeMillis) {
        OrderTerms terms = order.terms;
        OrderPrices prices = new OrderPrices(
                exact(terms.limitPrice()),
                exact(terms.stopPrice()),
                exact(protection.stopLoss()),
                exact(protection.takeProfit()));
        Instant end = order.isMarket() ? null : end(terms, timeMillis);
        desk.ask(
                order,
                new OrderAction.Submit(new OrderRequest(
                        desk.name(order),
                        instrument.id(),
                        order.side,
                        terms.type(),
                        instrument.rules().roundQuantity(order.units),
                        end == null ? TimeInForce.GTC : TimeInForce.GTD,
                        end,
                        prices,
                        order.kind == LiveOrder.Kind.EXIT)));
    }

    private @Nullable BigDecimal exact(double price) {
        return Double.isNaN(price) ? null : instrument.rules().roundPrice(price);
    }

    private @Nullable Instant end(OrderTerms terms, long timeMillis) {
        Instant now = Instant.ofEpochMilli(timeMillis);
        if (terms.timeInForce().equals(TimeInForce.DAY)) {
            return now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        }
        return terms.timeInForce().equals(TimeInForce.NEXT_CANDLE)
                ? now.plusMillis(desk.timeframeMillis)
                : terms.goodTill();
    }

    void exit(Exit exit, long timeMillis, String group) {
        for (int direction = 1; direction >= -1; direction -= 2) {
            List<LivePosition> closing = on(direction, exit.part());
            if (!closing.isEmpty()) {
                exit(exit, closing, timeMillis, group);
            }
        }
    }

    private void exit(Exit exit, List<LivePosition> closing, long timeMillis, String group) {
        double held = sum(closing);
        int number = desk.records.nextOrder();
        OrderTag tag = new OrderTag(exit.tag(), number);
        OrderSide side = closing.getFirst().lot.exitSide();
        boolean waits = !exit.terms().type().equals(OrderType.MARKET);
        Refusal refusal = Refusal.of(exit.terms());
        refusal = refusal == null ? entries.whyNotOf(exit.terms(), waits) : refusal;
        double wanted = Double.isNaN(exit.quantity()) ? share(held, exit.percent()) : Math.min(held, exit.quantity());
        double units = wanted == held ? held : steps.quantityBelow(wanted);
        if (refusal == null && held > 0 && units == 0) {
            refusal = Refusal.tooSmall(instrument, 0);
        }
        boolean byId = waits || canCloseById(closing, units);
        if (refusal == null && !byId && !canReduce(closing)) {
            refusal = LiveEntries.notSupported("this broker closes no part of a position");
        }
        if (refusal != null) {
            desk.records.reject(timeMillis, tag, refusal);
        } else if (units > 0 && (waits || !byId)) {
            LiveOrder order = new LiveOrder(
                    maker(tag, number, group, null), LiveOrder.Kind.EXIT, exit, steps.terms(exit.terms(), side), side);
            order.units = units;
            submit(order, Protection.NONE, timeMillis);
            if (!waits) {
                reserve(order, closing, units);
            }
        } else if (units > 0) {
            closeById(exit, tag, closing, units);
        }
    }

    // held · 100 / 100 may be a little less than held, and would be rounded down by a whole step
    private static double share(double held, double percent) {
        return percent == 100 ? held : PriceSteps.withoutNoise(held * percent / 100);
    }

    private double sum(List<LivePosition> closing) {
        return steps.quantity(
                closing.stream().mapToDouble(each -> each.free(steps)).sum());
    }

    /** {@return whether whole positions add up to the units, or a part of one can be closed} */
    private boolean canCloseById(List<LivePosition> closing, double units) {
        if (desk.can(BrokerCapability.PARTIAL_CLOSE)) {
            return true;
        }
        double left = units;
        for (LivePosition each : closing) {
            if (left > 0 && left < each.free(steps)) {
                return false;
            }
            left = steps.quantity(left - each.free(steps));
        }
        return true;
    }

    /** {@return whether an order that only reduces closes these first} */
    private boolean canReduce(List<LivePosition> closing) {
        int direction = closing.getFirst().lot.direction;
        List<LivePosition> all = on(direction, "");
        return desk.can(BrokerCapability.REDUCE_ONLY)
                && all.subList(0, closing.size()).equals(closing);
    }

    private void reserve(LiveOrder order, List<LivePosition> closing, double units) {
        double left = units;
        for (LivePosition each : closing) {
            double part = Math.min(left, each.free(steps));
            if (part > 0) {
                each.closes(order, part);
                left = steps.quantity(left - part);
            }
        }
    }

    private void closeById(Exit exit, OrderTag tag, List<LivePosition> closing, double units) {
        double left = units;
        for (LivePosition each : closing) {
            double part = Math.min(left, each.free(steps));
            if (part > 0) {
                close(each, part, tag, exit);
                left = steps.quantity(left - part);
            }
        }
    }

    /** Closes what nothing closes yet of a position. */
    void closePosition(LivePosition position, FillReason reason, long timeMillis) {
        double units = position.free(steps);
        if (units > 0 && (units == position.lot.quantity || desk.can(BrokerCapability.PARTIAL_CLOSE))) {
            close(position, units, position.lot.tag, Exit.all()).exitReason = reason;
        } else if (units > 0) {
            desk.records.notice(timeMillis, "NOT_CLOSED", "a part of position " + position.id + " is closed already");
        }
    }

    private LiveOrder close(LivePosition position, double units, OrderTag tag, Exit exit) {
        int number = desk.records.nextOrder();
        LiveOrder order = new LiveOrder(
                maker(tag, number, "", position),
                LiveOrder.Kind.CLOSE,
                exit,
                OrderTerms.MARKET,
                position.lot.exitSide());
        order.units = units;
        boolean all = units == position.lot.quantity;
        position.closes(order, units);
        desk.ask(
                order,
                new OrderAction.Close(
                        position.id, all ? null : instrument.rules().roundQuantity(units)));
        return order;
    }

    void amend(Amend amend, long timeMillis) {
        List<LivePosition> meant = new ArrayList<>(on(1, amend.part()));
        meant.addAll(on(-1, amend.part()));
        Refusal refusal = Refusal.of(amend, meant.stream().map(each -> each.lot).toList(), marketPrice);
        refusal = refusal == null ? entries.whyNotTrailed(amend.protection()) : refusal;
        refusal = refusal == null ? entries.whyNotProtected(amend.protection()) : refusal;
        if (refusal != null) {
            desk.records.reject(timeMillis, amend.part(), refusal);
            return;
        }
        for (LivePosition each : meant) {
            if (amend.clear()) {
                each.lot.clearProtection();
            }
            set(
                    each.lot,
                    steps.protection(amend.protection(), each.lot.exitSide().opposite()));
            protect(each);
        }
        lots.sum();
    }

    private void set(Lot lot, Protection protection) {
        if (!Double.isNaN(protection.stopLoss())) {
            lot.setStop(protection.stopLoss());
        }
        if (!Double.isNaN(protection.takeProfit())) {
            lot.target = protection.takeProfit();
        }
        trail(lot, protection);
    }

    void trail(Lot lot, Protection protection) {
        if (protection.trailing().isSet()) {
            lot.trail(
                    protection.trailing(),
                    desk.indicators.get(protection.trailing().indicator()),
                    steps);
        }
    }

    /** Asks for the protection of a position when it is not what was asked for last. */
    private void protect(LivePosition position) {
        BigDecimal stop = exact(position.lot.stop);
        BigDecimal target = exact(position.lot.target);
        if (!position.isNew(stop, target)) {
            return;
        }
        int number = desk.records.nextOrder();
        LiveOrder order = new LiveOrder(
                maker(position.lot.tag, number, "", position),
                LiveOrder.Kind.PROTECT,
                null,
                OrderTerms.MARKET,
                position.lot.exitSide());
        position.asked(stop, target);
        position.protecting = order;
        desk.ask(order, new OrderAction.Protect(position.id, stop, target));
    }

    // ---- what is taken back ----

    void cancel(String tag) {
        cancelIf(order -> tag.isEmpty() || order.tag.is(tag));
    }

    /** Takes back orders that wait and could open or enlarge something. */
    void cancelEntries(long timeMillis, Refusal why) {
        cancelIf(order -> {
            if (order.kind == LiveOrder.Kind.ENTRY && order.isShown()) {
                desk.records.reject(timeMillis, order.tag, why);
                return true;
            }
            return false;
        });
    }

    void cancelIf(Predicate<LiveOrder> which) {
        for (LiveOrder order : orders()) {
            boolean waits =
                    (order.kind == LiveOrder.Kind.ENTRY || order.kind == LiveOrder.Kind.EXIT) && !order.isMarket();
            if (waits && which.test(order)) {
                cancel(order);
            }
        }
    }

    /** Takes back an order that waits, or will once the broker has it. */
    void cancel(LiveOrder order) {
        if (order.broker == null) {
            order.cancelWanted = true;
        } else if (!order.cancelling) {
            order.cancelling = true;
            LiveOrder cancel = new LiveOrder(
                    maker(order.tag, desk.records.nextOrder(), "", null),
                    LiveOrder.Kind.CANCEL,
                    null,
                    OrderTerms.MARKET,
                    order.side);
            cancel.cancels = order;
            desk.ask(cancel, new OrderAction.Cancel(order.broker));
        }
    }

    /** Orders that close what is not there any more go. */
    void dropExits() {
        cancelIf(order -> order.intent instanceof Exit exit && !lots.has(-order.side.sign(), exit.part()));
    }
}
