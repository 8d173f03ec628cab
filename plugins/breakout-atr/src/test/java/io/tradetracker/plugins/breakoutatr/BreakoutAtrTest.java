package io.tradetracker.plugins.breakoutatr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.StrategySpec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreakoutAtrTest {
    private static final StrategySpec SPEC =
            new BreakoutAtrProvider().strategies().getFirst();

    @Test
    void offersItsParametersInTheOrderOfTheRecord() {
        assertThat(SPEC.id()).isEqualTo("breakout-atr");
        assertThat(SPEC.parameters())
                .extracting(ParameterSpec::name)
                .containsExactly("channel", "atrPeriod", "stopAtr", "trailAtr", "targetR", "allowShort");
    }

    @ParameterizedTest
    @CsvSource({"channel, 0", "channel, 501", "atrPeriod, 0", "stopAtr, 0", "trailAtr, 51", "targetR, NaN"})
    void refusesAParameterOutOfRange(String name, String value) {
        assertThatThrownBy(() -> ParameterValues.of(SPEC.parameters(), Map.of(name, value)))
                .isInstanceOf(TradeTrackerException.class)
                .hasMessageContaining(name);
    }
}
