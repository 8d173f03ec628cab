package io.tradetracker.core.simulation;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.Intent.Exit;
import io.tradetracker.api.strategy.OrderTerms;
import io.tradetracker.api.strategy.Protection;
import io.tradetracker.api.strategy.Trailing;
import io.tradetracker.core.risk.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders and lots of one instrument, and how they fill. {@link CandleMatcher} says when. Used by one thread. */
final class Book {
    final int index;
    final Instrument instrument;
    final Holdings holdings;
    final Lots lots;
    final WaitingOrders orders = new WaitingOrders();
    final PriceSteps steps;
    final SimulationRules rules;
    private final Account account;
    private final Records records;
    private final Costs costs;
    private final EntrySize entrySize;
    private final double multiplier;
    private Map<String, Indicator> indicators = Map.of();
    private double halfSpread;
    private final EntryGate gate;

    Book(int index, Instrument instrument, Account account, Records records, EntryGate gate) {
        this.index = index;
        this.instrument = instrument;
        this.account = account;
        this.records = records;
        this.gate = gate;
        costs = account.settings.costs();
        rules = account.settings.rules();
        steps = new PriceSteps(instrument);
        multiplier = instrument.multiplier().doubleValue();
        holdings = new Holdings(instrument, account);
        lots = holdings.lots;
        entrySize = new EntrySize(account, holdings);
    }

    void indicators(Map<String, Indicator> byName) {
        indicators = byName;
    }

    // ---- the market, told by CandleMatcher ----

    void open(long timeMillis, double price, double half) {
        holdings.moment(timeMillis);
        holdings.price(price);
        halfSpread = half;
        orders.candleOpened();
    }

    /** What half of the spread is from now on. */
    void halfSpread(double half) {
        halfSpread = half;
    }

    /** The candle is over and may be seen. */
    void close(double price) {
        holdings.close(price);
        orders.candleClosed();
    }

    /** Charges what holding cost between two moments. */
    void finance(long afterMillis, long untilMillis) {
        double cost = holdings.financing(costs.financing(), afterMillis, untilMillis);
        if (cost != 0) {
            account.charge(index, cost, records.fills.size());
        }
    }

    boolean isIdle() {
        return lots.isEmpty() && orders.isEmpty();
    }

    // ---- what a strategy wants ----

    void enter(Enter wanted, long timeMillis, String group, boolean nextCandleOnly) {
        Enter entry = steps.entry(wanted);
        int number = records.nextOrder();
        OrderTag tag = new OrderTag(entry.tag(), number);
        boolean market = entry.terms().type().equals(OrderType.MARKET);
        if (market
                && entry.mode() == EntryMode.REVERSE
                && lots.count(entry.side().sign()) > 0) {
            return;
        }
        Refusal refusal = whyNotPlaced(entry);
        if (refusal == null && market) {
            refusal = Refusal.atFill(entry, lots, rules);
        }
        if (refusal != null) {
            records.reject(timeMillis, tag, refusal);
            return;
        }
        WorkingOrder order = new WorkingOrder(
                placement(number, timeMillis, entry.terms(), nextCandleOnly),
                tag,
                entry.side(),
                entry,
                entry.terms(),
                group);
        if (rules.sizeAt() == SizeAt.DECISION) {
            order.units = entrySize.units(entry, order, placedPrice(order));
        }
        if (!gate.isAsked() || passes(order, entry, timeMillis)) {
            orders.add(order);
        }
    }

    /** Asks the order rules about an order; what they refuse to open, but what would close something, may do that. */
    private boolean passes(WorkingOrder order, Enter entry, long timeMillis) {
        if (order.onlyReduces() || onlyCloses(order, entry)) {
            return true;
        }
        CheckResult check = gate.place(timeMillis);
        order.mayOpen = check.allowed();
        if (!order.mayOpen) {
            refuseToOpen(order, entry, timeMillis, check);
        }
        return order.mayOpen || order.mayOnlyClose;
    }

    private void refuseToOpen(WorkingOrder order, Enter entry, long timeMillis, CheckResult check) {
        records.reject(timeMillis, instrument.id(), order.tag, check);
        order.mayOnlyClose = entrySize.closing(entry) > 0;
    }

    private boolean onlyCloses(WorkingOrder order, Enter entry) {
        return entrySize.onlyCloses(entry, order, placedPrice(order));
    }

    private double placedPrice(WorkingOrder order) {
        return order.isMarket() ? holdings.marketPrice() : order.price();
    }

    private @Nullable Refusal whyNotPlaced(Enter entry) {
        if (Double.isNaN(holdings.marketPrice())) {
            return new Refusal("NO_PRICE", "there is no price of " + instrument.id() + " yet");
        }
        Refusal refusal = Refusal.of(entry, holdings.marketPrice(), entrySize.of(entry));
        return refusal == null ? whyNotTrailed(entry.protection()) : refusal;
    }

    private @Nullable Refusal whyNotTrailed(Protection protection) {
        String name = protection.trailing().indicator();
        Indicator distance = indicators.get(name);
        if (name.isEmpty() || (distance != null && distance.ready())) {
            return null;
        }
        return distance == null ? Refusal.unknownIndicator(name) : Refusal.indicatorNotReady(name);
    }

    void exit(Exit exit, long timeMillis, String group, boolean nextCandleOnly) {
        exit(exit, FillReason.EXIT, timeMillis, group, nextCandleOnly);
    }

    /** Takes back what would open a position; an order that would close one as well may do that. */
    void block(long timeMillis, CheckResult why) {
        orders.cancelEntries(order -> {
            order.mayOpen = false;
            if (!(order.intent instanceof Enter entry) || onlyCloses(order, entry)) {
                return false;
            }
            refuseToOpen(order, entry, timeMillis, why);
            return !order.mayOnlyClose;
        });
    }

    /** Closes what is open at the market. */
    void closeByForce(long timeMillis) {
        exit(Exit.all().withTag("halt"), FillReason.HALT, timeMillis, "", false);
    }

    private void exit(Exit exit, FillReason reason, long timeMillis, String group, boolean nextCandleOnly) {
        for (int direction = 1; direction >= -1; direction -= 2) {
            if (lots.has(direction, exit.part())) {
                OrderSide side = direction > 0 ? OrderSide.SELL : OrderSide.BUY;
                int number = records.nextOrder();
                OrderTag tag = new OrderTag(exit.tag(), number);
                Refusal refusal = Refusal.of(exit.terms());
                if (refusal == null) {
                    WorkingOrder order = new WorkingOrder(
                            placement(number, timeMillis, exit.terms(), nextCandleOnly),
                            tag,
                            side,
                            exit,
                            steps.terms(exit.terms(), side),
                            group);
                    order.exitReason = reason;
                    orders.add(order);
                } else {
                    records.reject(timeMillis, tag, refusal);
                }
            }
        }
    }

    private WorkingOrder.Placement placement(int number, long timeMillis, OrderTerms terms, boolean nextCandleOnly) {
        return new WorkingOrder.Placement(
                number, timeMillis, holdings.marketPrice(), orders.firstCandle(terms, nextCandleOnly));
    }

    void amend(Amend amend, long timeMillis) {
        List<Lot> meant = new ArrayList<>(lots.on(1, amend.part()));
        meant.addAll(lots.on(-1, amend.part()));
        Refusal refusal = Refusal.of(amend, meant, holdings.marketPrice());
        refusal = refusal == null ? whyNotTrailed(amend.protection()) : refusal;
        if (refusal != null) {
            records.reject(timeMillis, amend.part(), refusal);
            return;
        }
        for (Lot lot : meant) {
            if (amend.clear()) {
                lot.clearProtection();
            }
            protect(lot, steps.protection(amend.protection(), lot.exitSide().opposite()));
        }
        lots.sum();
    }

    private void protect(Lot lot, Protection protection) {
        if (!Double.isNaN(protection.stopLoss())) {
            lot.setStop(protection.stopLoss());
        }
        if (!Double.isNaN(protection.takeProfit())) {
            lot.target = protection.takeProfit();
        }
        Trailing trailing = protection.trailing();
        if (trailing.isSet()) {
            lot.trail(trailing, indicators.get(trailing.indicator()), steps);
        }
    }

    /** Takes back what would open or enlarge a position. */
    void cancelEntries(long timeMillis, Refusal why) {
        orders.cancelEntries(order -> {
            records.reject(timeMillis, order.tag, why);
            return true;
        });
    }

    // ---- fills, asked for by CandleMatcher ----

    /** {@return the lot that was opened; null when none was} */
    @Nullable
    Lot fill(WorkingOrder order, Price price) {
        orders.filled(order);
        return switch (order.intent) {
            case Enter entry -> fillEntry(order, entry, price);
            case Exit exit -> fillExit(order, exit, price);
            case Intent other -> throw new IllegalStateException("no order is made for " + other);
        };
    }

    private @Nullable Lot fillExit(WorkingOrder order, Exit exit, Price price) {
        List<Lot> closing = lots.on(-order.side.sign(), exit.part());
        double held = 0;
        for (Lot lot : closing) {
            held += lot.quantity;
        }
        double wanted = Double.isNaN(exit.quantity()) ? share(held, exit.percent()) : Math.min(held, exit.quantity());
        double units = wanted == held ? steps.quantity(held) : steps.quantityBelow(wanted);
        if (units > 0) {
            orders.cancelOthersOf(order);
            int fill = execute(order, units, price, order.exitReason);
            close(closing, units, fill, price.value());
        } else if (held > 0) {
            records.reject(holdings.now(), order.tag, Refusal.tooSmall(instrument, 0));
        }
        return null;
    }

    // held · 100 / 100 may be a little less than held, and would be rounded down by a whole step
    private static double share(double held, double percent) {
        return percent == 100 ? held : PriceSteps.withoutNoise(held * percent / 100);
    }

    private @Nullable Lot fillEntry(WorkingOrder order, Enter entry, Price price) {
        Refusal refusal = Refusal.atFill(entry, lots, rules);
        if (refusal != null) {
            records.reject(holdings.now(), order.tag, refusal);
            return null;
        }
        double opposite = entrySize.closing(entry);
        double units = Double.isNaN(order.units) ? entrySize.units(entry, order, price.value()) : order.units;
        double toClose = entry.mode() == EntryMode.REVERSE ? opposite : Math.min(units, opposite);
        double toOpen = switch (entry.mode()) {
            case REVERSE, ENTER -> units;
            case NET -> units - toClose;
            case REDUCE -> 0;
        };
        toOpen = order.mayOnlyClose ? 0 : toOpen;
        refusal = entrySize.whyNot(units, toOpen, toClose, price.value());
        if (refusal != null) {
            records.reject(holdings.now(), order.tag, refusal);
            toOpen = 0;
            toClose = entry.mode() == EntryMode.REVERSE ? toClose : 0;
        } else if (toOpen > 0 && gate.isAsked()) {
            toOpen = allowed(order, toClose, toOpen, price.value());
        }
        return trade(order, entry, price, steps.quantity(toClose), steps.quantity(toOpen));
    }

    /** {@return the units that the order rules let an entry open: all or none} */
    private double allowed(WorkingOrder order, double toClose, double toOpen, double price) {
        CheckResult check = order.mayOpen ? CheckResult.NOTHING : gate.place(holdings.now());
        check = check.allowed() ? gate.fill(this, order.side, toClose, toOpen, price) : check;
        if (check.allowed()) {
            return toOpen;
        }
        records.reject(holdings.now(), instrument.id(), order.tag, check);
        return 0;
    }

    private @Nullable Lot trade(WorkingOrder order, Enter entry, Price price, double toClose, double toOpen) {
        if (toClose + toOpen == 0) {
            return null;
        }
        orders.cancelOthersOf(order);
        FillReason reason = toOpen == 0 ? FillReason.EXIT : toClose == 0 ? FillReason.ENTRY : FillReason.REVERSE;
        int direction = entry.side().sign();
        int fill = execute(order, steps.quantity(toClose + toOpen), price, reason);
        close(lots.on(-direction, ""), toClose, fill, price.value());
        if (toOpen == 0) {
            return null;
        }
        Lot lot = new Lot(order.tag, direction, toOpen, price.value(), holdings.now(), fill);
        lot.trailFrom(price.quoted() - direction * 2 * halfSpread);
        lot.waits = rules.protectFrom().waitsAfter(order.isMarket());
        lots.add(lot);
        protect(lot, entry.protection());
        lots.sum();
        return lot;
    }

    /** Closes a lot by its protection, or because the account demands it. */
    void close(Lot lot, Price price, FillReason reason) {
        Exit all = Exit.all();
        WorkingOrder order = new WorkingOrder(
                placement(records.nextOrder(), holdings.now(), all.terms(), false),
                lot.tag,
                lot.exitSide(),
                all,
                all.terms(),
                "");
        double units = lot.quantity;
        int fill = execute(order, units, price, reason);
        close(List.of(lot), units, fill, price.value());
    }

    private void close(List<Lot> closing, double units, int fill, double price) {
        double left = units;
        double profit = 0;
        for (Lot lot : closing) {
            double part = Math.min(left, lot.quantity);
            if (part > 0) {
                profit += lot.direction * (price - lot.price) * part * multiplier;
                records.lots.add(lot.entryFill, fill, part);
                lot.quantity = steps.quantity(lot.quantity - part);
                left = steps.quantity(left - part);
                if (lot.quantity == 0) {
                    lots.remove(lot);
                }
            }
        }
        if (units > 0) {
            lots.sum();
            account.settle(profit * holdings.rate());
            if (orders.hasResting()) {
                orders.dropResting(this::hasNothingToClose);
            }
        }
    }

    private boolean hasNothingToClose(WorkingOrder order) {
        return order.intent instanceof Exit exit && !lots.has(-order.side.sign(), exit.part());
    }

    private int execute(WorkingOrder order, double units, Price price, FillReason reason) {
        double rate = holdings.rate();
        double fee =
                PriceSteps.withoutNoise(costs.commission().of(Math.abs(price.value()) * units * multiplier, units));
        account.settle(-fee * rate);
        double worth = units * multiplier * rate;
        account.pricePaid(halfSpread * worth, Math.abs(price.value() - price.quoted()) * worth);
        records.fills.add(new FillLog.Execution(
                index,
                order.number,
                holdings.now(),
                order.side.sign() * units,
                price.value(),
                fee,
                rate,
                reason,
                order.tag));
        holdings.price(price.value());
        return records.fills.size() - 1;
    }

    /**
     * At what an order fills.
     *
     * @param value with slippage
     * @param quoted without
     */
    record Price(double value, double quoted) {
        static Price exactly(double price) {
            return new Price(price, price);
        }
    }
}
