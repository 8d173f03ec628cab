package io.tradetracker.indicators.candlestick;

/**
 * The last candles and what patterns ask about them, computed once for all patterns when a candle closes. "Ago" counts
 * back from the last closed candle, which is 0. Used by one thread.
 *
 * <p>A mean is of the candles before the one that is compared with it. It is summed from these candles alone, so it
 * cannot drift and does not depend on where the scan began.
 */
final class CandleShapes {
    /** The candles that a mean of bodies, shadows and ranges is of. */
    static final int MEAN_OF = 10;

    private static final int HALF = MEAN_OF / 2;
    /** How many candles are kept. */
    static final int SIZE = 32;

    private static final int MASK = SIZE - 1;

    private final double[] open = new double[SIZE];
    private final double[] high = new double[SIZE];
    private final double[] low = new double[SIZE];
    private final double[] close = new double[SIZE];
    private final double[] top = new double[SIZE];
    private final double[] bottom = new double[SIZE];
    private final double[] body = new double[SIZE];
    private final double[] shadows = new double[SIZE];
    private final double[] range = new double[SIZE];

    /** Sums of the last five. */
    private final double[] fiveBodies = new double[SIZE];

    private final double[] fiveShadows = new double[SIZE];
    private final double[] fiveRanges = new double[SIZE];

    private final double[] meanRange = new double[SIZE];
    private final double[] meanRangeOfFive = new double[SIZE];
    private final double[] meanShadow = new double[SIZE];

    private final int[] factsOf = new int[SIZE];

    private int last;
    private int size;
    private long facts;

    /** Takes in the candle that just closed. The numbers must be finite. */
    void add(double newOpen, double newHigh, double newLow, double newClose) {
        int before = last;
        int i = (last + 1) & MASK;
        open[i] = newOpen;
        high[i] = newHigh;
        low[i] = newLow;
        close[i] = newClose;
        top[i] = Math.max(newOpen, newClose);
        bottom[i] = Math.min(newOpen, newClose);
        body[i] = top[i] - bottom[i];
        double upper = newHigh - top[i];
        double lower = bottom[i] - newLow;
        shadows[i] = upper + lower;
        range[i] = newHigh - newLow;
        meanRange[i] = ten(fiveRanges, before) / MEAN_OF;
        meanRangeOfFive[i] = fiveRanges[before] / HALF;
        meanShadow[i] = ten(fiveShadows, before) / MEAN_OF / 2;
        double meanBody = ten(fiveBodies, before) / MEAN_OF;
        fiveBodies[i] = five(body, i);
        fiveShadows[i] = five(shadows, i);
        fiveRanges[i] = five(range, i);
        last = i;
        size = Math.min(size + 1, SIZE);
        factsOf[i] = bodyFacts(meanBody)
                | Look.UPPER_IS_TINY * shadowFacts(upper)
                | Look.LOWER_IS_TINY * shadowFacts(lower)
                | placeFacts(before);
        facts = facts << Look.BITS | factsOf[i];
    }

    /** Forgets all candles. */
    void clear() {
        size = 0;
        facts = 0;
    }

    /** {@return how many candles there were since the last {@link #clear()}; counted up to {@link #SIZE}} */
    int size() {
        return size;
    }

    /** {@return the facts of the last four candles, {@link Look#BITS} each, the last candle's lowest} */
    long facts() {
        return facts;
    }

    double open(int ago) {
        return open[index(ago)];
    }

    double high(int ago) {
        return high[index(ago)];
    }

    double low(int ago) {
        return low[index(ago)];
    }

    double close(int ago) {
        return close[index(ago)];
    }

    /** {@return the higher of open and close} */
    double top(int ago) {
        return top[index(ago)];
    }

    /** {@return the lower of open and close} */
    double bottom(int ago) {
        return bottom[index(ago)];
    }

    double body(int ago) {
        return body[index(ago)];
    }

    double upperShadow(int ago) {
        int i = index(ago);
        return high[i] - top[i];
    }

    double lowerShadow(int ago) {
        int i = index(ago);
        return bottom[i] - low[i];
    }

    /** {@return the mean range (high − low) of the ten candles before} */
    double meanRange(int ago) {
        return meanRange[index(ago)];
    }

    /** {@return the mean of the upper and lower shadows of the ten candles before} */
    double meanShadow(int ago) {
        return meanShadow[index(ago)];
    }

    /** {@return the largest body of a doji} */
    double doji(int ago) {
        return tenth(meanRange[index(ago)]);
    }

    /** {@return a distance that counts as near: a fifth of the mean range of the five candles before} */
    double near(int ago) {
        return 0.2 * meanRangeOfFive[index(ago)];
    }

    /** {@return a distance that counts as far: three fifths of the mean range of the five candles before} */
    double far(int ago) {
        return 0.6 * meanRangeOfFive[index(ago)];
    }

    /** {@return whether two prices count as equal: a twentieth of the mean range of the five candles before or less} */
    boolean equal(double price, double other, int otherAgo) {
        double most = tolerance(otherAgo);
        return price <= other + most && price >= other - most;
    }

    /** {@return the largest difference of prices that count as equal} */
    double tolerance(int ago) {
        return 0.05 * meanRangeOfFive[index(ago)];
    }

    /** {@return whether a candle looks so; for the fifth, which {@link #facts()} does not reach} */
    boolean looks(Look look, int ago) {
        return (factsOf[index(ago)] & look.asked()) == look.wanted();
    }

    /** {@return whether the candle with its shadows lies above the candle before without touching it} */
    boolean allAbove(int ago) {
        return low(ago) > high(ago + 1);
    }

    boolean allBelow(int ago) {
        return high(ago) < low(ago + 1);
    }

    /** {@return whether the price is inside the body, its ends excluded} */
    boolean insideBody(double price, int ago) {
        return price > bottom(ago) && price < top(ago);
    }

    /** {@return how large the last candles are by the mean range before them, 0 to 1} */
    double strength(int length) {
        double highest = high(0);
        double lowest = low(0);
        for (int ago = 1; ago < length; ago++) {
            highest = Math.max(highest, high(ago));
            lowest = Math.min(lowest, low(ago));
        }
        double span = highest - lowest;
        boolean measurable = size >= length + MEAN_OF && span > 0;
        return measurable ? Math.min(1, span / (2 * meanRange(length - 1))) : 0;
    }

    /** {@return whether the close before the last candles is above, below or at the mean of the ten that end there} */
    int trend(int length) {
        if (size < length + MEAN_OF) {
            return 0;
        }
        double end = close(length);
        double sum = 0;
        for (int ago = length + 1; ago < length + MEAN_OF; ago++) {
            sum += end - close(ago);
        }
        // Prices are decimals, of which a double is off by half its last place: less than this is no difference.
        double rounding = 2 * MEAN_OF * Math.ulp(end);
        return Math.abs(sum) <= rounding ? 0 : (int) Math.signum(sum);
    }

    private int bodyFacts(double meanBody) {
        double own = body[last];
        return Look.IS_WHITE * (1 - below(close[last], open[last]))
                | Look.IS_LONG * below(meanBody, own)
                | Look.IS_SHORT * below(own, meanBody)
                | Look.IS_DOJI * (1 - below(tenth(meanRange[last]), own));
    }

    private int shadowFacts(double shadow) {
        double tiny = tenth(meanRange[last]);
        return below(shadow, tiny)
                | below(tiny, shadow) << 1
                | below(shadow, meanShadow[last]) << 2
                | below(body[last], shadow) << 3;
    }

    private int placeFacts(int before) {
        int topIsHigher = below(top[before], top[last]);
        int topIsLower = below(top[last], top[before]);
        int bottomIsHigher = below(bottom[before], bottom[last]);
        int bottomIsLower = below(bottom[last], bottom[before]);
        return Look.LIES_ABOVE * below(top[before], bottom[last])
                | Look.LIES_BELOW * below(top[last], bottom[before])
                | Look.LIES_INSIDE * (topIsLower & bottomIsHigher)
                | Look.LIES_AROUND * (topIsHigher & bottomIsLower);
    }

    /** {@return 1 when the first is below the second, else 0} Without a jump, which a processor would guess wrongly. */
    private static int below(double first, double second) {
        return (int) (Double.doubleToRawLongBits(first - second) >>> 63);
    }

    private int index(int ago) {
        return (last - ago) & MASK;
    }

    private static double tenth(double of) {
        return 0.1 * of;
    }

    private static double ten(double[] fives, int to) {
        return fives[(to - HALF) & MASK] + fives[to];
    }

    private static double five(double[] values, int to) {
        return values[(to - 4) & MASK]
                + values[(to - 3) & MASK]
                + values[(to - 2) & MASK]
                + values[(to - 1) & MASK]
                + values[to];
    }
}
