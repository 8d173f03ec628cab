package io.tradetracker.ta4j;

import java.time.Instant;
import org.ta4j.core.Trade;
import org.ta4j.core.analysis.cost.CostModel;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * What opened or closed a position, as ta4j's rules read it.
 *
 * @param type which way
 * @param series whose candles are counted
 * @param moment when the first fill happened
 * @param price of a unit, on average
 * @param amount units, in all
 * @param fee what it cost besides the price, in all
 */
record FilledTrade(
        TradeType type, GrowingSeries series, Execution.Moment moment, double price, double amount, double fee)
        implements Trade {
    @Override
    public TradeType getType() {
        return type;
    }

    /** {@return the candle it happened in; until that has closed, the last closed one, as rules know no later one} */
    @Override
    public int getIndex() {
        return Math.min(series.candleAt(moment.within()), series.now());
    }

    @Override
    public Instant getTime() {
        return moment.time();
    }

    @Override
    public Num getPricePerAsset() {
        return DoubleNum.valueOf(price);
    }

    @Override
    public Num getNetPrice() {
        double share = fee / amount;
        return DoubleNum.valueOf(type == TradeType.BUY ? price + share : price - share);
    }

    @Override
    public Num getAmount() {
        return DoubleNum.valueOf(amount);
    }

    @Override
    public Num getCost() {
        return DoubleNum.valueOf(fee);
    }

    @Override
    public CostModel getCostModel() {
        return new FeesPaid();
    }
}
