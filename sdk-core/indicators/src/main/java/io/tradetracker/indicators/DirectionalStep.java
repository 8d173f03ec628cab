package io.tradetracker.indicators;

/**
 * The directional movement of both sides in percent of the true range, and the average strength of the direction.
 * Without movement the strength stays as it was.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems; first values as in TA-Lib, whose first sum is of one
 * candle less than Wilder's.
 */
final class DirectionalStep extends Step {
    private final CandleWindow candles;
    private final TrueRange range = new TrueRange();
    private final WilderSum ranges;
    private final WilderSum ups;
    private final WilderSum downs;
    private final WilderMean mean;
    private final Handle adx;
    private final Handle plus;
    private final Handle minus;
    private double highBefore = Double.NaN;
    private double lowBefore = Double.NaN;
    private double strength = Double.NaN;

    DirectionalStep(String key, CandleWindow candles, int period) {
        super(new Handle(key + ".adx"), new Handle(key + ".plus"), new Handle(key + ".minus"));
        this.candles = candles;
        ranges = new WilderSum(period);
        ups = new WilderSum(period);
        downs = new WilderSum(period);
        mean = new WilderMean(period);
        adx = handle(0);
        plus = handle(1);
        minus = handle(2);
    }

    @Override
    void update() {
        double up = candles.highCell.current - highBefore;
        double down = lowBefore - candles.lowCell.current;
        highBefore = candles.highCell.current;
        lowBefore = candles.lowCell.current;
        double moved = ranges.next(range.next(candles));
        double rising = percent(ups.next(Double.isNaN(up) ? up : up > down && up > 0 ? up : 0), moved);
        double falling = percent(downs.next(Double.isNaN(down) ? down : down > up && down > 0 ? down : 0), moved);
        plus.publish(rising);
        minus.publish(falling);
        adx.publish(strength(rising, falling));
    }

    private static double percent(double of, double whole) {
        return whole == 0 ? 0 : 100 * of / whole;
    }

    private double strength(double rising, double falling) {
        double both = rising + falling;
        double still = Double.isNaN(strength) ? 0 : strength;
        strength = mean.next(both == 0 ? still : 100 * Math.abs(rising - falling) / both);
        return strength;
    }
}
