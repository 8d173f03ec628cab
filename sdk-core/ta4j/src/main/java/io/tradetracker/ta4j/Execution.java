package io.tradetracker.ta4j;

import io.tradetracker.api.strategy.FillView;
import java.time.Instant;
import org.ta4j.core.Trade.TradeType;

/**
 * Several fills of one side as one: at their average price, at the moment of the first.
 *
 * @param moment of the first
 * @param units in all
 * @param price of a unit, on average
 * @param fee in all
 */
record Execution(Moment moment, double units, double price, double fee) {
    /**
     * When a fill happened.
     *
     * @param time as the fill says
     * @param endsCandle whether it was the last of its candle; otherwise the same time is the first of the next one
     */
    record Moment(Instant time, boolean endsCandle) {
        /** {@return a millisecond that is in the same candle} */
        long within() {
            return endsCandle ? time.toEpochMilli() - 1 : time.toEpochMilli();
        }
    }

    /** {@return a part of a fill} */
    static Execution of(FillView fill, double units, boolean endsCandle) {
        Moment moment = new Moment(fill.time(), endsCandle);
        return new Execution(moment, units, fill.price(), fill.fee() * (units / fill.quantity()));
    }

    Execution plus(Execution later) {
        double all = units + later.units;
        double average = (price * units + later.price * later.units) / all;
        return new Execution(moment, all, average, fee + later.fee);
    }

    FilledTrade toTrade(TradeType type, GrowingSeries series) {
        return new FilledTrade(type, series, moment, price, units, fee);
    }
}
