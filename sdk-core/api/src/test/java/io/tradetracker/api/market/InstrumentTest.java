package io.tradetracker.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstrumentTest {
    private static final InstrumentId ID = InstrumentId.of("BTC/USD");

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "US500\n", "é", "<script>", "x'--", "12345678901234567890123456789012345678901"})
    void refusesNamesThatNoVenueUses(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentId.of(name));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1", "1, NaN", "Infinity, 1", "1, -Infinity"})
    void refusesAQuoteThatIsNotFinite(double bid, double ask) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quote(ID, Instant.EPOCH, bid, ask));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1", "1, NaN", "1, -1", "Infinity, 1"})
    void refusesAPrintThatIsNoTrade(double price, double size) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Print(ID, Instant.EPOCH, price, size));
    }

    @Test
    void quotesTheMiddle() {
        assertThat(new Quote(ID, Instant.EPOCH, 10, 11).mid()).isEqualTo(10.5);
    }
}
