package io.tradetracker.charts.encode;

import io.tradetracker.charts.ChartException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of files that a picture can be written as. */
public enum ImageFormat {
    /** Dots, without loss. */
    PNG("image/png"),
    /** Shapes and text for browsers; needs {@code org.apache.xmlgraphics:batik-svggen}. */
    SVG("image/svg+xml"),
    /** Shapes and text for print; needs {@code de.rototor.pdfbox:graphics2d}. */
    PDF("application/pdf");

    private final String mediaType;

    ImageFormat(String mediaType) {
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
    public static ImageFormat of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ChartException("there is no picture format '" + name + "'; there are "
                        + Arrays.stream(values()).map(ImageFormat::extension).collect(Collectors.joining(", "))));
    }
}
