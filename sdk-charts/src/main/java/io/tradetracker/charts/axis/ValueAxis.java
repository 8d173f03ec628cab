package io.tradetracker.charts.axis;

import io.tradetracker.charts.PriceScale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Heights of values in a pane. Immutable and safe to share between threads. */
public final class ValueAxis {
    private final PriceScale scale;
    private final ValueRange range;
    private final double base;
    private final double top;
    private final double height;
    private final double lowLevel;
    private final double levels;

    /**
     * Makes an axis.
     *
     * @param scale how values become heights
     * @param range what is shown
     * @param base what a percent scale tells changes of; not looked at by other scales
     * @param top upper edge, in pixels
     * @param height in pixels, above zero
     */
    public ValueAxis(PriceScale scale, ValueRange range, double base, double top, double height) {
        this.scale = scale;
        this.range = range;
        this.base = base;
        this.top = top;
        this.height = height;
        lowLevel = level(range.low());
        levels = level(range.high()) - lowLevel;
    }

    /** {@return what is shown} */
    public ValueRange range() {
        return range;
    }

    /** {@return how values become heights} */
    public PriceScale scale() {
        return scale;
    }

    /** {@return the height of a value in pixels from the top of the picture, also of one outside} */
    public double y(double value) {
        return top + height * (1 - (level(value) - lowLevel) / levels);
    }

    /** {@return the value at a height} */
    public double valueAt(double y) {
        double level = lowLevel + (1 - (y - top) / height) * levels;
        return scale == PriceScale.LOG ? Math.exp(level) : level;
    }

    private double level(double value) {
        return scale == PriceScale.LOG ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value;
    }

    /** {@return how far two values are apart that are a pixel apart in the middle} */
    public double pixel() {
        double middle = top + height / 2;
        return Math.abs(valueAt(middle - 0.5) - valueAt(middle + 0.5));
    }

    /** {@return a value as the labels of this axis tell it} */
    public String text(double value, NumberText text, int decimals) {
        return scale == PriceScale.PERCENT ? text.percent(100 * (value / base - 1), 2) : text.fixed(value, decimals);
    }

    /**
     * {@return labelled places at round values, from the lowest up; at least {@code apart} pixels from one to the next,
     * no two with the same label}
     *
     * @param apart in pixels, above zero
     * @param text writes numbers
     * @param decimals of labels; −1 for as many as tell them apart; −2 for short ones, such as 1.2M
     */
    public List<Tick> ticks(double apart, NumberText text, int decimals) {
        return switch (scale) {
            case LINEAR -> linear(apart, text, decimals);
            case PERCENT -> percent(apart, text);
            case LOG -> log(apart, text, decimals);
        };
    }

    private List<Tick> linear(double apart, NumberText text, int decimals) {
        double step = Steps.round(apart / height * (range.high() - range.low()));
        int needed = NumberText.decimals(step);
        return evenly(step, range.low(), range.high(), value -> value, value -> label(value, text, decimals, needed));
    }

    private List<Tick> percent(double apart, NumberText text) {
        double low = 100 * (range.low() / base - 1);
        double high = 100 * (range.high() / base - 1);
        double step = Steps.round(apart / height * (high - low));
        int needed = NumberText.decimals(step);
        return evenly(step, low, high, percent -> base * (1 + percent / 100), percent -> text.percent(percent, needed));
    }

    private List<Tick> evenly(
            double step, double low, double high, DoubleFunction<Double> value, DoubleFunction<String> label) {
        List<Tick> ticks = new ArrayList<>();
        String before = "";
        double first = Math.ceil(low / step - 1e-9);
        for (double n = first; n <= high / step + 1e-9 && n < first + 1000; n++) {
            String now = label.apply(n * step);
            if (!now.equals(before)) {
                ticks.add(new Tick(y(value.apply(n * step)), now, false));
            }
            before = now;
        }
        return ticks;
    }

    private List<Tick> log(double apart, NumberText text, int decimals) {
        List<Tick> ticks = new ArrayList<>();
        double at = range.low();
        String before = "";
        while (at <= range.high() && ticks.size() < 1000) {
            double above = valueAt(y(at) - apart);
            double step = Steps.round((above - at) * 0.7);
            double value = Math.ceil(at / step - 1e-9) * step;
            if (value > range.high()) {
                break;
            }
            String label = label(value, text, decimals, NumberText.decimals(step));
            if (!label.equals(before)) {
                ticks.add(new Tick(y(value), label, false));
            }
            before = label;
            at = Math.max(above, valueAt(y(value) - apart));
        }
        return ticks;
    }

    private static String label(double value, NumberText text, int decimals, int needed) {
        if (decimals == -2) {
            return text.compact(value);
        }
        return text.fixed(value, Math.max(decimals, needed));
    }
}
