package io.tradetracker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AllocationTest {
    private byte @Nullable [] kept;

    @Test
    void countsWhatEveryRoundAllocates() {
        long bytes = Allocation.leastBytes(5, () -> kept = new byte[1_000]);

        assertThat(bytes).isGreaterThanOrEqualTo(1_000);
        assertThat(kept).hasSize(1_000);
    }

    @Test
    void leavesOutWhatOneRoundAllocates() {
        AtomicInteger round = new AtomicInteger();

        long bytes = Allocation.leastBytes(5, () -> kept = round.incrementAndGet() == 3 ? new byte[1_000] : kept);

        assertThat(bytes).isLessThan(1_000);
    }

    @Test
    void refusesASingleRound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.leastBytes(1, () -> {}))
                .withMessage("rounds 1 must be 2 or more");
    }
}
