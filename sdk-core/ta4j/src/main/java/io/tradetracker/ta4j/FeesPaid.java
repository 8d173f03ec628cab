package io.tradetracker.ta4j;

import org.jspecify.annotations.Nullable;
import org.ta4j.core.Position;
import org.ta4j.core.Trade;
import org.ta4j.core.analysis.cost.CostModel;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** The fees that fills carried, as ta4j's cost of a position. */
record FeesPaid() implements CostModel {
    @Override
    public Num calculate(Position position, int finalIndex) {
        return calculate(position);
    }

    @Override
    public Num calculate(Position position) {
        return feeOf(position.getEntry()).plus(feeOf(position.getExit()));
    }

    /** {@return zero: what a fill costs is known once the broker has made it} */
    @Override
    public Num calculate(Num price, Num amount) {
        return DoubleNum.ZERO;
    }

    @Override
    @SuppressWarnings("NonOverridingEquals") // it is what ta4j asks for
    public boolean equals(CostModel otherModel) {
        return otherModel instanceof FeesPaid;
    }

    private static Num feeOf(@Nullable Trade trade) {
        return trade == null ? DoubleNum.ZERO : trade.getCost();
    }
}
