package io.tradetracker.indicators;

/**
 * Wilder's stop and reverse: a stop that follows the price faster and faster, and changes side when it is reached.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems; first side and first stop as in TA-Lib.
 */
final class ParabolicStep extends Step {
    private final CandleWindow candles;
    private final double acceleration;
    private final double maximum;
    private final Handle line;
    private final Handle direction;
    private double highBefore = Double.NaN;
    private double lowBefore = Double.NaN;
    private double stop = Double.NaN;
    private double extreme;
    private double factor;
    private boolean up;

    ParabolicStep(String key, CandleWindow candles, double acceleration, double maximum) {
        super(new Handle(key + ".line"), new Handle(key + ".direction"));
        this.candles = candles;
        this.acceleration = Math.min(acceleration, maximum);
        this.maximum = maximum;
        line = handle(0);
        direction = handle(1);
    }

    @Override
    void update() {
        double high = candles.highCell.current;
        double low = candles.lowCell.current;
        if (Double.isNaN(stop) && !Double.isNaN(highBefore)) {
            begin(high, low);
        }
        if (Double.isNaN(stop)) {
            line.publish(Double.NaN);
            direction.publish(Double.NaN);
        } else {
            follow(high, low);
            direction.publish(up ? 1 : -1);
        }
        highBefore = high;
        lowBefore = low;
    }

    private void begin(double high, double low) {
        double fall = lowBefore - low;
        up = !(fall > 0 && fall > high - highBefore);
        stop = up ? lowBefore : highBefore;
        extreme = up ? high : low;
        factor = acceleration;
        // The first stop may be inside the candle before, but not inside this one.
        highBefore = high;
        lowBefore = low;
    }

    private void follow(double high, double low) {
        boolean reached = up ? low <= stop : high >= stop;
        if (reached) {
            up = !up;
            stop = outside(extreme, high, low);
            line.publish(stop);
            factor = acceleration;
            extreme = up ? high : low;
        } else {
            line.publish(stop);
            if (up ? high > extreme : low < extreme) {
                extreme = up ? high : low;
                factor = Math.min(factor + acceleration, maximum);
            }
        }
        stop = outside(stop + factor * (extreme - stop), high, low);
    }

    /** {@return the stop, kept out of this candle and the one before} */
    private double outside(double level, double high, double low) {
        return up ? Math.min(level, Math.min(low, lowBefore)) : Math.max(level, Math.max(high, highBefore));
    }
}
