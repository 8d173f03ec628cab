package io.tradetracker.charts.service;

import io.tradetracker.charts.ChartException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a chart can be had as. */
public enum ChartFormat {
    /** Dots, without loss. */
    PNG("image/png"),
    /** Shapes and text for browsers. */
    SVG("image/svg+xml"),
    /** Shapes and text for print. */
    PDF("application/pdf"),
    /** What stands where in the picture, for crosshairs; see {@link io.tradetracker.charts.json.ChartJson}. */
    JSON("application/json");

    private final String mediaType;

    ChartFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** {@return what a web server calls it, such as {@code "image/png"}} */
    public String mediaType() {
        return mediaType;
    }

    /** {@return how names of its files end, such as {@code "png"}} */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the format of that name, whatever its case}
     *
     * @throws ChartException when there is none
     */
    public static ChartFormat parse(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ChartException("there is no chart format '" + name + "'; there are "
                        + Arrays.stream(values()).map(ChartFormat::extension).collect(Collectors.joining(", "))));
    }
}
