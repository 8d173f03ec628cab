package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * Prices that wander, the same for the same seed. They never end, and any moment of them can be asked for at once: the
 * path is halved again and again between points that lie far apart. History has a quote each quarter of a minute.
 *
 * @param seed of the path
 * @param start about where prices are
 * @param spread from bid to ask
 * @param interval between two quotes
 * @param volatility how far the price usually moves from one quote to the next, as a part of it
 */
public record RandomWalk(long seed, BigDecimal start, BigDecimal spread, Duration interval, double volatility)
        implements PriceSource {
    private static final int LEVELS = 20;
    private static final long BLOCK = 1L << LEVELS;
    private static final Duration HISTORY_INTERVAL = Duration.ofSeconds(15);

    /** Checks the numbers. */
    public RandomWalk {
        if (start.signum() <= 0 || spread.signum() < 0 || !interval.isPositive() || !(volatility >= 0)) {
            throw new IllegalArgumentException("a random walk needs a positive start and interval, and a spread and "
                    + "volatility that are not negative, not start " + start + ", interval " + interval + ", spread "
                    + spread + ", volatility " + volatility);
        }
    }

    /**
     * A quote each second that usually moves by a hundred-thousandth.
     *
     * @param seed of the path
     * @param start about where prices are, such as "3500"
     * @param spread from bid to ask, such as "0.5"
     * @return the source
     */
    public static RandomWalk of(long seed, String start, String spread) {
        return new RandomWalk(seed, new BigDecimal(start), new BigDecimal(spread), Duration.ofSeconds(1), 1e-5);
    }

    @Override
    public Iterator<Quote> from(Instant from) {
        return quotes(from, 1);
    }

    @Override
    public Iterator<Quote> history(Instant from) {
        return quotes(from, Math.max(1, HISTORY_INTERVAL.toMillis() / interval.toMillis()));
    }

    private Iterator<Quote> quotes(Instant from, long every) {
        long step = interval.toMillis() * every;
        long first = Math.ceilDiv(from.toEpochMilli(), step);
        return LongStream.iterate(first, tick -> tick + 1)
                .mapToObj(tick -> quote(tick * every))
                .iterator();
    }

    private Quote quote(long tick) {
        double price = start.doubleValue() * StrictMath.exp(volatility * path(tick));
        int digits = Math.max(start.scale(), spread.scale()) + 3;
        BigDecimal bid = BigDecimal.valueOf(price).setScale(digits, RoundingMode.HALF_UP);
        return new Quote(Instant.ofEpochMilli(tick * interval.toMillis()), bid, bid.add(spread));
    }

    /** {@return how many usual moves the price is away from its start} */
    private double path(long tick) {
        long low = Math.floorDiv(tick, BLOCK) * BLOCK;
        double left = far(low);
        double right = far(low + BLOCK);
        for (long span = BLOCK; low < tick; span /= 2) {
            long middle = low + span / 2;
            double value = (left + right) / 2 + StrictMath.sqrt((double) span) / 2 * noise(middle);
            if (middle <= tick) {
                low = middle;
                left = value;
            } else {
                right = value;
            }
        }
        return left;
    }

    private double far(long tick) {
        return StrictMath.sqrt(BLOCK) / 2 * noise(tick);
    }

    /** {@return a number about normally distributed, always the same for a tick} */
    private double noise(long tick) {
        long state = seed * 0x9E3779B97F4A7C15L + tick;
        double sum = 0;
        for (int part = 0; part < 4; part++) {
            state = mixed(state + 0x9E3779B97F4A7C15L);
            sum += (state >>> 11) * 0x1.0p-53;
        }
        return (sum - 2) * StrictMath.sqrt(3);
    }

    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
