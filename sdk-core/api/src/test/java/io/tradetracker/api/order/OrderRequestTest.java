package io.tradetracker.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradetracker.api.market.InstrumentId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderRequestTest {
    private static final BigDecimal ONE = BigDecimal.ONE;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    LIMIT,      GTC, LIMIT order needs a limit price
                    STOP,       GTC, STOP order needs a stop price
                    STOP_LIMIT, GTC, STOP_LIMIT order needs a limit price
                    MARKET,     GTD, GTD order needs the moment it expires
                    """)
    void refusesAnOrderThatLacksWhatItsTypeNeeds(String type, String timeInForce, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(new OrderType(type), ONE, null, null, new TimeInForce(timeInForce)))
                .withMessage(message);
    }

    @Test
    void takesAQuantityWhosePlainTextWouldFillTheMemory() {
        BigDecimal huge = new BigDecimal("1E+2147483647");

        assertThat(request(OrderType.MARKET, huge, null, null, TimeInForce.GTC).quantity())
                .isEqualTo(huge);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void refusesAQuantityThatIsNotAboveZero(BigDecimal quantity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(OrderType.MARKET, quantity, null, null, TimeInForce.GTC))
                .withMessage("quantity " + quantity + " must be above zero");
    }

    @Test
    void takesAnOrderThatHasWhatItsTypeNeeds() {
        assertThat(request(OrderType.STOP_LIMIT, ONE, ONE, ONE, TimeInForce.GTC).reduceOnly())
                .isFalse();
    }

    @Test
    void knowsTheOtherSide() {
        assertThat(OrderSide.BUY.opposite()).isEqualTo(OrderSide.SELL);
        assertThat(OrderSide.SELL.opposite().sign()).isEqualTo(1);
        assertThat(PositionSide.SHORT.entrySide()).isEqualTo(OrderSide.SELL);
    }

    private static OrderRequest request(
            OrderType type,
            BigDecimal quantity,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal stop,
            TimeInForce timeInForce) {
        return new OrderRequest(
                ClientOrderId.of("1"),
                InstrumentId.of("US500"),
                OrderSide.BUY,
                type,
                quantity,
                timeInForce,
                null,
                OrderPrices.NONE.withLimitPrice(limit).withStopPrice(stop),
                false);
    }
}
