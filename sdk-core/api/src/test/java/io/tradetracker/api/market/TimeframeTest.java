package io.tradetracker.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeframeTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    M1,  PT1M
                    5m,  PT5M
                    m15, PT15M
                    m30, PT30M
                    M5,  PT5M
                    H1,  PT1H
                    4h,  PT4H
                    1d,  PT24H
                    D1,  PT24H
                    ' 1w ', PT168H
                    30s, PT30S
                    90m, PT1H30M
                    MS500, PT0.5S
                    250ms, PT0.25S
                    """)
    void readsBothForms(String text, Duration expected) {
        assertThat(Timeframe.parse(text)).isEqualTo(Timeframe.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "d",
                "1",
                "0d",
                "1x",
                "x1",
                "1dd",
                "d1d",
                "-1d",
                "1.5h",
                "1 d",
                "m5m",
                "١d",
                "1\u212a",
                "99999999999999999999d",
                "9999999999999w",
                "1mo",
                "1M",
                "30M",
                "null"
            })
    void refusesWhatIsNoTimeframe(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeframe.parse(text))
                .withMessageStartingWith("timeframe ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1M   | timeframe '1M' could be months, which have no fixed length; for minutes write 1m
                    0d   | timeframe '0d' must be above zero and at most 100 years
                    9000w | timeframe '9000w' must be above zero and at most 100 years
                    1x   | timeframe '1x' must look like 1m, 5m, 1h, 4h, 1d or 1w
                    """)
    void showsWhatWasTyped(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeframe.parse(text))
                .withMessage(message);
    }

    @Test
    void refusesLengthsThatNoCandleHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> Timeframe.of(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Timeframe.of(Duration.ofDays(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Timeframe.of(Duration.ofNanos(1_500_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> Timeframe.of(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatItWrites(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            long unit = new long[] {1, 1_000, 60_000, 3_600_000, 86_400_000}[random.nextInt(5)];
            Timeframe timeframe = Timeframe.of(Duration.ofMillis(unit * (1 + random.nextInt(36_500))));

            assertThat(Timeframe.parse(timeframe.toString()))
                    .as("seed %d, %s", seed, timeframe.duration())
                    .isEqualTo(timeframe);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void opensAtOrBeforeEveryMomentInIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Timeframe timeframe = Timeframe.of(Duration.ofSeconds(1 + random.nextInt(2_000_000)));
            long moment = random.nextLong(-4_000_000_000_000L, 4_000_000_000_000L);
            long open = timeframe.openOf(moment);

            assertThat(open)
                    .as("seed %d, %s at %d", seed, timeframe, moment)
                    .isLessThanOrEqualTo(moment)
                    .isGreaterThan(moment - timeframe.millis());
            assertThat(timeframe.openOf(open)).isEqualTo(open);
            assertThat(timeframe.openOf(open + timeframe.millis() - 1)).isEqualTo(open);
        }
    }

    @Test
    void opensDaysAtMidnightAndWeeksOnMonday() {
        Instant wednesday = Instant.parse("2020-04-15T13:14:15.167Z");

        assertThat(Timeframe.D1.openOf(wednesday)).isEqualTo("2020-04-15T00:00:00Z");
        assertThat(Timeframe.W1.openOf(wednesday)).isEqualTo("2020-04-13T00:00:00Z");
        assertThat(Timeframe.W1.openOf(Instant.EPOCH).atOffset(ZoneOffset.UTC).getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void knowsWhichFitsIntoWhich() {
        assertThat(Timeframe.H1.isMultipleOf(Timeframe.M5)).isTrue();
        assertThat(Timeframe.M5.isMultipleOf(Timeframe.H1)).isFalse();
        assertThat(Timeframe.H4.isMultipleOf(Timeframe.parse("90m"))).isFalse();
        assertThat(Timeframe.M5).isLessThan(Timeframe.M15);
    }
}
