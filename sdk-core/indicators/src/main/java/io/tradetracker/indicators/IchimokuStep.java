package io.tradetracker.indicators;

/**
 * Middles of the range over three periods. The cloud at a candle was made {@code displacement − 1} candles before it;
 * the cloud that is drawn ahead is that of this candle.
 *
 * <p>Source: Hosoda, Ichimoku Kinko Hyo (1969). The lagging line is the close drawn back, so it says nothing at its own
 * place when it is new; compare the close with that of {@code displacement − 1} candles ago instead.
 */
final class IchimokuStep extends Step {
    private final CandleWindow candles;
    private final MiddleOfRange conversion;
    private final MiddleOfRange base;
    private final MiddleOfRange span;
    private final Delay leadingA;
    private final Delay leadingB;

    IchimokuStep(String key, CandleWindow candles, int conversion, int base, int span, int displacement) {
        super(
                new Handle(key + ".conversion"),
                new Handle(key + ".base"),
                new Handle(key + ".leading_a"),
                new Handle(key + ".leading_b"),
                new Handle(key + ".ahead_a"),
                new Handle(key + ".ahead_b"));
        this.candles = candles;
        this.conversion = new MiddleOfRange(conversion);
        this.base = new MiddleOfRange(base);
        this.span = new MiddleOfRange(span);
        leadingA = new Delay(Math.max(displacement - 1, 1));
        leadingB = new Delay(Math.max(displacement - 1, 1));
    }

    @Override
    void update() {
        double fast = conversion.next(candles);
        double slow = base.next(candles);
        double aheadA = (fast + slow) / 2;
        double aheadB = span.next(candles);
        handle(0).publish(fast);
        handle(1).publish(slow);
        handle(2).publish(leadingA.next(aheadA));
        handle(3).publish(leadingB.next(aheadB));
        handle(4).publish(aheadA);
        handle(5).publish(aheadB);
    }

    /** Half of the highest high and the lowest low. */
    private static final class MiddleOfRange {
        private final WindowExtreme highest;
        private final WindowExtreme lowest;

        MiddleOfRange(int period) {
            highest = WindowExtreme.highest(period);
            lowest = WindowExtreme.lowest(period);
        }

        double next(CandleWindow candles) {
            return (highest.next(candles.highCell.current) + lowest.next(candles.lowCell.current)) / 2;
        }
    }
}
