package io.tradetracker.samples.benchmarks.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Round trips and figures of other engines, made again. */
final class ReproductionTest {
    private static final Path KEPT = Path.of("..", "..", "docs", "evidence", "reproduction.md");

    static Stream<Scenario> scenarios() {
        return Scenarios.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void agrees(Scenario scenario) {
        Comparison comparison = Comparison.of(scenario);

        assertThat(comparison).matches(Comparison::agrees);
    }

    @Test
    void theKeptPageIsThatOfToday() throws IOException {
        String page = ReproductionPage.toMarkdown();
        if (Boolean.getBoolean("evidence.update")) {
            Files.writeString(KEPT, page);
        }

        assertThat(Files.readString(KEPT)).isEqualTo(page);
    }

    @Test
    void aTripAtAnotherPriceOrTimeOrSideIsNotEqual() {
        Instant time = Instant.EPOCH;
        Trip trip = new Trip(time, time.plusSeconds(60), "LONG", 100, 101);

        assertThat(trip.agreesWith(new Trip(time, time.plusSeconds(60), "LONG", 100 + 1e-8, 101)))
                .isTrue();
        assertThat(trip.agreesWith(new Trip(time, time.plusSeconds(60), "LONG", 100.000001, 101)))
                .isFalse();
        assertThat(trip.agreesWith(new Trip(time, time.plusSeconds(61), "LONG", 100, 101)))
                .isFalse();
        assertThat(trip.agreesWith(new Trip(time, time.plusSeconds(60), "SHORT", 100, 101)))
                .isFalse();
    }
}
