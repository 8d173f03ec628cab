package io.tradetracker.core.simulation;

/**
 * How a simulated account fills orders and what it allows. Immutable; made from {@link #DEFAULT} by changes.
 *
 * @param fillAt when market orders fill
 * @param path in which order the prices of a candle come
 * @param limitFill what price a limit order needs
 * @param protectFrom from when on the protection of an entry may fill
 * @param sizeAt when units are worked out
 * @param positionMode whether both sides may be open
 * @param maxEntries how many entries may be open on one side of an instrument at a time, 1 or more
 * @param margin what positions need
 */
public record SimulationRules(
        FillAt fillAt,
        CandlePath path,
        LimitFill limitFill,
        ProtectFrom protectFrom,
        SizeAt sizeAt,
        PositionMode positionMode,
        int maxEntries,
        Margin margin) {
    /** Next open, pessimistic, touch, protected at once, sized at the fill, netting, one entry, no limits. */
    public static final SimulationRules DEFAULT = new SimulationRules(
            FillAt.NEXT_OPEN,
            CandlePath.PESSIMISTIC,
            LimitFill.TOUCH,
            ProtectFrom.ENTRY,
            SizeAt.FILL,
            PositionMode.NETTING,
            1,
            Margin.NONE);

    /** @throws IllegalArgumentException when fewer than one entry is allowed */
    public SimulationRules {
        if (maxEntries < 1) {
            throw new IllegalArgumentException("entries " + maxEntries + " must be 1 or more");
        }
    }

    /** {@return a copy with another moment of fills} */
    public SimulationRules withFillAt(FillAt other) {
        return new SimulationRules(other, path, limitFill, protectFrom, sizeAt, positionMode, maxEntries, margin);
    }

    /** {@return a copy with another path} */
    public SimulationRules withPath(CandlePath other) {
        return new SimulationRules(fillAt, other, limitFill, protectFrom, sizeAt, positionMode, maxEntries, margin);
    }

    /** {@return a copy with another need of limit orders} */
    public SimulationRules withLimitFill(LimitFill other) {
        return new SimulationRules(fillAt, path, other, protectFrom, sizeAt, positionMode, maxEntries, margin);
    }

    /** {@return a copy with another beginning of protection} */
    public SimulationRules withProtectFrom(ProtectFrom other) {
        return new SimulationRules(fillAt, path, limitFill, other, sizeAt, positionMode, maxEntries, margin);
    }

    /** {@return a copy with another moment of sizing} */
    public SimulationRules withSizeAt(SizeAt other) {
        return new SimulationRules(fillAt, path, limitFill, protectFrom, other, positionMode, maxEntries, margin);
    }

    /** {@return a copy with another mode of positions} */
    public SimulationRules withPositionMode(PositionMode other) {
        return new SimulationRules(fillAt, path, limitFill, protectFrom, sizeAt, other, maxEntries, margin);
    }

    /** {@return a copy that allows this many entries} */
    public SimulationRules withMaxEntries(int other) {
        return new SimulationRules(fillAt, path, limitFill, protectFrom, sizeAt, positionMode, other, margin);
    }

    /** {@return a copy with another margin} */
    public SimulationRules withMargin(Margin other) {
        return new SimulationRules(fillAt, path, limitFill, protectFrom, sizeAt, positionMode, maxEntries, other);
    }
}
