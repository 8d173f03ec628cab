package io.tradetracker.core.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ask minus bid where candles have one price: it is the middle. Immutable.
 *
 * @param amounts in price, for each hour of the UTC day, 24 of them; or one for all
 * @param percent of the candle's open, added to the amount
 */
public record Spread(List<Double> amounts, double percent) {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int HOURS = 24;

    /** None. */
    public static final Spread NONE = amount(0);

    /** @throws IllegalArgumentException when a number is negative or not finite, or there are not 1 or 24 amounts */
    public Spread {
        amounts = List.copyOf(amounts);
        if (amounts.size() != 1 && amounts.size() != HOURS) {
            throw new IllegalArgumentException(
                    "a spread by hour takes 24 amounts, from 00:00 UTC on, but there were " + amounts.size());
        }
        amounts.forEach(amount -> Words.requireCharge(amount, "spread"));
        Words.requireCharge(percent, "spread percent");
    }

    /** {@return a fixed distance in price} */
    public static Spread amount(double amount) {
        return new Spread(List.of(amount), 0);
    }

    /** {@return a share of the price, in percent} */
    public static Spread percent(double percent) {
        return new Spread(List.of(0.0), percent);
    }

    /** {@return a distance in price for each hour of the UTC day} */
    public static Spread byHour(double... amounts) {
        return new Spread(Arrays.stream(amounts).boxed().toList(), 0);
    }

    /**
     * Reads a distance in price such as {@code 0.5}, a share such as {@code 0.01%}, or 24 distances joined by
     * {@code /}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    public static Spread parse(String text) {
        String term = text.strip();
        if (term.endsWith("%")) {
            return percent(Words.number(term.substring(0, term.length() - 1), "spread", text));
        }
        return new Spread(
                Arrays.stream(term.split("/", -1))
                        .map(amount -> Words.number(amount, "spread", text))
                        .toList(),
                0);
    }

    /** {@return the inverse of {@link #parse}} */
    @Override
    public String toString() {
        return percent > 0
                ? Words.plain(percent) + "%"
                : amounts.stream().map(Words::plain).collect(Collectors.joining("/"));
    }

    /** {@return half of it} */
    double half(long timeMillis, double price) {
        int hour = amounts.size() == 1 ? 0 : (int) Math.floorMod(Math.floorDiv(timeMillis, HOUR_MILLIS), (long) HOURS);
        return (amounts.get(hour) + Math.abs(price) * percent / 100) / 2;
    }

    boolean isNone() {
        return percent == 0 && amounts.stream().allMatch(amount -> amount == 0);
    }
}
