package io.tradetracker.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTest {
    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "100, 1E2", "0.00, 0", "-0.10, -0.1", "0, 0E+5"})
    void isEqualWhateverTheScale(String first, String second) {
        assertThat(usd(first))
                .isEqualTo(usd(second))
                .hasSameHashCodeAs(usd(second))
                .hasToString(usd(second).toString());
    }

    @Test
    void addsExactly() {
        Money sum = Money.zero(CurrencyCode.USD);
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(usd("0.1"));
        }

        assertThat(sum).isEqualTo(usd("1"));
        assertThat(sum.minus(usd("1.01"))).isEqualTo(usd("0.01").negated());
        assertThat(usd("1234567.89")).hasToString("1234567.89 USD");
    }

    @Test
    void neverMixesCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usd("1").plus(Money.of("1", CurrencyCode.EUR)))
                .withMessage("cannot add 1 EUR to 1 USD: convert one of them first");
        assertThatIllegalArgumentException().isThrownBy(() -> usd("1").minus(Money.zero(CurrencyCode.EUR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1E-999999999", "1E41", "1E-41"})
    void refusesAmountsThatWouldFillTheMemory(String amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> usd(amount)).withMessageContaining("40 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "US", "US D", "ÄÄÄ", "ABCDEFGHI", "USD\n"})
    void refusesWhatIsNoCurrency(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> CurrencyCode.of(code));
    }

    @Test
    void keepsItsAmountExact() {
        assertThat(new Money(new BigDecimal("0.00000001"), CurrencyCode.of("BTC")).amount())
                .isEqualByComparingTo("0.00000001");
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}
