package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SweepCommandTest {
    private static final String START =
            "sweep --strategy sma-cross --data ../data/files/us500-1d.csv --instrument US500"
                    + " --timeframe 1d --plugins ";

    @TempDir
    static Path plugins;

    @TempDir
    Path folder;

    @BeforeAll
    static void packPlugins() {
        PluginJars.all(plugins);
    }

    private static CliRun sweep(String words) {
        return CliRun.line(START + plugins + " " + words);
    }

    @Test
    void listsTheBestAsJson() throws IOException {
        CliRun run = sweep("--set fast=5..50:5 --set slow=20..200:10 --holdout 30% --top 3 --json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("16 of 190 combinations could not run", "fast must be below slow");
        JsonNode json = JsonMappers.strict().readTree(run.out());
        assertThat(json.get("combinations").asInt()).isEqualTo(190);
        assertThat(json.get("faults").asInt()).isEqualTo(16);
        assertThat(json.get("top")).hasSize(3);
        assertThat(json.at("/top/0/parameters/fast").asText()).isEqualTo("50");
        assertThat(json.at("/top/0/heldOut/returnPercent").isNumber()).isTrue();
    }

    @Test
    void keepsOrderRulesInEachRun() throws IOException {
        CliRun free = sweep("--set fast=5,10 slow=30 --json");
        CliRun limited = sweep("--set fast=5,10 slow=30 --max-position 0.5 --json");

        JsonNode json = JsonMappers.strict().readTree(limited.out());
        assertThat(JsonMappers.strict().readTree(free.out()).get("orderRules")).isEmpty();
        assertThat(json.get("orderRules").toString()).isEqualTo("{\"maxPosition\":0.5}");
        assertThat(json.at("/top/0/roundTrips").asInt()).isZero();
        assertThat(sweep("--set fast=5,10 slow=30 --max-drawdown 0").err())
                .contains("--max-drawdown 0 must be a number above zero and at most 100");
    }

    @Test
    void isTheSameForAnyNumberOfThreads() {
        String words = "--set fast=5..20:5 slow=30,60 --rank returnPercent --json --threads ";

        assertThat(sweep(words + 1).out()).isEqualTo(sweep(words + 3).out());
    }

    @Test
    void writesEveryCombinationAndThePicture() throws IOException {
        Path csv = folder.resolve("sweep.csv");
        Path picture = folder.resolve("sweep.svg");

        CliRun run = sweep("--set fast=5,10 slow=10,30,60 allowShort=false --csv " + csv + " --surface " + picture);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("6 combinations, ranked by Sharpe ratio").contains("{fast=");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(7);
        assertThat(lines.getFirst())
                .startsWith("fast,slow,allowShort,finalEquity,")
                .endsWith(",fault");
        assertThat(lines.get(4)).contains("\"strategy").contains("fast must be below slow");
        assertThat(Files.readString(picture)).startsWith("<svg ").contains("Sharpe ratio by fast and slow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set fast=5..x | --set: 'fast=5..x'",
                "--set fst=5 | has no parameter fst; there is fast, slow, allowShort",
                "--set fast=5,6 --rank foo | --rank foo must be one of",
                "--set fast=5,6 --holdout 99% | --holdout 99% must be 0% to 90%",
                "--set fast=5,6 --holdout x | --holdout x must be 0% to 90%",
                "--set fast=5,6 --surface x.svg | --surface needs two parameters",
                "--set fast=5,6 --threads 0 | --threads 1 to 1024",
                "--set fast=5,6 fast=7 | parameter fast is swept twice",
                "--set fast=5,6 --csv no/such/folder/x.csv | no/such/folder"
            })
    void saysWhatIsWrong(String words, String message) {
        CliRun run = sweep(words);

        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }
}
