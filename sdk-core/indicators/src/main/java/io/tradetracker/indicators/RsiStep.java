package io.tradetracker.indicators;

/**
 * The relative strength index. Without any movement it is 0.
 *
 * <p>Source: Wilder, New Concepts in Technical Trading Systems.
 */
final class RsiStep extends Step {
    private final Cell input;
    private final WilderMean gains;
    private final WilderMean losses;
    private final Handle out;
    private double before = Double.NaN;

    RsiStep(String key, Cell input, int period) {
        super(new Handle(key));
        this.input = input;
        gains = new WilderMean(period);
        losses = new WilderMean(period);
        out = handle(0);
    }

    @Override
    void update() {
        out.publish(next(input.current));
    }

    private double next(double value) {
        double change = value - before;
        before = value;
        if (Double.isNaN(change)) {
            gains.clear();
            losses.clear();
            return Double.NaN;
        }
        return index(gains.next(Math.max(change, 0)), losses.next(Math.max(-change, 0)));
    }

    private static double index(double gain, double loss) {
        double movement = gain + loss;
        return movement == 0 ? 0 : 100 * (gain / movement);
    }

    @Override
    boolean fillsAtOnce(ColumnSource from) {
        return true;
    }

    @Override
    Cell input() {
        return input;
    }

    @Override
    void fill(ColumnSource from, int start, int end) {
        double[] values = from.values(input);
        double[] to = out.column();
        int i = gains.isSeeded() ? smooth(values, to, start, end) : start;
        while (i < end) {
            to[i] = next(values[i]);
            i++;
            i = gains.isSeeded() ? smooth(values, to, i, end) : i;
        }
    }

    /** {@return where a value is missing, or the end} Both means are in registers meanwhile. */
    private int smooth(double[] values, double[] to, int start, int end) {
        double gain = gains.mean();
        double loss = losses.mean();
        double last = before;
        int i = start;
        while (i < end && !Double.isNaN(values[i] - last)) {
            double change = values[i] - last;
            last = values[i];
            gain = gains.moved(gain, Math.max(change, 0));
            loss = losses.moved(loss, Math.max(-change, 0));
            to[i] = index(gain, loss);
            i++;
        }
        gains.mean(gain);
        losses.mean(loss);
        before = last;
        return i;
    }
}
