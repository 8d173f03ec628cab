package io.tradetracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ManualClockTest {
    private final ManualClock clock = ManualClock.at("2024-01-31T09:30:00Z");

    @Test
    void standsStill() {
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2024-01-31T09:30:00Z");
    }

    @Test
    void advancesByAStep() {
        Instant shown = clock.advance(Duration.ofMinutes(5));

        assertThat(shown).isEqualTo(clock.instant()).isEqualTo("2024-01-31T09:35:00Z");
    }

    @Test
    void canBeSetBack() {
        clock.set(Instant.EPOCH);

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void refusesToAdvanceBackwards() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-1S");
        assertThat(clock.instant()).isEqualTo("2024-01-31T09:30:00Z");
    }
}
