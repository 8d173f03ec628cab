package io.tradetracker.core.simulation;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.FillView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** All fills of a run in columns, oldest first. Used by one thread. */
public final class FillLog {
    private int size;
    private long[] time = new long[64];
    private double[] quantity = new double[64];
    private double[] price = new double[64];
    private double[] fee = new double[64];
    private final List<FillReason> reason = new ArrayList<>();
    private final List<String> tag = new ArrayList<>();

    FillLog() {}

    void add(long timeMillis, double signedQuantity, double atPrice, double itsFee, FillReason why, String itsTag) {
        if (size == time.length) {
            grow();
        }
        time[size] = timeMillis;
        quantity[size] = signedQuantity;
        price[size] = atPrice;
        fee[size] = itsFee;
        reason.add(why);
        tag.add(itsTag);
        size++;
    }

    /** {@return how many fills there are} */
    public int size() {
        return size;
    }

    /** {@return when fill {@code i} happened, in milliseconds since 1970 UTC} */
    public long timeMillis(int i) {
        return time[i];
    }

    /** {@return the units of fill {@code i}: above zero bought, below zero sold} */
    public double signedQuantity(int i) {
        return quantity[i];
    }

    /** {@return the price of fill {@code i}} */
    public double price(int i) {
        return price[i];
    }

    /** {@return what fill {@code i} cost besides its price} */
    public double fee(int i) {
        return fee[i];
    }

    /** {@return why fill {@code i} happened} */
    public FillReason reason(int i) {
        return reason.get(i);
    }

    /** {@return fill {@code i} as a strategy sees it} */
    public FillView view(int i) {
        return new FillView(
                Instant.ofEpochMilli(time[i]),
                side(i),
                Math.abs(quantity[i]),
                price[i],
                fee[i],
                reason.get(i),
                tag.get(i));
    }

    /** {@return fill {@code i} in exact numbers} */
    public Fill fill(int i, Instrument instrument) {
        return new Fill(
                Instant.ofEpochMilli(time[i]),
                instrument.id(),
                side(i),
                exact(Math.abs(quantity[i])),
                exact(price[i]),
                exact(fee[i]),
                reason.get(i),
                ClientOrderId.of(tag.get(i)));
    }

    /** {@return all fills in exact numbers, oldest first} */
    public List<Fill> toFills(Instrument instrument) {
        return IntStream.range(0, size).mapToObj(i -> fill(i, instrument)).toList();
    }

    private OrderSide side(int i) {
        return quantity[i] > 0 ? OrderSide.BUY : OrderSide.SELL;
    }

    // Prices and quantities were put on their steps before, so the shortest decimal is the exact one.
    private static BigDecimal exact(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    private void grow() {
        int capacity = size * 2;
        time = Arrays.copyOf(time, capacity);
        quantity = Arrays.copyOf(quantity, capacity);
        price = Arrays.copyOf(price, capacity);
        fee = Arrays.copyOf(fee, capacity);
    }
}
