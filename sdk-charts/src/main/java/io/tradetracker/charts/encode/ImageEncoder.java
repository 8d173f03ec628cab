package io.tradetracker.charts.encode;

import io.tradetracker.charts.ChartError;
import io.tradetracker.charts.ChartException;

/** Makes the bytes of a file of a picture. */
public final class ImageEncoder {
    private ImageEncoder() {}

    /**
     * {@return the bytes of a file: equal for equal pictures, on one machine}
     *
     * @throws ChartException when a library that the format needs is not on the class path
     */
    public static byte[] encode(Picture picture, ImageFormat format) {
        return switch (format) {
            case PNG -> PngEncoder.encode(picture);
            case SVG -> needing("org.apache.xmlgraphics:batik-svggen", format, () -> SvgEncoder.encode(picture));
            case PDF -> needing("de.rototor.pdfbox:graphics2d", format, () -> PdfEncoder.encode(picture));
        };
    }

    private static byte[] needing(String library, ImageFormat format, Encoding encoding) {
        try {
            return encoding.encode();
        } catch (NoClassDefFoundError missing) {
            throw new ChartException(
                    ChartError.NO_LIBRARY,
                    "a picture as " + format + " needs the library " + library + ": add it to your dependencies",
                    missing);
        }
    }

    private interface Encoding {
        byte[] encode();
    }
}
