package io.tradetracker.ta4j;

import io.tradetracker.api.strategy.FillView;
import java.time.Instant;
import org.ta4j.core.Trade.TradeType;

/**
 * Several fills of one side as one: at their average price, in the candle and at the time of the first.
 *
 * @param index the candle in which the first happened
 * @param time when that was
 * @param units in all
 * @param price of a unit, on average
 * @param fee in all
 */
record Execution(int index, Instant time, double units, double price, double fee) {
    /** {@return a part of a fill} */
    static Execution of(FillView fill, double units, int index) {
        return new Execution(index, fill.time(), units, fill.price(), fill.fee() * (units / fill.quantity()));
    }

    Execution plus(Execution later) {
        double all = units + later.units;
        double average = (price * units + later.price * later.units) / all;
        return new Execution(index, time, all, average, fee + later.fee);
    }

    FilledTrade toTrade(TradeType type) {
        return new FilledTrade(type, index, time, price, units, fee);
    }
}
