package io.tradetracker.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionSizeTest {
    @Test
    void readsEachForm() {
        assertThat(PositionSize.parse("units:1")).isEqualTo(PositionSize.units(1));
        assertThat(PositionSize.parse(" cash:all ")).isEqualTo(PositionSize.allCash());
        assertThat(PositionSize.parse("cash:5000")).isEqualTo(PositionSize.cash(5000));
        assertThat(PositionSize.parse("percent:12.5")).isEqualTo(PositionSize.percentOfEquity(12.5));
        assertThat(PositionSize.parse("risk:1e-1")).isEqualTo(PositionSize.riskPercent(0.1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "units",
                "units:",
                "units:x",
                "units:0",
                "units:-1",
                "units:NaN",
                "units:Infinity",
                "units:1e400",
                "units:1:2",
                "units: 1",
                "units:1d",
                "units:0x1p3",
                "cash:0",
                "cash:",
                "percent:all",
                "UNITS:1",
                "shares:1",
                "units:"
            })
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PositionSize.parse(text))
                .withMessageStartingWith("size ");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatItWrites(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            PositionSize size = PositionSize.riskPercent(Math.exp(random.nextDouble(-30, 30)));

            assertThat(PositionSize.parse(size.toString())).as("seed %d", seed).isEqualTo(size);
        }
    }
}
