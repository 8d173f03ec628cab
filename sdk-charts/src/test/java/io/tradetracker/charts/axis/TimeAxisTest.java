package io.tradetracker.charts.axis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.charts.ChartText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeAxisTest {
    private static List<Tick> ticks(String from, Duration step, int columns, double stepX, ZoneId zone, Locale locale) {
        long start = Instant.parse(from).toEpochMilli();
        return new TimeAxis(new ChartText("", locale, zone, -1))
                .ticks(
                        columns,
                        i -> start + step.toMillis() * i,
                        i -> stepX * (i + 0.5),
                        label -> 7.0 * label.length(),
                        new ValueRange(0, columns * stepX));
    }

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    @Test
    void yearsAndMonthsAreLabelledWhereTheyBegin() {
        List<Tick> ticks = ticks("2025-11-15T00:00:00Z", Duration.ofDays(1), 120, 4, ZoneOffset.UTC, Locale.ENGLISH);

        assertThat(labels(ticks)).containsSubsequence("Dec", "2026", "Feb", "Mar");
        assertThat(ticks.stream().filter(Tick::major).map(Tick::label)).contains("2026");
        assertThat(ticks.stream()
                        .filter(tick -> tick.label().equals("2026"))
                        .findFirst()
                        .orElseThrow()
                        .at())
                .isEqualTo(4 * 47.5);
    }

    @Test
    void hoursAreThoseOfTheZone() {
        List<Tick> ticks = ticks(
                "2026-03-02T03:00:00Z", Duration.ofMinutes(30), 40, 30, ZoneId.of("Asia/Kolkata"), Locale.ENGLISH);

        assertThat(labels(ticks)).contains("12:00", "18:00", "3");
        assertThat(ticks.stream().filter(Tick::major).map(Tick::label)).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-08T00:00:00Z", "2026-11-01T00:00:00Z"})
    void daysOfTwentyThreeAndTwentyFiveHoursAreLabelledOnce(String from) {
        List<Tick> ticks = ticks(from, Duration.ofHours(1), 72, 40, ZoneId.of("America/New_York"), Locale.ENGLISH);

        assertThat(ticks.stream().filter(Tick::major)).hasSize(3);
        assertThat(ticks).isSortedAccordingTo((a, b) -> Double.compare(a.at(), b.at()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ja", "ar-EG", "hi-IN-u-nu-deva"})
    void labelsNeverTouch(String language) {
        for (int minutes : new int[] {1, 5, 45, 60, 240, 1440, 10080, 43200}) {
            for (double stepX : new double[] {1, 3.7, 12, 50}) {
                List<Tick> ticks = ticks(
                        "2024-02-27T21:13:00Z",
                        Duration.ofMinutes(minutes),
                        400,
                        stepX,
                        ZoneId.of("Europe/Berlin"),
                        Locale.forLanguageTag(language));
                assertThat(ticks).as("%s minutes, %s px", minutes, stepX).isNotEmpty();
                for (int i = 1; i < ticks.size(); i++) {
                    double right = ticks.get(i - 1).at()
                            + 3.5 * ticks.get(i - 1).label().length();
                    double left = ticks.get(i).at() - 3.5 * ticks.get(i).label().length();
                    assertThat(left - right).isGreaterThan(10);
                }
            }
        }
    }

    @Test
    void noColumnAndOneColumnHaveNoLabel() {
        assertThat(ticks("2026-03-02T00:00:00Z", Duration.ofDays(1), 1, 50, ZoneOffset.UTC, Locale.ENGLISH))
                .isEmpty();
    }
}
