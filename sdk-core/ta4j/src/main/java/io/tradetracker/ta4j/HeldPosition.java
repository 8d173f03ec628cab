package io.tradetracker.ta4j;

import org.ta4j.core.Position;
import org.ta4j.core.Trade;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.num.Num;

/** A position that rules can read and not change. */
final class HeldPosition extends Position {
    private HeldPosition(TradeType type) {
        super(type, new FeesPaid(), new ZeroCostModel());
    }

    private HeldPosition(Trade entry) {
        super(entry, new FeesPaid(), new ZeroCostModel());
    }

    private HeldPosition(Trade entry, Trade exit) {
        super(entry, exit, new FeesPaid(), new ZeroCostModel());
    }

    static HeldPosition none(TradeType type) {
        return new HeldPosition(type);
    }

    static HeldPosition open(Trade entry) {
        return new HeldPosition(entry);
    }

    static HeldPosition closed(Trade entry, Trade exit) {
        return new HeldPosition(entry, exit);
    }

    @Override
    public Trade operate(int index) {
        throw readOnly();
    }

    @Override
    public Trade operate(int index, Num price, Num amount) {
        throw readOnly();
    }

    static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("positions come from the account's fills; a strategy trades with"
                + " decisions, and rules can only read");
    }
}
