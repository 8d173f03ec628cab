package io.tradetracker.ta4j;

import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.Bar;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/** One closed candle as ta4j reads it. */
record ClosedBar(GrowingSeries series, int index) implements Bar {
    @Override
    public Duration getTimePeriod() {
        return series.length();
    }

    @Override
    public Instant getBeginTime() {
        return series.time(index);
    }

    @Override
    public Instant getEndTime() {
        return series.time(index).plus(series.length());
    }

    @Override
    public Num getOpenPrice() {
        return DoubleNum.valueOf(series.open(index));
    }

    @Override
    public Num getHighPrice() {
        return DoubleNum.valueOf(series.high(index));
    }

    @Override
    public Num getLowPrice() {
        return DoubleNum.valueOf(series.low(index));
    }

    @Override
    public Num getClosePrice() {
        return DoubleNum.valueOf(series.close(index));
    }

    @Override
    public Num getVolume() {
        return DoubleNum.valueOf(series.volume(index));
    }

    /** {@return close times volume, as ta4j's own builder has it when it is told of no amount} */
    @Override
    public Num getAmount() {
        return DoubleNum.valueOf(series.close(index) * series.volume(index));
    }

    @Override
    public long getTrades() {
        return 0;
    }

    @Override
    public void addTrade(Num tradeVolume, Num tradePrice) {
        throw GrowingSeries.readOnly();
    }

    @Override
    public void addPrice(Num price) {
        throw GrowingSeries.readOnly();
    }
}
