package io.tradetracker.indicators.candlestick;

import static io.tradetracker.indicators.candlestick.Traits.bearish;
import static io.tradetracker.indicators.candlestick.Traits.both;
import static io.tradetracker.indicators.candlestick.Traits.bullish;
import static io.tradetracker.indicators.candlestick.Traits.neutral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The candlestick patterns, by the number of candles they cover. A candle is white when its close is at or above its
 * open, else black; its body is between open and close, its shadows are the rest; "long", "short" and "near" are
 * relative to the candles before it. {@link CandlestickScan} finds them.
 */
public enum CandlestickPattern {
    BELT_HOLD(
            "Belt hold",
            both(1, 10),
            "A long candle that opens at its end: white without lower shadow, or black without upper shadow."),
    CLOSING_MARUBOZU(
            "Closing marubozu",
            both(1, 10),
            "A long candle that closes at its end: white without upper shadow, or black without lower shadow."),
    DOJI("Doji", neutral(1, 10), "Open and close are nearly the same."),
    DRAGONFLY_DOJI("Dragonfly doji", neutral(1, 10), "A doji at the high of its candle, with a lower shadow only."),
    GRAVESTONE_DOJI("Gravestone doji", neutral(1, 10), "A doji at the low of its candle, with an upper shadow only."),
    HAMMER(
            "Hammer",
            bullish(1, 11),
            "A short body over a long lower shadow, near or below the low of the candle before."),
    HANGING_MAN(
            "Hanging man",
            bearish(1, 11),
            "A short body over a long lower shadow, near or above the high of the candle before."),
    HIGH_WAVE(
            "High wave",
            both(1, 10),
            "A short body between two shadows more than twice as long; the sign is the colour."),
    INVERTED_HAMMER(
            "Inverted hammer",
            bullish(1, 11),
            "A short body under a long upper shadow, below the body of the candle before."),
    LONG_LEGGED_DOJI(
            "Long-legged doji", neutral(1, 10), "A doji with at least one shadow that is longer than its body."),
    LONG_LINE("Long line", both(1, 10), "A long body with two short shadows."),
    MARUBOZU("Marubozu", both(1, 10), "A long body with hardly any shadow."),
    RICKSHAW_MAN(
            "Rickshaw man",
            neutral(1, 10),
            "A doji near the middle of its candle, with two shadows that are longer than its body."),
    SHOOTING_STAR(
            "Shooting star",
            bearish(1, 11),
            "A short body under a long upper shadow, above the body of the candle before."),
    SHORT_LINE("Short line", both(1, 10), "A short body with two short shadows; the sign is the colour."),
    SPINNING_TOP("Spinning top", both(1, 10), "A short body between two longer shadows; the sign is the colour."),
    TAKURI("Takuri", neutral(1, 10), "A doji at the high of its candle, with a lower shadow more than twice its body."),
    COUNTERATTACK("Counterattack", both(2, 11), "Two long candles of opposite colours close at the same price."),
    DARK_CLOUD_COVER(
            "Dark cloud cover",
            bearish(2, 11).penetration(0.5),
            "After a long white candle a black one opens above its high and closes deep in its body."),
    DOJI_STAR("Doji star", both(2, 11), "After a long candle a doji gaps away in its direction."),
    ENGULFING("Engulfing", both(2, 2), "A body that covers that of the candle before, which has the other colour."),
    HARAMI("Harami", both(2, 11), "A body that is not long, inside the long body of the candle before."),
    HARAMI_CROSS("Harami cross", both(2, 11), "A doji inside the long body of the candle before."),
    HOMING_PIGEON(
            "Homing pigeon",
            bullish(2, 11),
            "A black body that is not long, inside the long black body of the candle before."),
    IN_NECK(
            "In-neck",
            bearish(2, 11),
            "After a long black candle a white one opens below its low and closes at the black close."),
    KICKING("Kicking", both(2, 11), "A marubozu, and one of the other colour beyond a gap in its own direction."),
    KICKING_BY_LENGTH(
            "Kicking by length", both(2, 11), "As kicking, but the sign is the colour of the longer marubozu."),
    MATCHING_LOW("Matching low", bullish(2, 6), "Two black candles close at the same price."),
    ON_NECK(
            "On-neck",
            bearish(2, 11),
            "After a long black candle a white one opens below its low and closes at that low."),
    PIERCING(
            "Piercing",
            bullish(2, 11),
            "After a long black candle a long white one opens below its low and closes above half its body."),
    SEPARATING_LINES(
            "Separating lines",
            both(2, 11),
            "Two candles of opposite colours open at the same price; the second is long, without shadow there."),
    THRUSTING(
            "Thrusting",
            bearish(2, 11),
            "After a long black candle a white one opens below its low and closes in, not above half, its body."),
    ABANDONED_BABY(
            "Abandoned baby",
            both(3, 12).penetration(0.3),
            "A long candle, a doji beyond a gap, and a long candle that gaps back deep into the first."),
    ADVANCE_BLOCK(
            "Advance block",
            bearish(3, 12),
            "Three white candles with rising closes, whose bodies shrink or whose upper shadows grow."),
    EVENING_DOJI_STAR(
            "Evening doji star",
            bearish(3, 12).penetration(0.3),
            "A long white candle, a doji above its body, and a long black one that closes deep in it."),
    EVENING_STAR(
            "Evening star",
            bearish(3, 12).penetration(0.3),
            "A long white candle, a small body above its own, and a long black one that closes deep in it."),
    GAP_SIDE_BY_SIDE_WHITE(
            "Gap side-by-side white lines",
            both(3, 7),
            "After a gap two white candles of about the same open and size."),
    GAP_THREE_METHODS(
            "Gap three methods",
            both(3, 2),
            "Two candles of one colour with a gap in their direction, and one of the other that closes it."),
    HIKKAKE(
            "Hikkake",
            both(3, 5),
            "An inside candle is left the wrong way; a close beyond its other end soon after confirms it."),
    IDENTICAL_THREE_CROWS(
            "Identical three crows",
            bearish(3, 12),
            "Three black candles without lower shadow, each opening where the one before closed."),
    MORNING_DOJI_STAR(
            "Morning doji star",
            bullish(3, 12).penetration(0.3),
            "A long black candle, a doji below its body, and a long white one that closes deep in it."),
    MORNING_STAR(
            "Morning star",
            bullish(3, 12).penetration(0.3),
            "A long black candle, a small body below its own, and a long white one that closes deep in it."),
    STALLED_PATTERN(
            "Stalled pattern",
            bearish(3, 12),
            "Two long white candles and a short white one at the end of the second, with rising closes."),
    STICK_SANDWICH(
            "Stick sandwich",
            bullish(3, 7),
            "A white candle between two black ones that close at the same price, below its low."),
    TASUKI_GAP(
            "Tasuki gap",
            both(3, 7),
            "A gap, a candle in its direction, and one as large against it that closes inside the gap."),
    THREE_BLACK_CROWS(
            "Three black crows",
            bearish(3, 13),
            "After a white candle three black ones without lower shadow, each opening in the body before."),
    THREE_INSIDE("Three inside up or down", both(3, 12), "A harami, and a close beyond the open of its first candle."),
    THREE_OUTSIDE("Three outside up or down", both(3, 3), "An engulfing, and a close further in its direction."),
    THREE_STARS_IN_THE_SOUTH(
            "Three stars in the south",
            bullish(3, 12),
            "Three black candles that become smaller and keep the first low; the last is short and bare."),
    THREE_WHITE_SOLDIERS(
            "Three white soldiers",
            bullish(3, 12),
            "Three white candles without upper shadow, each opening in or near the body before, none tiny."),
    TRISTAR(
            "Tristar",
            both(3, 12),
            "Three doji, of which the second lies apart from the first and the third comes back."),
    TWO_CROWS(
            "Two crows",
            bearish(3, 12),
            "A long white candle, a black one above its body, and a black one that closes in the first body."),
    UNIQUE_THREE_RIVER(
            "Unique three river",
            bullish(3, 12),
            "A long black candle, a black one that dips lower but closes higher, and a short white one above."),
    UPSIDE_GAP_TWO_CROWS(
            "Upside gap two crows",
            bearish(3, 12),
            "A long white candle, a small black one above its body, and a black one around that, still above."),
    CONCEALING_BABY_SWALLOW(
            "Concealing baby swallow",
            bullish(4, 13),
            "Two bare black candles, a black one that reaches up into them, and a black one around that."),
    MODIFIED_HIKKAKE(
            "Modified hikkake",
            both(4, 10),
            "As hikkake, but with two candles inside one another, the outer closing near the wrong end."),
    THREE_LINE_STRIKE(
            "Three-line strike",
            both(4, 8),
            "Three candles in one direction, which gives the sign, and one that takes them all back."),
    BREAKAWAY(
            "Breakaway",
            both(5, 14),
            "A long candle, a gap, three candles further on, and one that closes in the gap."),
    LADDER_BOTTOM(
            "Ladder bottom",
            bullish(5, 14),
            "Three falling black candles, a black one with an upper shadow, and a white one above that."),
    MAT_HOLD(
            "Mat hold",
            bullish(5, 14).penetration(0.5),
            "A long white candle, a gap up, three small candles that sink little, and a white one above."),
    RISING_FALLING_THREE_METHODS(
            "Rising or falling three methods",
            both(5, 14),
            "A long candle, three short ones against it within its range, and a long one that goes on.");

    private final String title;
    private final CandlestickSignals signals;
    private final int candles;
    private final int lookback;
    private final double penetration;
    private final String description;

    CandlestickPattern(String title, Traits traits, String description) {
        this.title = title;
        signals = traits.signals();
        candles = traits.candles();
        lookback = traits.lookback();
        penetration = traits.penetration();
        this.description = description;
    }

    /** {@return the pattern of this id, empty when there is none} */
    public static Optional<CandlestickPattern> find(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    /** {@return its name in data, such as {@code three_black_crows}; it never changes} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return its name for people} */
    public String title() {
        return title;
    }

    /** {@return what it looks like, in one sentence} */
    public String description() {
        return description;
    }

    /** {@return which signals it can give} */
    public CandlestickSignals signals() {
        return signals;
    }

    /** {@return how many candles it covers, 1 to 5; a confirmation of a hikkake comes up to three candles later} */
    public int candles() {
        return candles;
    }

    /** {@return how many candles must come before the one at which it can show} */
    public int lookback() {
        return lookback;
    }

    /**
     * {@return how deep the last candle must close in the first body unless told otherwise, as a share of that body
     * (for {@link #MAT_HOLD}: how deep the small candles may sink); NaN when the pattern does not ask}
     */
    public double penetration() {
        return penetration;
    }

    /** {@return its place in an array of all patterns or in a set of bits, in this program only} */
    @SuppressWarnings("EnumOrdinal") // never kept as data
    int index() {
        return ordinal();
    }
}
