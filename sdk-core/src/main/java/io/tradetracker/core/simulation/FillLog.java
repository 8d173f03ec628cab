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
    private final List<Instrument> instruments;
    private final List<FillReason> reason = new ArrayList<>();
    private final List<OrderTag> tag = new ArrayList<>();
    private int size;
    private int[] instrument = new int[64];
    private int[] order = new int[64];
    private long[] time = new long[64];
    private double[] quantity = new double[64];
    private double[] price = new double[64];
    private double[] fee = new double[64];
    private double[] rate = new double[64];

    FillLog(List<Instrument> instruments) {
        this.instruments = instruments;
    }

    void add(Execution execution) {
        if (size == time.length) {
            grow();
        }
        instrument[size] = execution.instrument();
        order[size] = execution.order();
        time[size] = execution.timeMillis();
        quantity[size] = execution.signedQuantity();
        price[size] = execution.price();
        fee[size] = execution.fee();
        rate[size] = execution.rate();
        reason.add(execution.reason());
        tag.add(execution.tag());
        size++;
    }

    /**
     * One fill.
     *
     * @param instrument counted as in the run
     * @param order its number
     * @param timeMillis when
     * @param signedQuantity above zero bought, below zero sold
     * @param price of a unit
     * @param fee in the instrument's currency
     * @param rate what the instrument's currency was worth in the account's
     * @param reason why
     * @param tag the order's name
     */
    record Execution(
            int instrument,
            int order,
            long timeMillis,
            double signedQuantity,
            double price,
            double fee,
            double rate,
            FillReason reason,
            OrderTag tag) {}

    /** {@return how many fills there are} */
    public int size() {
        return size;
    }

    /** {@return the instruments of the run, the strategy's own first} */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** {@return which of {@link #instruments()} fill {@code i} was of} */
    public int instrument(int i) {
        return instrument[i];
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

    /** {@return what fill {@code i} cost besides its price, in the instrument's currency} */
    public double fee(int i) {
        return fee[i];
    }

    /** {@return what the instrument's currency was worth in the account's at fill {@code i}} */
    public double rate(int i) {
        return rate[i];
    }

    /** {@return why fill {@code i} happened} */
    public FillReason reason(int i) {
        return reason.get(i);
    }

    /** {@return the name of the order of fill {@code i}} */
    public String tag(int i) {
        return tag.get(i).text();
    }

    /** {@return fill {@code i} as a strategy sees it} */
    public FillView view(int i) {
        return new FillView(
                instruments.get(instrument[i]).id(),
                Instant.ofEpochMilli(time[i]),
                side(i),
                Math.abs(quantity[i]),
                price[i],
                fee[i],
                reason.get(i),
                tag(i));
    }

    /** {@return fill {@code i} in exact numbers; its order is named by its number} */
    public Fill fill(int i) {
        return new Fill(
                Instant.ofEpochMilli(time[i]),
                instruments.get(instrument[i]).id(),
                side(i),
                exact(Math.abs(quantity[i])),
                exact(price[i]),
                exact(fee[i]),
                reason.get(i),
                ClientOrderId.of("order-" + order[i]));
    }

    /** {@return all fills in exact numbers, oldest first} */
    public List<Fill> toFills() {
        return IntStream.range(0, size).mapToObj(this::fill).toList();
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
        instrument = Arrays.copyOf(instrument, capacity);
        order = Arrays.copyOf(order, capacity);
        time = Arrays.copyOf(time, capacity);
        quantity = Arrays.copyOf(quantity, capacity);
        price = Arrays.copyOf(price, capacity);
        fee = Arrays.copyOf(fee, capacity);
        rate = Arrays.copyOf(rate, capacity);
    }
}
