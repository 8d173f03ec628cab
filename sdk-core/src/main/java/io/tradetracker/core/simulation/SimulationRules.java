package io.tradetracker.core.simulation;

/**
 * How a simulated account fills orders and what it allows. Immutable; made from {@link #DEFAULT} by changes.
 *
 * @param fillAt when market orders fill
 * @param path in which order the prices of a candle come
 * @param limitFill what price a limit order needs
 * @param sizeAt when units are worked out
 * @param positionMode whether both sides may be open
 * @param maxEntries how many entries may be open on one side of an instrument at a time, 1 or more
 * @param margin what positions need
 * @param maxDailyLossPercent loss since the last close of the UTC day before, in percent of equity, at which all is
 *     closed and nothing opened until the next day; infinite for none
 */
public record SimulationRules(
        FillAt fillAt,
        CandlePath path,
        LimitFill limitFill,
        SizeAt sizeAt,
        PositionMode positionMode,
        int maxEntries,
        Margin margin,
        double maxDailyLossPercent) {
    /** Next open, pessimistic, touch, sized at the fill, netting, one entry, no margin, no daily limit. */
    public static final SimulationRules DEFAULT = new SimulationRules(
            FillAt.NEXT_OPEN,
            CandlePath.PESSIMISTIC,
            LimitFill.TOUCH,
            SizeAt.FILL,
            PositionMode.NETTING,
            1,
            Margin.NONE,
            Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException when fewer than one entry is allowed, or the daily loss is not above zero */
    public SimulationRules {
        if (maxEntries < 1) {
            throw new IllegalArgumentException("entries " + maxEntries + " must be 1 or more");
        }
        if (!(maxDailyLossPercent > 0)) {
            throw new IllegalArgumentException("daily loss " + maxDailyLossPercent + " % must be above zero");
        }
    }

    /** {@return a copy with another moment of fills} */
    public SimulationRules withFillAt(FillAt at) {
        return new SimulationRules(at, path, limitFill, sizeAt, positionMode, maxEntries, margin, maxDailyLossPercent);
    }

    /** {@return a copy with another path} */
    public SimulationRules withPath(CandlePath newPath) {
        return new SimulationRules(
                fillAt, newPath, limitFill, sizeAt, positionMode, maxEntries, margin, maxDailyLossPercent);
    }

    /** {@return a copy with another need of limit orders} */
    public SimulationRules withLimitFill(LimitFill fill) {
        return new SimulationRules(fillAt, path, fill, sizeAt, positionMode, maxEntries, margin, maxDailyLossPercent);
    }

    /** {@return a copy with another moment of sizing} */
    public SimulationRules withSizeAt(SizeAt at) {
        return new SimulationRules(fillAt, path, limitFill, at, positionMode, maxEntries, margin, maxDailyLossPercent);
    }

    /** {@return a copy with another mode of positions} */
    public SimulationRules withPositionMode(PositionMode mode) {
        return new SimulationRules(fillAt, path, limitFill, sizeAt, mode, maxEntries, margin, maxDailyLossPercent);
    }

    /** {@return a copy that allows this many entries} */
    public SimulationRules withMaxEntries(int entries) {
        return new SimulationRules(fillAt, path, limitFill, sizeAt, positionMode, entries, margin, maxDailyLossPercent);
    }

    /** {@return a copy with another margin} */
    public SimulationRules withMargin(Margin newMargin) {
        return new SimulationRules(
                fillAt, path, limitFill, sizeAt, positionMode, maxEntries, newMargin, maxDailyLossPercent);
    }

    /** {@return a copy with another limit of a day's loss} */
    public SimulationRules withMaxDailyLossPercent(double percent) {
        return new SimulationRules(fillAt, path, limitFill, sizeAt, positionMode, maxEntries, margin, percent);
    }
}
