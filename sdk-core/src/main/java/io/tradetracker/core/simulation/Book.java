package io.tradetracker.core.simulation;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.strategy.EntryMode;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.Intent.Exit;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Protection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Orders and lots of one instrument, and how they fill. {@link CandleMatcher} says when. Used by one thread. */
final class Book {
    final int index;
    final Instrument instrument;
    final Lots lots;
    final PriceSteps steps;
    final SimulationRules rules;
    private final Account account;
    private final Records records;
    private final Costs costs;
    private final Sizing sizing;
    private final double multiplier;
    private final double minQuantity;
    private final double maxQuantity;
    private final List<WorkingOrder> atMarket = new ArrayList<>();
    private final List<WorkingOrder> resting = new ArrayList<>();
    private IndicatorLookup indicators = IndicatorLookup.NONE;
    private long now;
    private double lastClose = Double.NaN;
    private double marketPrice = Double.NaN;
    private double halfSpread;
    private int candle;
    private boolean halted;

    Book(int index, Instrument instrument, Account account, Records records) {
        this.index = index;
        this.instrument = instrument;
        this.account = account;
        this.records = records;
        costs = account.settings.costs();
        rules = account.settings.rules();
        steps = new PriceSteps(instrument);
        multiplier = instrument.multiplier().doubleValue();
        minQuantity = instrument.rules().minQuantity().doubleValue();
        maxQuantity = instrument.rules().maxQuantity().doubleValue();
        sizing = new Sizing(instrument, costs.commission());
        lots = new Lots(multiplier);
    }

    void indicators(IndicatorLookup lookup) {
        indicators = lookup;
    }

    // ---- the market, told by CandleMatcher ----

    void open(long timeMillis, double price, double half) {
        now = timeMillis;
        marketPrice = price;
        halfSpread = half;
        candle++;
    }

    void moment(long timeMillis) {
        now = timeMillis;
    }

    /** The candle is over and may be seen. */
    void close(double price) {
        marketPrice = price;
        lastClose = price;
        lots.lastPrice(price);
    }

    // ---- orders ----

    void enter(Enter wanted, long timeMillis, String group, boolean nextCandleOnly) {
        Enter entry = steps.entry(wanted);
        int number = records.nextOrder();
        String tag = entry.tag().isEmpty() ? "order-" + number : entry.tag();
        PositionSize size = sizeOf(entry);
        boolean market = entry.terms().type().equals(OrderType.MARKET);
        if (market
                && entry.mode() == EntryMode.REVERSE
                && lots.count(entry.side().sign()) > 0) {
            return;
        }
        Refusal refusal = whyNotPlaced(entry, size);
        if (refusal == null && market) {
            refusal = Refusal.atFill(entry, lots, rules);
        }
        if (refusal != null) {
            records.reject(timeMillis, tag, refusal);
            return;
        }
        WorkingOrder order = new WorkingOrder(
                placement(number, timeMillis, nextCandleOnly), tag, entry.side(), entry, entry.terms(), group);
        if (rules.sizeAt() == SizeAt.DECISION) {
            double price = order.isMarket() ? marketPrice : order.price();
            order.units = units(entry, order, price, closing(entry));
        }
        (order.isMarket() ? atMarket : resting).add(order);
    }

    private @Nullable Refusal whyNotPlaced(Enter entry, PositionSize size) {
        if (halted) {
            return Refusal.halted();
        }
        return Double.isNaN(marketPrice)
                ? new Refusal("NO_PRICE", "there is no price of " + instrument.id() + " yet")
                : Refusal.of(entry, marketPrice, size);
    }

    void exit(Exit exit, long timeMillis, String group, boolean nextCandleOnly) {
        for (int direction = 1; direction >= -1; direction -= 2) {
            if (!lots.on(direction, exit.part()).isEmpty()) {
                OrderSide side = direction > 0 ? OrderSide.SELL : OrderSide.BUY;
                int number = records.nextOrder();
                String tag = exit.tag().isEmpty() ? "order-" + number : exit.tag();
                Refusal refusal = Refusal.of(exit.terms());
                if (refusal == null) {
                    WorkingOrder order = new WorkingOrder(
                            placement(number, timeMillis, nextCandleOnly),
                            tag,
                            side,
                            exit,
                            steps.terms(exit.terms(), side),
                            group);
                    (order.isMarket() ? atMarket : resting).add(order);
                } else {
                    records.reject(timeMillis, tag, refusal);
                }
            }
        }
    }

    private WorkingOrder.Placement placement(int number, long timeMillis, boolean nextCandleOnly) {
        return new WorkingOrder.Placement(number, timeMillis, marketPrice, nextCandleOnly ? candle + 1 : candle);
    }

    void amend(Amend amend, long timeMillis) {
        List<Lot> meant = new ArrayList<>(lots.on(1, amend.part()));
        meant.addAll(lots.on(-1, amend.part()));
        Refusal refusal = Refusal.of(amend, meant, marketPrice);
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
    }

    private void protect(Lot lot, Protection protection) {
        if (!Double.isNaN(protection.stopLoss())) {
            lot.setStop(protection.stopLoss());
        }
        if (!Double.isNaN(protection.takeProfit())) {
            lot.target = protection.takeProfit();
        }
        if (protection.trailing().isSet()) {
            lot.trail(
                    protection.trailing(), indicators.find(protection.trailing().indicator()), steps);
        }
    }

    void cancel(String tag) {
        resting.removeIf(order -> tag.isEmpty() || order.tag.equals(tag));
        atMarket.removeIf(order -> tag.isEmpty() || order.tag.equals(tag));
    }

    /** Takes back what would open or enlarge a position. */
    void cancelEntries(long timeMillis, Refusal why) {
        Predicate<WorkingOrder> isEntry = order -> {
            if (!order.isExit()) {
                records.reject(timeMillis, order.tag, why);
            }
            return !order.isExit();
        };
        atMarket.removeIf(isEntry);
        resting.removeIf(isEntry);
    }

    void halted(boolean now) {
        halted = now;
    }

    // ---- fills, asked for by CandleMatcher ----

    boolean isIdle() {
        return lots.isEmpty() && atMarket.isEmpty() && resting.isEmpty();
    }

    List<WorkingOrder> takeMarketOrders() {
        List<WorkingOrder> taken = List.copyOf(atMarket);
        atMarket.clear();
        return taken;
    }

    boolean hasMarketOrders() {
        return !atMarket.isEmpty();
    }

    boolean hasResting() {
        return !resting.isEmpty();
    }

    /** {@return the resting orders that may fill in this candle, oldest first} */
    List<WorkingOrder> active() {
        if (resting.isEmpty()) {
            return List.of();
        }
        return resting.stream().filter(order -> order.firstCandle <= candle).toList();
    }

    boolean waits(WorkingOrder order) {
        return resting.contains(order);
    }

    void removeResting(Predicate<WorkingOrder> which) {
        if (!resting.isEmpty()) {
            resting.removeIf(which);
        }
    }

    /** {@return the lot that was opened; null when none was} */
    @Nullable
    Lot fill(WorkingOrder order, Price price) {
        resting.remove(order);
        return order.intent instanceof Enter entry ? fillEntry(order, entry, price) : fillExit(order, price);
    }

    private @Nullable Lot fillExit(WorkingOrder order, Price price) {
        Exit exit = (Exit) order.intent;
        List<Lot> closing = lots.on(-order.side.sign(), exit.part());
        double held = closing.stream().mapToDouble(lot -> lot.quantity).sum();
        double wanted = Double.isNaN(exit.quantity()) ? held * exit.percent() / 100 : Math.min(held, exit.quantity());
        double units = wanted == held
                ? steps.quantity(held)
                : instrument.rules().roundQuantity(wanted).doubleValue();
        if (units > 0) {
            cancelOthers(order);
            int fill = execute(order, units, price, FillReason.EXIT);
            close(closing, units, fill, price.value());
        } else if (held > 0) {
            records.reject(now, order.tag, Refusal.tooSmall(instrument, 0));
        }
        return null;
    }

    private @Nullable Lot fillEntry(WorkingOrder order, Enter entry, Price price) {
        Refusal refusal = Refusal.atFill(entry, lots, rules);
        if (refusal != null) {
            records.reject(now, order.tag, refusal);
            return null;
        }
        double opposite = closing(entry);
        double units = Double.isNaN(order.units) ? units(entry, order, price.value(), opposite) : order.units;
        double toClose = entry.mode() == EntryMode.REVERSE ? opposite : Math.min(units, opposite);
        double toOpen = switch (entry.mode()) {
            case REVERSE, ENTER -> units;
            case NET -> units - toClose;
            case REDUCE -> 0;
        };
        refusal = whyNot(units, toOpen, toClose, price.value());
        if (refusal != null) {
            records.reject(now, order.tag, refusal);
            toOpen = 0;
            toClose = entry.mode() == EntryMode.REVERSE ? toClose : 0;
        }
        return trade(order, entry, price, steps.quantity(toClose), steps.quantity(toOpen));
    }

    private @Nullable Lot trade(WorkingOrder order, Enter entry, Price price, double toClose, double toOpen) {
        if (toClose + toOpen == 0) {
            return null;
        }
        cancelOthers(order);
        FillReason reason = toOpen == 0 ? FillReason.EXIT : toClose == 0 ? FillReason.ENTRY : FillReason.REVERSE;
        int direction = entry.side().sign();
        int fill = execute(order, steps.quantity(toClose + toOpen), price, reason);
        close(lots.on(-direction, ""), toClose, fill, price.value());
        if (toOpen == 0) {
            return null;
        }
        Lot lot = new Lot(order.tag, direction, toOpen, price.value(), now, fill);
        lots.add(lot);
        protect(lot, entry.protection());
        return lot;
    }

    private @Nullable Refusal whyNot(double units, double toOpen, double toClose, double price) {
        if (!(units > 0) || units < minQuantity) {
            return Refusal.tooSmall(instrument, units);
        }
        if (units > maxQuantity) {
            return Refusal.tooLarge(instrument.rules());
        }
        Margin margin = rules.margin();
        if (!margin.isAskedFor() || toOpen == 0) {
            return null;
        }
        double rate = account.rate(instrument, now);
        double value = price * multiplier * rate;
        double needed = margin.of(toOpen * value);
        double free = account.equityAt(this, price)
                - account.marginUsed()
                + margin.of(toClose * marketPrice * multiplier * rate);
        return needed <= free * (1 + 1e-12) ? null : Refusal.noMargin(needed, free);
    }

    /** {@return units on the other side that this entry would close} */
    private double closing(Enter entry) {
        boolean apart = entry.mode() == EntryMode.NET && rules.positionMode() == PositionMode.HEDGING;
        return entry.mode() == EntryMode.ENTER || apart
                ? 0
                : lots.quantity(-entry.side().sign());
    }

    private PositionSize sizeOf(Enter entry) {
        return entry.size() == null ? account.settings.defaultSize() : entry.size();
    }

    private double units(Enter entry, WorkingOrder order, double price, double closing) {
        double rate = account.rate(instrument, now);
        double closingFee = closing == 0 ? 0 : costs.commission().of(Math.abs(price) * closing * multiplier, closing);
        double worth = account.equityAt(this, price) / rate - closingFee;
        double others = (account.equity() - account.cash()) / rate - lots.cost() - lots.profitAt(lastClose);
        double stop = entry.protection().stopLoss();
        double decisionRisk = order.isMarket() ? Math.abs(order.decisionPrice - stop) : 0;
        double risk = Math.max(Math.abs(price - stop), decisionRisk);
        double kept = lots.quantity(entry.side().sign()) * Math.abs(price) * multiplier;
        return sizing.quantity(sizeOf(entry), new Sizing.Basis(price, risk, worth, worth - others - kept));
    }

    private void cancelOthers(WorkingOrder order) {
        if (!order.group.isEmpty()) {
            removeResting(other -> other.group.equals(order.group));
            atMarket.removeIf(other -> other.group.equals(order.group));
        }
    }

    /** Closes a lot by its protection, or because the account demands it. */
    void close(Lot lot, Price price, FillReason reason) {
        WorkingOrder order = new WorkingOrder(
                placement(records.nextOrder(), now, false),
                lot.tag,
                lot.exitSide(),
                Exit.all(),
                Exit.all().terms(),
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
            account.settle(profit * account.rate(instrument, now));
            dropIdleExits();
        }
    }

    private void dropIdleExits() {
        removeResting(order -> order.isExit()
                && lots.on(-order.side.sign(), ((Exit) order.intent).part()).isEmpty());
    }

    private int execute(WorkingOrder order, double units, Price price, FillReason reason) {
        double rate = account.rate(instrument, now);
        double fee =
                PriceSteps.withoutNoise(costs.commission().of(Math.abs(price.value()) * units * multiplier, units));
        account.settle(-fee * rate);
        double worth = units * multiplier * rate;
        account.pricePaid(halfSpread * worth, Math.abs(price.value() - price.quoted()) * worth);
        records.fills.add(new FillLog.Execution(
                index, order.number, now, order.side.sign() * units, price.value(), fee, rate, reason, order.tag));
        marketPrice = price.value();
        return records.fills.size() - 1;
    }

    // ---- money ----

    double openProfit() {
        return lots.isEmpty() || Double.isNaN(lastClose) ? 0 : openProfitAt(lastClose);
    }

    double openProfitAt(double price) {
        return lots.isEmpty() ? 0 : lots.profitAt(price) * account.rate(instrument, now);
    }

    double openCost() {
        return lots.isEmpty() ? 0 : lots.cost() * account.rate(instrument, now);
    }

    double marginUsed() {
        return lots.isEmpty() ? 0 : marginAt(marketPrice);
    }

    double marginAt(double price) {
        double units = lots.quantity(1) + lots.quantity(-1);
        return rules.margin().of(units * price * multiplier * account.rate(instrument, now));
    }

    /** Charges what holding cost between two moments. */
    void finance(long afterMillis, long untilMillis) {
        Financing financing = costs.financing();
        int days = financing.daysBetween(afterMillis, untilMillis);
        if (days > 0 && !lots.isEmpty()) {
            double each = lastClose * multiplier * account.rate(instrument, untilMillis);
            double cost = financing.cost(true, lots.quantity(1) * each, days)
                    + financing.cost(false, lots.quantity(-1) * each, days);
            account.charge(index, cost, records.fills.size());
        }
    }

    double equityAt(double price) {
        return account.equityAt(this, price);
    }

    /** {@return the margin that the other instruments' positions use} */
    double othersMargin() {
        return account.marginUsed() - marginUsed();
    }

    long moment() {
        return now;
    }

    List<OrderView> orders() {
        if (atMarket.isEmpty() && resting.isEmpty()) {
            return List.of();
        }
        List<WorkingOrder> all = new ArrayList<>(atMarket);
        all.addAll(resting);
        all.sort(Comparator.comparingInt(order -> order.number));
        return all.stream().map(order -> order.view(instrument.id())).toList();
    }

    int candle() {
        return candle;
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
