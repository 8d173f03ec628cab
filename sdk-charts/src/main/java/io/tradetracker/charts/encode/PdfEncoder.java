package io.tradetracker.charts.encode;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import io.tradetracker.charts.ChartError;
import io.tradetracker.charts.ChartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Writes PDF: one page as large as the picture, text as shapes, so that it looks the same everywhere. */
final class PdfEncoder {
    /** There are 72 points and 96 pixels in an inch. */
    private static final float POINTS = 0.75f;

    private PdfEncoder() {}

    static byte[] encode(Picture picture) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            PDPage page = new PDPage(new PDRectangle(picture.width() * POINTS, picture.height() * POINTS));
            document.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, picture.width(), picture.height());
            try {
                picture.paint(graphics);
            } finally {
                graphics.dispose();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(POINTS, POINTS));
                content.drawForm(graphics.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new ChartException(
                    ChartError.NOT_WRITTEN, "the picture could not be written as PDF: " + failed.getMessage(), failed);
        }
    }
}
