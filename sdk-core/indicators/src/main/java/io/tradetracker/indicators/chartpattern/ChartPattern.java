package io.tradetracker.indicators.chartpattern;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The chart patterns. Heights and tolerances are measured in the average true range (ATR) of the candles before;
 * {@link ChartPatternScan} finds them.
 */
public enum ChartPattern {
    SUPPORT_ZONE("Support zone", 1, "Lows that turned several times within a narrow band of prices."),
    RESISTANCE_ZONE("Resistance zone", -1, "Highs that turned several times within a narrow band of prices."),
    RISING_TREND_LINE("Rising trend line", 1, "Three or more lows on one rising line that no close broke."),
    FALLING_TREND_LINE("Falling trend line", -1, "Three or more highs on one falling line that no close broke."),
    RISING_CHANNEL("Rising channel", 1, "Highs and lows between two rising, parallel lines."),
    FALLING_CHANNEL("Falling channel", -1, "Highs and lows between two falling, parallel lines."),
    DOUBLE_TOP("Double top", -1, "Two highs at one price, with a low between them."),
    DOUBLE_BOTTOM("Double bottom", 1, "Two lows at one price, with a high between them."),
    TRIPLE_TOP("Triple top", -1, "Three highs at one price, with two lows between them."),
    TRIPLE_BOTTOM("Triple bottom", 1, "Three lows at one price, with two highs between them."),
    HEAD_AND_SHOULDERS("Head and shoulders", -1, "A high between two lower highs that are alike."),
    INVERSE_HEAD_AND_SHOULDERS("Inverse head and shoulders", 1, "A low between two higher lows that are alike."),
    ASCENDING_TRIANGLE("Ascending triangle", 1, "Highs at one price over rising lows."),
    DESCENDING_TRIANGLE("Descending triangle", -1, "Lows at one price under falling highs."),
    SYMMETRICAL_TRIANGLE("Symmetrical triangle", 0, "Falling highs over rising lows."),
    RISING_WEDGE("Rising wedge", -1, "Rising highs over lows that rise faster."),
    FALLING_WEDGE("Falling wedge", 1, "Falling lows under highs that fall faster."),
    BULL_FLAG("Bull flag", 1, "A steep rise, then a short channel that leans against it."),
    BEAR_FLAG("Bear flag", -1, "A steep fall, then a short channel that leans against it."),
    BULL_PENNANT("Bull pennant", 1, "A steep rise, then a short triangle."),
    BEAR_PENNANT("Bear pennant", -1, "A steep fall, then a short triangle."),
    RECTANGLE("Rectangle", 0, "Highs at one price over lows at another."),
    CUP_AND_HANDLE("Cup and handle", 1, "A round fall and recovery, then a small dip near the old high."),
    INVERSE_CUP_AND_HANDLE("Inverse cup and handle", -1, "A round rise and fall, then a small rise near the old low."),
    GAP_UP("Gap up", 1, "A low above the high of the candle before."),
    GAP_DOWN("Gap down", -1, "A high below the low of the candle before."),
    BULLISH_DIVERGENCE("Bullish divergence", 1, "A lower low of the price, while that of an oscillator is higher."),
    BEARISH_DIVERGENCE("Bearish divergence", -1, "A higher high of the price, while that of an oscillator is lower.");

    private final String title;
    private final int direction;
    private final String description;

    ChartPattern(String title, int direction, String description) {
        this.title = title;
        this.direction = direction;
        this.description = description;
    }

    /** {@return the name in code and files, such as {@code "head_and_shoulders"}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name for people} */
    public String title() {
        return title;
    }

    /** {@return 1 when it is read as a sign of rising prices, −1 of falling ones, 0 when it may break either way} */
    public int direction() {
        return direction;
    }

    /** {@return what it looks like, in a sentence} */
    public String description() {
        return description;
    }

    /** {@return the pattern of that id, whatever its case, also with {@code -} for {@code _}} */
    public static Optional<ChartPattern> find(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(each -> each.id().equals(wanted)).findFirst();
    }
}
