package io.tradetracker.charts;

import java.util.List;
import java.util.Locale;

/**
 * Colours, font and strokes of a chart, as data. Immutable.
 *
 * @param name such as {@code "light"}
 * @param fonts families, the first that is installed is taken; empty for the usual ones
 * @param fontSize in pixels, 6 to 40
 * @param surface colours of what is not data
 * @param data colours of data
 */
public record Theme(String name, List<String> fonts, double fontSize, Surface surface, Data data) {
    /** Dark on white. Told apart by people who do not see red and green, too. */
    public static final Theme LIGHT = new Theme(
            "light",
            List.of(),
            11,
            new Surface(
                    Colour.of("#ffffff"),
                    Colour.of("#eef0f3"),
                    Colour.of("#c9ced6"),
                    Colour.of("#4a5160"),
                    Colour.of("#131722"),
                    Colour.of("#2a2e39")),
            new Data(
                    Colour.of("#0d8f82"),
                    Colour.of("#d9480f"),
                    Colour.of("#0d8f8259"),
                    Colour.of("#d9480f59"),
                    colours("#2962ff", "#ff6d00", "#7b1fa2", "#00838f", "#c2185b", "#5d6b1a", "#546e7a")));

    /** Light on near black. Told apart by people who do not see red and green, too. */
    public static final Theme DARK = new Theme(
            "dark",
            List.of(),
            11,
            new Surface(
                    Colour.of("#131722"),
                    Colour.of("#232938"),
                    Colour.of("#3a4152"),
                    Colour.of("#aab1c0"),
                    Colour.of("#e6e9ef"),
                    Colour.of("#4c5468")),
            new Data(
                    Colour.of("#2bb8a8"),
                    Colour.of("#f4743b"),
                    Colour.of("#2bb8a859"),
                    Colour.of("#f4743b59"),
                    colours("#5c8dff", "#ffa34d", "#c58af9", "#4dd0e1", "#f48fb1", "#c0ca33", "#90a4ae")));

    /**
     * Makes the list immutable.
     *
     * @throws ChartException when the font size is outside its bounds
     */
    public Theme {
        fonts = List.copyOf(fonts);
        if (!(fontSize >= 6 && fontSize <= 40)) {
            throw new ChartException("font size " + fontSize + " of theme '" + name + "' must be 6 to 40 pixels");
        }
    }

    /**
     * {@return the theme of that name, whatever its case: {@link #LIGHT} or {@link #DARK}}
     *
     * @throws ChartException when there is none
     */
    public static Theme named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> throw new ChartException("there is no theme '" + name + "'; there are light and dark");
        };
    }

    /** {@return this theme with these font families, the first that is installed is taken} */
    public Theme withFonts(List<String> families) {
        return new Theme(name, families, fontSize, surface, data);
    }

    /** {@return this theme with another font size, in pixels} */
    public Theme withFontSize(double pixels) {
        return new Theme(name, fonts, pixels, surface, data);
    }

    private static List<Colour> colours(String... texts) {
        return List.of(texts).stream().map(Colour::of).toList();
    }

    /**
     * Colours of what is not data.
     *
     * @param background of the whole picture
     * @param grid lines behind the data
     * @param border lines around panes
     * @param label numbers and names at the axes
     * @param text title and legend
     * @param tag the box behind a value at an axis that belongs to no row
     */
    public record Surface(Colour background, Colour grid, Colour border, Colour label, Colour text, Colour tag) {}

    /**
     * Colours of data.
     *
     * @param rising what rose or gained
     * @param falling what fell or lost
     * @param risingVolume columns of rising candles' volume
     * @param fallingVolume columns of falling candles' volume
     * @param lines of rows of values, in turn; at least one
     */
    public record Data(Colour rising, Colour falling, Colour risingVolume, Colour fallingVolume, List<Colour> lines) {
        /**
         * Makes the list immutable.
         *
         * @throws ChartException when there is no line colour
         */
        public Data {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new ChartException("a theme needs at least one colour for lines");
            }
        }

        /** {@return the colour of the row of that number, counted from 0} */
        public Colour line(int row) {
            return lines.get(Math.floorMod(row, lines.size()));
        }
    }
}
