package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatternsCommandTest {
    private static final String US500 = " --data ../data/files/us500-1d.csv --instrument US500 --timeframe 1d ";

    @TempDir
    Path folder;

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.exit()).as(run.err()).isZero();
        return JsonMappers.strict().readTree(run.out());
    }

    @Test
    void listsThem() throws IOException {
        assertThat(CliRun.line("patterns list").out())
                .contains("head_and_shoulders", "three_black_crows", "A high between two lower highs");
        JsonNode json = json(CliRun.line("patterns list --json"));
        assertThat(json.get("chartPatterns")).hasSize(28);
        assertThat(json.get("candlestickPatterns")).hasSize(61);
    }

    @Test
    void findsThem() throws IOException {
        CliRun run = CliRun.line("patterns find --last 100 --pattern gap-down,DOJI" + US500);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("2020-01-27T00:00:00Z  gap_down", "falling", "target 3211.82", "doji", "either")
                .doesNotContain("gap_up")
                .containsPattern("\\d+ patterns in 100 candles of US500");

        JsonNode json = json(CliRun.line("patterns find --pattern double_top --json" + US500));
        JsonNode first = json.at("/chartPatterns/0");
        assertThat(first.get("pattern").asText()).isEqualTo("double_top");
        assertThat(first.get("points")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(first.at("/points/0/price").isNumber()).isTrue();
        assertThat(json.get("candlestickPatterns")).isEmpty();
    }

    @Test
    void studiesThem() throws IOException {
        CliRun run = CliRun.line("patterns study" + US500);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("27 patterns judged over 5105 candles. None has an edge on these candles")
                .contains("Fewer than 20 trials: support_zone 18");

        JsonNode json = json(CliRun.line("patterns study --json --entry known --horizon 20 --pattern doji,gap_up"
                + " --pattern hammer --target 1.5 --min-trials 5 --false-discoveries 0.1 --draws 50 --seed 7" + US500));
        assertThat(json.at("/settings/entry").asText()).isEqualTo("WHEN_KNOWN");
        assertThat(json.at("/settings/draws").asInt()).isEqualTo(50);
        assertThat(json.get("patterns")).hasSize(3);
        assertThat(json.at("/patterns/1/pattern").asText()).isEqualTo("doji");
        assertThat(json.at("/patterns/1/trials").asInt())
                .as("a doji has no direction before it broke")
                .isZero();
        assertThat(json.at("/patterns/1/rate").isNull()).isTrue();
    }

    @Test
    void saysThatThereIsTooLittleToJudge() throws IOException {
        Path file = folder.resolve("short.csv");
        Files.writeString(file, "time,open,high,low,close,volume\n2024-01-01T00:00:00Z,1,2,1,2,5\n");

        CliRun run = CliRun.line("patterns study --instrument X --timeframe 1d --data " + file);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("Without a trial: 89 patterns", "0 patterns judged over 1 candles.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            patterns | a command is missing, such as: tradetracker patterns list
            patterns find --pattern dubble_top | there is no pattern 'dubble_top'; did you mean double_top?
            patterns study --pattern ,doji | there is no pattern ''
            patterns find --last 0 | --last 0 must be 1 or more
            patterns find --last x | --last
            patterns study --entry never | --entry never must be known or confirmed
            patterns study --horizon 0 | horizon 0 must be 1 to 10000
            patterns study --target 0 | target of belt_hold, 0.0 average true ranges, must be above 0
            patterns study --false-discoveries 1 | must be above 0 and below 1
            patterns study --draws 1 | draws 1 must be 20 to 10000
            """)
    void saysWhatIsWrong(String words, String complaint) {
        CliRun run = CliRun.line(words + (words.equals("patterns") ? "" : US500));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("tradetracker: ").contains(complaint);
    }
}
