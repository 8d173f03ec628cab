package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataCheckCommandTest {
    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("x.csv"), "time,open,high,low,close,volume\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void acceptsAFileThatOnlyHasGaps() throws IOException {
        CliRun run =
                CliRun.of("data", "check", file("2013-01-02,1,2,1,2,5", "2013-01-10,1,2,1,2,5"), "--timeframe", "1d");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("2 candles from 2013-01-02T00:00:00Z to 2013-01-10T00:00:00Z")
                .contains("Gaps: 1, 5 candles missing");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void listsBadLinesAndExitsWithOne() throws IOException {
        CliRun run =
                CliRun.of("data", "check", file("2013-01-02,1,2,1,2,5", "2013-01-02,1,2,1,2,5"), "--timeframe", "1d");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("line 3: has the time of the candle above")
                .contains("DUPLICATE_TIME: 1");
    }

    @Test
    void printsOneJsonObject() throws IOException {
        CliRun run = CliRun.of("data", "check", file("2013-01-02,1,2,1,2,5", "x"), "--timeframe", "1d", "--json");

        JsonNode json = JsonMappers.strict().readTree(run.out());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(json.get("good").booleanValue()).isFalse();
        assertThat(json.get("rows").intValue()).isEqualTo(2);
        assertThat(json.at("/problems/0/line").intValue()).isEqualTo(3);
        assertThat(json.at("/problems/0/code").textValue()).isEqualTo("MISSING_FIELD");
        assertThat(json.at("/gaps/longest").isNull()).isTrue();
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        assertThat(CliRun.line("data").exit()).isEqualTo(2);
        assertThat(CliRun.line("data check").exit()).isEqualTo(2);
        assertThat(CliRun.line("data check x.csv --timeframe 7x").err()).contains("timeframe '7x' must look like 1m");
        assertThat(CliRun.of("data", "check", folder, "--timeframe", "1d").err())
                .contains("is a folder");
    }
}
