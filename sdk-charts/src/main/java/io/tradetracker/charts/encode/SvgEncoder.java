package io.tradetracker.charts.encode;

import io.tradetracker.charts.ChartError;
import io.tradetracker.charts.ChartException;
import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes SVG 1.1; text stays text. */
final class SvgEncoder {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private SvgEncoder() {}

    static byte[] encode(Picture picture) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment(null);
            context.setPrecision(6);
            SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            graphics.setSVGCanvasSize(new Dimension(picture.width(), picture.height()));
            picture.paint(graphics);
            Element root = graphics.getRoot();
            root.setAttribute("viewBox", "0 0 " + picture.width() + " " + picture.height());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
                graphics.stream(root, writer, false, false);
            }
            return bytes.toByteArray();
        } catch (IOException | ParserConfigurationException failed) {
            throw new ChartException(
                    ChartError.NOT_WRITTEN, "the picture could not be written as SVG: " + failed.getMessage(), failed);
        }
    }
}
