package io.tradetracker.plugins.rsireversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.plugins.rsireversion.RsiReversion.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RsiReversionTest {
    private static final StrategySpec SPEC =
            new RsiReversionProvider().strategies().getFirst();

    @Test
    void offersItsParametersInTheOrderOfTheRecord() {
        assertThat(SPEC.id()).isEqualTo("rsi-reversion");
        assertThat(SPEC.parameters())
                .extracting(ParameterSpec::name)
                .containsExactly("period", "oversold", "overbought", "exitLevel", "atrPeriod", "stopAtr", "allowShort");
    }

    @ParameterizedTest
    @CsvSource({"50, 70, 50", "30, 50, 50", "60, 70, 50", "30, 40, 50"})
    void refusesLevelsThatDoNotRise(double oversold, double overbought, double exitLevel) {
        assertThatThrownBy(() -> new Parameters(14, oversold, overbought, exitLevel, 14, 3, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("oversold < exitLevel < overbought must hold");
    }

    @Test
    void takesLevelsThatRise() {
        assertThat(new Parameters(14, 30, 70, 50, 14, 3, false).exitLevel()).isEqualTo(50);
    }
}
