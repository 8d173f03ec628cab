package io.tradetracker.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which line is blamed when times do not fit together. */
final class FaultyTimesTest {
    @TempDir
    Path folder;

    private DataReport check(Timeframe timeframe, String... times) throws IOException {
        String lines = Arrays.stream(times).map(time -> time + ",1,4,1,2,10\n").collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve("x.csv"), "time,open,high,low,close,volume\n" + lines);
        return CandleCsv.check(file, timeframe);
    }

    @Test
    void blamesTheOneDateThatIsTooLate() throws IOException {
        DataReport report = check(Timeframe.D1, "2013-01-01", "2090-01-02", "2013-01-03", "2013-01-04", "2013-01-05");

        assertThat(report.problems())
                .singleElement()
                .hasToString("line 3: time 2090-01-02T00:00:00Z is after the candles below, the next is "
                        + "2013-01-03T00:00:00Z; correct it (UNSORTED)");
        assertThat(report.gaps().missing()).isEqualTo(1);
    }

    @Test
    void blamesTheOneDateThatIsTooEarly() throws IOException {
        DataReport report = check(Timeframe.D1, "2013-01-01", "2013-01-02", "2012-01-03", "2013-01-04");

        assertThat(report.problems())
                .singleElement()
                .asString()
                .startsWith("line 4: time 2012-01-03T00:00:00Z is before the candle above, 2013-01-02T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-01-01 2013-01-09 2013-01-02", "2090-01-01 2013-01-02 2013-01-03 2013-01-04"})
    void blamesALateDateAtEitherEnd(String times) throws IOException {
        DataReport report = check(Timeframe.D1, times.split(" "));

        assertThat(report.problems()).singleElement().asString().contains("is after the candles below");
    }

    @Test
    void blamesEveryLineButTheFirstOfAFileThatIsUpsideDown() throws IOException {
        DataReport report = check(Timeframe.D1, "2013-01-04", "2013-01-03", "2013-01-02", "2013-01-01");

        assertThat(report.problems()).extracting(DataReport.Problem::line).containsExactly(3L, 4L, 5L);
        assertThat(report.problems()).allMatch(problem -> problem.message().endsWith("sort oldest first"));
    }

    @Test
    void tellsSecondsBelowMillisecondsFromMillisecondsNear1970() throws IOException {
        assertThat(check(Timeframe.D1, "1577836800000", "1577923200").problems())
                .singleElement()
                .asString()
                .contains("line 3: time '1577923200' is seconds since 1970, but the lines above have milliseconds");
        assertThat(check(Timeframe.D1, "-157766400000", "0", "86400000").problems())
                .isEmpty();
    }

    @Test
    void refusesToGuessWhetherTimesNear1970AreMilliseconds() throws IOException {
        assertThat(check(Timeframe.D1, "0", "86400000", "172800000").problems())
                .singleElement()
                .hasToString("line 3: time 86400000 could be seconds or milliseconds since 1970; write times like "
                        + "1970-01-02T00:00:00Z (MALFORMED_TIME)");
        assertThat(check(Timeframe.M1, "0", "60000").problems()).hasSize(1);
        assertThat(check(Timeframe.D1, "0", "86400", "172800").problems()).isEmpty();
    }

    @Test
    void saysWhenNoTwoCandlesAreAsCloseAsTheTimeframe() throws IOException {
        assertThat(check(Timeframe.H1, "2013-01-01", "2013-01-02", "2013-01-03").suspiciousTimeframe())
                .contains("the timeframe is H1, but no two candles are closer than D1; is it D1?");
        assertThat(check(Timeframe.D1, "2013-01-01", "2013-01-05", "2013-01-06").suspiciousTimeframe())
                .isEmpty();
        assertThat(check(Timeframe.D1, "2013-01-01", "2013-01-09").suspiciousTimeframe())
                .isEmpty();
    }
}
