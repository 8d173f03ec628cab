package io.tradetracker.api.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParameterValuesTest {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.integer("fast", 10, 1, 500),
            spec("factor", ParameterType.DECIMAL, "2.5", BigDecimal.ZERO, null),
            spec("allowShort", ParameterType.BOOLEAN, "true", null, null),
            spec("long", ParameterType.TIMEFRAME, "1d", null, null),
            spec("note", ParameterType.TEXT, "", null, null),
            new ParameterSpec("mode", ParameterType.CHOICE, "mode", "", "", "a", null, null, null, List.of("a", "b")));

    @Test
    void fillsInDefaultsAndKeepsTheOrder() {
        ParameterValues values = ParameterValues.of(SPECS, Map.of("fast", "20"));

        assertThat(values.integer("fast")).isEqualTo(20);
        assertThat(values.decimal("factor")).isEqualTo(2.5);
        assertThat(values.bool("allowShort")).isTrue();
        assertThat(values.timeframe("long")).isEqualTo(Timeframe.D1);
        assertThat(values.toMap().keySet()).containsExactly("fast", "factor", "allowShort", "long", "note", "mode");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    fast,       0,       parameter fast must be a whole number from 1 to 500
                    fast,       501,     parameter fast must be a whole number from 1 to 500
                    fast,       1.5,     parameter fast must be a whole number from 1 to 500
                    fast,       '',      parameter fast must be a whole number from 1 to 500
                    fast,       ' 5',    parameter fast must be a whole number from 1 to 500
                    fast,       ٣,       parameter fast must be a whole number from 1 to 500
                    fast,       99999999999999999999, parameter fast must be a whole number from 1 to 500
                    factor,     NaN,     parameter factor must be a number of at least 0
                    factor,     Infinity, parameter factor must be a number of at least 0
                    factor,     -1,      parameter factor must be a number of at least 0
                    factor,     1e400,   parameter factor must be a number of at least 0
                    factor,     0x10,    parameter factor must be a number of at least 0
                    factor,     ٣,       parameter factor must be a number of at least 0
                    factor,     1d,      parameter factor must be a number of at least 0
                    allowShort, yes,     parameter allowShort must be true or false
                    long,       soon,    'parameter long must be a timeframe such as 5m, 1h or 1d'
                    mode,       c,       'parameter mode must be one of a, b'
                    """)
    void namesTheParameterAndWhatItAllows(String name, String value, String message) {
        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> ParameterValues.of(SPECS, Map.of(name, value)))
                .withMessage(message + ", but was '" + value + "'")
                .extracting(TradeTrackerException::code)
                .isEqualTo(ApiError.BAD_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "1e3", "+2", "1E-3", ".5", "5."})
    void readsBackEveryNumberItAccepts(String value) {
        assertThat(ParameterValues.of(SPECS, Map.of("factor", value)).decimal("factor"))
                .isEqualTo(Double.parseDouble(value));
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> ParameterValues.of(SPECS, Map.of("fast", "x", "mode", "y", "slow", "30")))
                .withMessageContainingAll(
                        "parameter fast", "parameter mode", "parameter slow is unknown; there is fast,");
    }

    @Test
    void cutsLongValuesInItsMessages() {
        assertThatExceptionOfType(TradeTrackerException.class)
                .isThrownBy(() -> ParameterValues.of(SPECS, Map.of("note", "x".repeat(100_000))))
                .withMessageMatching("parameter note must be at most 200 characters, but was 'x{60}…'");
    }

    @Test
    void refusesADefaultThatItsOwnRangeForbids() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterSpec.integer("fast", 10, 20, 30))
                .withMessage("default of parameter fast must be a whole number from 20 to 30, but was '10'");
    }

    @Test
    void refusesToReadAParameterThatDoesNotExist() {
        ParameterValues values = ParameterValues.of(SPECS, Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> values.text("slow"))
                .withMessageStartingWith("no parameter slow among [fast");
    }

    private static ParameterSpec spec(
            String name, ParameterType type, String value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return new ParameterSpec(name, type, name, "", "", value, min, max, null, List.of());
    }
}
