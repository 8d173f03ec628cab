package io.tradetracker.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.data.DataReport.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataReportTest {
    @TempDir
    Path folder;

    private DataReport check(Timeframe timeframe, String... lines) throws IOException {
        Path file = folder.resolve("x.csv");
        Files.writeString(file, "time,open,high,low,close,volume\n" + String.join("\n", lines));
        return CandleCsv.check(file, timeframe);
    }

    private static String day(String date) {
        return date + ",10,12,9,11,100";
    }

    @Test
    void findsNothingInAGoodFile() throws IOException {
        DataReport report = check(Timeframe.D1, day("2013-01-02"), day("2013-01-03"));

        assertThat(report.isGood()).isTrue();
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.first()).isEqualTo(Instant.parse("2013-01-02T00:00:00Z"));
        assertThat(report.last()).isEqualTo(Instant.parse("2013-01-03T00:00:00Z"));
        assertThat(report.gaps()).isEqualTo(new DataReport.Gaps(0, 0, null, List.of()));
    }

    @Test
    void countsEveryProblemByKind() throws IOException {
        DataReport report = check(
                Timeframe.D1, day("2013-01-02"), day("2013-01-02"), "x", day("2013-01-01"), "y", day("2013-01-03"));

        assertThat(report.isGood()).isFalse();
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.problemCount()).isEqualTo(4);
        assertThat(report.problemCounts())
                .isEqualTo(Map.of(DataError.DUPLICATE_TIME, 1L, DataError.UNSORTED, 1L, DataError.MISSING_FIELD, 2L));
        assertThat(report.problems()).extracting(DataReport.Problem::line).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void keepsTwentyProblemsOfMany() throws IOException {
        DataReport report = check(Timeframe.D1, "x\n".repeat(1000));

        assertThat(report.problems()).hasSize(20);
        assertThat(report.problemCount()).isEqualTo(1000);
        assertThat(report.first()).isNull();
    }

    @Test
    void findsGapsOfMinutes() throws IOException {
        DataReport report = check(
                Timeframe.M1,
                day("2013-01-02T10:00:00Z"),
                day("2013-01-02T10:02:00Z"),
                day("2013-01-02T10:03:00Z"),
                day("2013-01-02T10:10:00Z"));

        Gap longest = new Gap(Instant.parse("2013-01-02T10:03:00Z"), Instant.parse("2013-01-02T10:10:00Z"), 6);
        assertThat(report.gaps().count()).isEqualTo(2);
        assertThat(report.gaps().missing()).isEqualTo(7);
        assertThat(report.gaps().longest()).isEqualTo(longest);
        assertThat(report.gaps().first()).hasSize(2).contains(longest);
    }

    @Test
    void countsNoWeekendsWhenTheFileHasNone() throws IOException {
        DataReport report = check(Timeframe.D1, day("2013-01-04"), day("2013-01-07"), day("2013-01-22"));

        assertThat(report.gaps().count()).isEqualTo(1);
        assertThat(report.gaps().missing())
                .as("8th to 21st are 10 working days")
                .isEqualTo(10);
    }

    @Test
    void countsWeekendsWhenTheFileHasSome() throws IOException {
        DataReport report = check(Timeframe.D1, day("2013-01-04"), day("2013-01-07"), day("2013-01-12"));

        assertThat(report.gaps().missing()).isEqualTo(2 + 4);
    }

    @Test
    void findsZeroVolumesAndOutliers() throws IOException {
        String lines = IntStream.range(0, 300)
                .mapToObj(i -> LocalDate.of(2013, 1, 1).plusDays(i) + ","
                        + (i == 200 ? "1000,1000,1000,1000,0" : "10,11,9," + (10 + i % 2) + ",5"))
                .collect(Collectors.joining("\n"));

        DataReport report = check(Timeframe.D1, lines);

        assertThat(report.zeroVolumes()).isEqualTo(1);
        assertThat(report.outliers())
                .containsExactly(Instant.parse("2013-07-20T00:00:00Z"), Instant.parse("2013-07-21T00:00:00Z"));
    }

    @Test
    void throwsWhenThereIsNothingToCheck() {
        assertThatThrownBy(() -> check(Timeframe.D1)).hasMessageContaining("no candles below it");
        assertThatThrownBy(() -> CandleCsv.check(folder.resolve("none"), Timeframe.D1))
                .hasMessageContaining("there is no file");
    }
}
