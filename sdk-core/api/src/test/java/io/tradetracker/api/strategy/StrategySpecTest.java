package io.tradetracker.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradetracker.api.parameter.ParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrategySpecTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "9a", "Sma", "sma cross", "sma_cross", "../x", "smä", "sma\n"})
    void refusesIdsThatCannotBeTyped(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StrategySpec(id, "n", "s", List.of()));
    }

    @Test
    void takesAnIdOf64Letters() {
        assertThat(new StrategySpec("a".repeat(64), "n", "s", List.of()).id()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new StrategySpec("a".repeat(65), "n", "s", List.of()));
    }

    @Test
    void refusesAParameterThatIsListedTwice() {
        ParameterSpec fast = ParameterSpec.integer("fast", 10, 1, 500);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StrategySpec("sma", "n", "s", List.of(fast, fast)))
                .withMessage("strategy sma lists parameter fast twice");
    }
}
