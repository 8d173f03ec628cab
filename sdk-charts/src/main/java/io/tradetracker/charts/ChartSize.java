package io.tradetracker.charts;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a picture is. Immutable.
 *
 * @param width in pixels at scale 1, 120 to 8,192
 * @param height in pixels at scale 1, 80 to 8,192
 * @param scale how many dots a pixel has in each direction, 1 to 3
 */
public record ChartSize(int width, int height, double scale) {
    /** The most dots a picture may have: 64 million, a buffer of 256 MB. */
    public static final long MOST_DOTS = 64_000_000;

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,6})x([0-9]{1,6})(?:@([0-9]{1,2}(?:\\.[0-9]{1,3})?))?");

    /** A page on a desktop: 1200 x 800. */
    public static final ChartSize DESKTOP = new ChartSize(1200, 800, 1);
    /** A phone held upright: 390 x 520, two dots a pixel. */
    public static final ChartSize PHONE = new ChartSize(390, 520, 2);
    /** A sheet of paper held sideways: 1120 x 790, three dots a pixel. */
    public static final ChartSize PRINT = new ChartSize(1120, 790, 3);

    /** @throws ChartException when a number is outside its bounds, or the picture has too many dots */
    public ChartSize {
        if (width < 120 || width > 8192 || height < 80 || height > 8192) {
            throw new ChartException(
                    "chart size " + width + "x" + height + " must be 120 to 8192 pixels wide and 80 to 8192 high");
        }
        if (!(scale >= 1 && scale <= 3)) {
            throw new ChartException("chart scale " + scale + " must be 1 to 3");
        }
        if (Math.ceil(width * scale) * Math.ceil(height * scale) > MOST_DOTS) {
            throw new ChartException("chart size " + width + "x" + height + " at scale " + scale + " makes more than "
                    + MOST_DOTS + " dots; choose a smaller size or scale");
        }
    }

    /** {@return a size at scale 1} */
    public static ChartSize of(int width, int height) {
        return new ChartSize(width, height, 1);
    }

    /**
     * {@return the size that a text tells} {@code desktop}, {@code phone}, {@code print}, {@code 1200x800} or, with two
     * dots a pixel, {@code 1200x800@2}
     *
     * @throws ChartException when it tells none, or one that is out of bounds
     */
    public static ChartSize parse(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Matcher numbers = TEXT.matcher(wanted);
        if (numbers.matches()) {
            String dots = numbers.group(3);
            return new ChartSize(
                    Integer.parseInt(Objects.requireNonNull(numbers.group(1))),
                    Integer.parseInt(Objects.requireNonNull(numbers.group(2))),
                    dots == null ? 1 : Double.parseDouble(dots));
        }
        return switch (wanted) {
            case "desktop" -> DESKTOP;
            case "phone" -> PHONE;
            case "print" -> PRINT;
            default ->
                throw new ChartException(
                        "chart size '" + text + "' must be desktop, phone, print, or like 1200x800 or 1200x800@2");
        };
    }

    /** {@return this size with another scale} */
    public ChartSize scale(double newScale) {
        return new ChartSize(width, height, newScale);
    }
}
