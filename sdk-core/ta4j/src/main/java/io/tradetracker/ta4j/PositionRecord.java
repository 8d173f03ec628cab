package io.tradetracker.ta4j;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.FillView;
import io.tradetracker.api.strategy.MarketView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.Position;
import org.ta4j.core.Trade;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.CostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.num.Num;

/**
 * What the strategy held and holds of one instrument, as ta4j's rules read it: made from the fills that the strategy
 * hears of, and compared with the account each time a rule reads it.
 *
 * <p>A position is what is held from flat to flat, or to the other side. Its entry is every fill that enlarged it and
 * its exit every one that reduced it, each as one: at their average price, in the candle of the first. A protective
 * order that filled closes a position like any other.
 */
final class PositionRecord implements TradingRecord {
    /** Sums of units that are no binary fractions may leave this share of them behind. */
    private static final double ROUNDING = 1e-9;

    private final GrowingSeries series;
    private final List<Position> closed = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private TradeType startingType = TradeType.BUY;
    private Position current = HeldPosition.none(startingType);
    private TradeType side = startingType;
    private @Nullable Execution entry;
    private @Nullable Execution exit;
    private @Nullable MarketView account;

    PositionRecord(GrowingSeries series) {
        this.series = series;
    }

    void startWith(TradeType type) {
        startingType = type;
        current = HeldPosition.none(type);
    }

    /** Takes in a fill, which was the last of its candle or not. */
    void fill(FillView fill, boolean endsCandle) {
        TradeType type = fill.side() == OrderSide.BUY ? TradeType.BUY : TradeType.SELL;
        double reducing = entry == null || type == side ? 0 : Math.min(fill.quantity(), held());
        if (reducing > 0) {
            reduce(Execution.of(fill, reducing, endsCandle));
        }
        double opening = fill.quantity() - reducing;
        if (opening > ROUNDING * fill.quantity()) {
            enlarge(type, Execution.of(fill, opening, endsCandle));
        }
    }

    private void enlarge(TradeType type, Execution more) {
        if (entry != null) {
            trades.removeLast();
        }
        Execution all = entry == null ? more : entry.plus(more);
        entry = all;
        side = type;
        Trade opened = all.toTrade(type, series);
        trades.add(opened);
        current = HeldPosition.open(opened);
    }

    private void reduce(Execution less) {
        Execution all = exit == null ? less : exit.plus(less);
        exit = all;
        if (held() == 0) {
            Trade opened = trades.getLast();
            Trade ended = all.toTrade(side.complementType(), series);
            trades.add(ended);
            closed.add(HeldPosition.closed(opened, ended));
            current = HeldPosition.none(startingType);
            entry = null;
            exit = null;
        }
    }

    /** {@return units held, whichever way} */
    private double held() {
        if (entry == null) {
            return 0;
        }
        double left = entry.units() - (exit == null ? 0 : exit.units());
        return left > ROUNDING * entry.units() ? left : 0;
    }

    /** From now on the record is compared with this account whenever it is read; null to compare no more. */
    void compareWith(@Nullable MarketView view) {
        account = view;
    }

    private void requireAgreement() {
        if (account == null) {
            return;
        }
        double known = side == TradeType.BUY ? held() : -held();
        double actual = account.position().quantity();
        if (Math.abs(actual - known) > ROUNDING * Math.max(Math.abs(actual), Math.abs(known))) {
            throw new IllegalStateException("the account holds " + actual + " of "
                    + account.instrument().id() + ", but the ta4j bridge was told of fills that make " + known
                    + "; in the strategy's onFill, pass every fill on with bridge.onFill(fill, view)");
        }
    }

    @Override
    public TradeType getStartingType() {
        return startingType;
    }

    @Override
    public String getName() {
        return "positions";
    }

    @Override
    public Position getCurrentPosition() {
        requireAgreement();
        return current;
    }

    @Override
    public List<Position> getPositions() {
        requireAgreement();
        return Collections.unmodifiableList(closed);
    }

    @Override
    public List<Trade> getTrades() {
        requireAgreement();
        return Collections.unmodifiableList(trades);
    }

    @Override
    public @Nullable Trade getLastTrade() {
        requireAgreement();
        return trades.isEmpty() ? null : trades.getLast();
    }

    @Override
    public @Nullable Trade getLastTrade(TradeType tradeType) {
        requireAgreement();
        for (Trade trade : trades.reversed()) {
            if (trade.getType() == tradeType) {
                return trade;
            }
        }
        return null;
    }

    @Override
    public @Nullable Trade getLastEntry() {
        requireAgreement();
        if (current.isOpened()) {
            return current.getEntry();
        }
        return closed.isEmpty() ? null : closed.getLast().getEntry();
    }

    @Override
    public @Nullable Trade getLastExit() {
        requireAgreement();
        return closed.isEmpty() ? null : closed.getLast().getExit();
    }

    @Override
    public CostModel getTransactionCostModel() {
        return new FeesPaid();
    }

    @Override
    public CostModel getHoldingCostModel() {
        return new ZeroCostModel();
    }

    @Override
    public @Nullable Integer getStartIndex() {
        return null;
    }

    @Override
    public @Nullable Integer getEndIndex() {
        return null;
    }

    @Override
    public void operate(int index, Num price, Num amount) {
        throw HeldPosition.readOnly();
    }

    @Override
    public boolean enter(int index, Num price, Num amount) {
        throw HeldPosition.readOnly();
    }

    @Override
    public boolean exit(int index, Num price, Num amount) {
        throw HeldPosition.readOnly();
    }
}
