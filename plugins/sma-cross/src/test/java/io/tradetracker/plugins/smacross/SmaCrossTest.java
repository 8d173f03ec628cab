package io.tradetracker.plugins.smacross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.parameter.ParameterValues;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.plugins.smacross.SmaCross.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmaCrossTest {
    private static final StrategySpec SPEC = new SmaCrossProvider().strategies().getFirst();

    @Test
    void offersItsParametersWithDefaults() {
        assertThat(SPEC.id()).isEqualTo("sma-cross");
        assertThat(SPEC.parameters())
                .extracting(ParameterSpec::name, ParameterSpec::defaultValue)
                .containsExactly(tuple("fast", "10"), tuple("slow", "30"), tuple("allowShort", "true"));
    }

    @ParameterizedTest
    @CsvSource({"fast, 0", "fast, 501", "slow, 1", "slow, 1001", "fast, 1.5", "allowShort, yes"})
    void refusesAParameterOutOfRange(String name, String value) {
        assertThatThrownBy(() -> ParameterValues.of(SPEC.parameters(), Map.of(name, value)))
                .isInstanceOf(TradeTrackerException.class)
                .hasMessageContaining(name);
    }

    @Test
    void refusesAFastAverageThatIsNotBelowTheSlowOne() {
        assertThatThrownBy(() -> new Parameters(30, 30, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fast must be below slow, but fast was 30 and slow was 30");
        assertThat(new Parameters(29, 30, true).fast()).isEqualTo(29);
    }

    @Test
    void isDescribedInTheJar() throws IOException {
        assertThat(resource("META-INF/extensions.idx")).isEqualTo(SmaCrossProvider.class.getName() + "\n");
        assertThat(resource("META-INF/tradetracker/plugin.json"))
                .contains("\"id\": \"io.tradetracker.plugins.sma-cross\"")
                .contains("\"id\": \"sma-cross\"");
    }

    private static String resource(String name) throws IOException {
        try (var in = SmaCrossTest.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
