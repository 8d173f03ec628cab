package io.tradetracker.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstrumentRulesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    0.01, 1.005,   1.01
                    0.01, 1.0049,  1.00
                    0.01, -1.005, -1.01
                    0.1,  0.1,     0.1
                    0.25, 10.13,   10.25
                    0.25, 10.12,   10.00
                    5,    12.5,    15
                    0.01, 1e9,     1000000000.00
                    """)
    void roundsAPriceToTheNearestStep(String step, double price, String expected) {
        assertThat(InstrumentRules.of(step, "1").roundPrice(price)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    1,     2.999999, 2
                    0.1,   0.3,      0.3
                    0.1,   0.39,     0.3
                    0.001, 0.0009,   0.000
                    10,    25,       20
                    1,     0,        0
                    """)
    void roundsAQuantityDown(String step, double quantity, String expected) {
        assertThat(InstrumentRules.of("1", step).roundQuantity(quantity)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void landsOnAStepNoFurtherThanHalfAStepAway(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            BigDecimal step = BigDecimal.valueOf(1 + random.nextInt(500), random.nextInt(6));
            double price = random.nextDouble(-1e6, 1e6);
            BigDecimal rounded = InstrumentRules.of(step.toPlainString(), "1").roundPrice(price);

            assertThat(rounded.remainder(step))
                    .as("seed %d, %s on %s", seed, price, step)
                    .isZero();
            assertThat(rounded.subtract(BigDecimal.valueOf(price)).abs())
                    .isLessThanOrEqualTo(step.divide(BigDecimal.TWO));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNotFinite(double number) {
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentRules.FREE.roundPrice(number));
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentRules.FREE.roundQuantity(number));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.000000012345, 0.1, 1234.5678901234567, 1e9, -37.63})
    void leavesAPriceAsItIsWhereThereIsNoStep(double price) {
        assertThat(InstrumentRules.FREE.nearestPrice(price)).isEqualTo(price);
        assertThat(InstrumentRules.FREE.roundPrice(price).doubleValue()).isEqualTo(price);
    }

    @Test
    void refusesANegativeQuantity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstrumentRules.FREE.roundQuantity(-0.5))
                .withMessage("quantity -0.5 must not be negative");
    }

    @Test
    void refusesStepsAndLimitsThatNoOrderCouldMeet() {
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentRules.of("-0.1", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentRules.of("1", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentRules.of("1", "-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> limits("2", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> limits("-1", "1"));
    }

    private static InstrumentRules limits(String min, String max) {
        return new InstrumentRules(BigDecimal.ONE, BigDecimal.ONE, new BigDecimal(min), new BigDecimal(max));
    }
}
