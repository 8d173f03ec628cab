package io.tradetracker.charts.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.charts.ChartException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

final class ImageEncoderTest {
    private static final String HOSTILE = "<script>alert('&\"')</script> ]]>";

    /** A red square with a text. */
    public record Square(double scale) implements Picture {
        @Override
        public int width() {
            return 200;
        }

        @Override
        public int height() {
            return 100;
        }

        @Override
        public void paint(Graphics2D graphics) {
            graphics.setColor(Color.RED);
            graphics.fillRect(10, 10, 50, 50);
            graphics.drawString(HOSTILE, 5, 90);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,200,100", "1.5,300,150", "3,600,300"})
    void aPngHasAsManyDotsAsItsScaleAsksFor(double scale, int width, int height) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(ImageEncoder.encode(new Square(scale), ImageFormat.PNG)));

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(image.getRGB((int) (30 * scale), (int) (30 * scale))).isEqualTo(0xffff0000);
    }

    @Test
    void anSvgIsXmlWhateverIsWrittenInIt() throws Exception {
        byte[] svg = ImageEncoder.encode(new Square(2), ImageFormat.SVG);

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 200 100");
        assertThat(document.getElementsByTagName("text").item(0).getTextContent())
                .contains(HOSTILE);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void aPdfHasOnePageOfThePicturesSize() throws Exception {
        try (PDDocument document = Loader.loadPDF(ImageEncoder.encode(new Square(2), ImageFormat.PDF))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(150);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(75);
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalPicturesAreEqualFiles(ImageFormat format) {
        assertThat(ImageEncoder.encode(new Square(2), format)).isEqualTo(ImageEncoder.encode(new Square(2), format));
    }

    @ParameterizedTest
    @CsvSource({"SVG,org.apache.xmlgraphics:batik-svggen", "PDF,de.rototor.pdfbox:graphics2d"})
    void aLibraryThatIsMissingIsNamed(String format, String library) throws Exception {
        URL[] own = {
            ImageEncoder.class.getProtectionDomain().getCodeSource().getLocation(),
            Square.class.getProtectionDomain().getCodeSource().getLocation(),
            TradeTrackerException.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader alone = new URLClassLoader(own, ClassLoader.getPlatformClassLoader())) {
            Class<?> encoder = alone.loadClass(ImageEncoder.class.getName());
            Class<?> picture = alone.loadClass(Picture.class.getName());
            Class<?> formats = alone.loadClass(ImageFormat.class.getName());
            Object square = alone.loadClass(Square.class.getName())
                    .getConstructor(double.class)
                    .newInstance(1.0);
            Object wanted = formats.getMethod("valueOf", String.class).invoke(null, format);

            assertThatThrownBy(
                            () -> encoder.getMethod("encode", picture, formats).invoke(null, square, wanted))
                    .isInstanceOf(InvocationTargetException.class)
                    .rootCause()
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(
                            () -> encoder.getMethod("encode", picture, formats).invoke(null, square, wanted))
                    .cause()
                    .hasMessageContaining(library);
        }
    }

    @Test
    void aFormatThatIsNotThereIsNamedWithThoseThatAre() {
        assertThat(ImageFormat.of(" svg ")).isEqualTo(ImageFormat.SVG);
        assertThatThrownBy(() -> ImageFormat.of("gif"))
                .isInstanceOf(ChartException.class)
                .hasMessage("there is no picture format 'gif'; there are png, svg, pdf");
    }
}
