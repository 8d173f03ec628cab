package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is common to all commands. */
final class CommandLineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            abc    | 'abc' is no number; write a plain decimal such as 10000 or 0.5
            10,000 | '10,000' is no number; write a plain decimal such as 10000 or 0.5, with a point and no commas
            100d   | '100d' is no number
            0x1p3  | '0x1p3' is no number
            NaN    | 'NaN' is no number
            1e400  | '1e400' is too large; write a plain decimal such as 10000
            """)
    void saysWhatANumberLooksLike(String cash, String message) {
        CliRun run = CliRun.line("backtest --strategy x --data x --instrument X --timeframe 1d --cash " + cash);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("Invalid value for option '--cash': " + message);
    }

    @Test
    void readsPlainDecimals() {
        assertThat(Decimal.parse("10000")).isEqualTo(10_000);
        assertThat(Decimal.parse("+.5")).isEqualTo(0.5);
        assertThat(Decimal.parse("1e4")).isEqualTo(10_000);
    }

    @Test
    void refusesAFileThatIsNamedLikeAFolder() {
        CliRun run = CliRun.of(
                "backtest",
                "--strategy",
                "x",
                "--data",
                "x",
                "--instrument",
                "X",
                "--timeframe",
                "1d",
                "--fills",
                folder + "/new/");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no folder '" + folder + "/new/'; for a file leave the last slash out");
    }

    @Test
    void takesAFolderWithASlash() throws IOException {
        PluginJars.smaCross(folder, "sma-cross.jar");

        assertThat(CliRun.of("strategies", "--plugins", folder + "/").exit()).isZero();
    }

    @Test
    void listsTheIndicators() throws IOException {
        assertThat(CliRun.line("indicators").out())
                .contains("momentum\n", "  macd  ", "(fast 12, slow 26, signal 9)", "  morning_star ");

        JsonNode list = JsonMappers.strict()
                .readTree(CliRun.line("indicators --json").out())
                .get("indicators");

        assertThat(list.size()).isEqualTo(IndicatorCatalogue.all().size());
        assertThat(list.get(0).get("id").asText()).isEqualTo("sma");
        assertThat(list.get(0).at("/parameters/0/default").asDouble()).isEqualTo(20);
        assertThat(list.get(0).at("/outputs/0/colour").asText()).startsWith("#");
    }

    @Test
    void helps() {
        assertThat(CliRun.line("help").out()).contains("backtest", "strategies", "data", "help");
        assertThat(CliRun.line("help backtest")).isEqualTo(CliRun.line("backtest --help"));
        assertThat(CliRun.line("data check --help").out()).contains("tradetracker data check us500-1d.csv");
    }

    @ParameterizedTest
    @CsvSource({"tr", "sv", "et", "zh"})
    void helpsInOneOrderInEveryLanguage(String language) {
        String expected = CliRun.line("backtest --help").out();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of(language));
            assertThat(CliRun.line("backtest --help").out()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void listsTheGoodStrategiesBesideABadJar() throws IOException {
        PluginJars.smaCross(folder, "sma-cross.jar");
        Files.writeString(folder.resolve("bad.jar"), "no jar");

        CliRun run = CliRun.of("strategies", "--plugins", folder);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).startsWith("sma-cross (");
        assertThat(run.err())
                .startsWith("tradetracker: cannot use bad.jar: it is no readable jar")
                .hasLineCount(1);
    }

    @Test
    void saysWhenTheTimeframeIsTooShortForAFile() throws IOException {
        Path days = Files.writeString(
                folder.resolve("x.csv"),
                "time,open,high,low,close,volume\n2013-01-01,1,1,1,1,1\n2013-01-02,1,1,1,1,1\n2013-01-03,1,1,1,1,1\n");

        assertThat(CliRun.of("data", "check", days, "--timeframe", "1h").out())
                .contains("\nLook: the timeframe is H1, but no two candles are closer than D1; is it D1?\n");
        assertThat(CliRun.of("data", "check", days, "--timeframe", "1d", "--json")
                        .out())
                .contains("\"suspiciousTimeframe\" : null");
    }
}
