package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.json.JsonMappers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartCommandTest {
    private static final String US500 = "chart --data ../data/files/us500-1d.csv --instrument US500 --timeframe 1d ";

    @TempDir
    Path folder;

    @Test
    void drawsEveryFormat() throws IOException {
        String words = US500 + "--last 300 --indicator sma(20) --indicator rsi --volume overlay --pattern all"
                + " --theme dark --size 800x500@2 --title Daily --zone Europe/Berlin --locale de --out ";
        for (String format : new String[] {"png", "svg", "pdf", "json"}) {
            Path file = folder.resolve("chart." + format);
            CliRun run = CliRun.line(words + file);
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(Files.size(file)).isGreaterThan(10_000);
        }
        BufferedImage image = ImageIO.read(folder.resolve("chart.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(Files.readString(folder.resolve("chart.svg"))).contains("<svg", "Daily");
        assertThat(new String(Files.readAllBytes(folder.resolve("chart.pdf")), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        JsonNode json =
                JsonMappers.strict().readTree(folder.resolve("chart.json").toFile());
        assertThat(json.at("/columns/time")).hasSize(300);
        assertThat(json.get("panes")).hasSize(2);
    }

    @Test
    void comparesInstruments() {
        Path file = folder.resolve("both.png");
        CliRun run = CliRun.line(US500 + "--data ../data/files/aapl-1d.csv --instrument AAPL --scale percent"
                + " --type line --last 250 --out " + file);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(file).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --out chart | must end in .png, .svg, .pdf or .json
            --out chart.gif | must end in .png, .svg, .pdf or .json
            --out no/such/chart.png | there is no folder
            --last 0 --out chart.png | --last 0 must be 1 or more
            --indicator smaa --out chart.png | there is no indicator 'smaa'
            --indicator sma(0) --out chart.png | indicator sma
            --pattern tops --out chart.png | there is no chart pattern 'tops'
            --volume on --out chart.png | --volume on must be none, overlay or pane
            --type kagi --out chart.png | there is no chart type 'kagi'
            --scale logg --out chart.png | there is no scale 'logg'
            --theme pink --out chart.png | there is no theme 'pink'
            --size 10x10 --out chart.png | must be 120 to 8192 pixels wide
            --zone Mars --out chart.png | --zone Mars is no time zone
            --locale ! --out chart.png | --locale ! must be a language tag
            """)
    void saysWhatIsWrong(String words, String complaint) {
        CliRun run = CliRun.line(US500 + words);

        assertThat(run.exit()).as(run.err()).isIn(1, 2);
        assertThat(run.err()).startsWith("tradetracker: ").contains(complaint);
        assertThat(Path.of("chart.png")).doesNotExist();
    }

    @Test
    void saysWhatDoesNotFitTheCandles() throws IOException {
        Path file = folder.resolve("zero.csv");
        Files.writeString(file, """
                time,open,high,low,close,volume
                2024-01-01T00:00:00Z,1,2,0,1,5
                2024-01-02T00:00:00Z,1,2,0,1,5
                """);
        CliRun run = CliRun.line(
                "chart --instrument X --timeframe 1d --scale log --out " + folder.resolve("x.png") + " --data " + file);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("log scale");
        assertThat(folder.resolve("x.png")).doesNotExist();
    }
}
