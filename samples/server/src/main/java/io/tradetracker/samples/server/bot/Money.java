package io.tradetracker.samples.server.bot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts and percentages as they go to clients: two decimals. */
final class Money {
    private static final int DECIMALS = 2;

    private Money() {}

    /** {@return the amount; null when it is unknown, which is NaN} */
    static @Nullable BigDecimal of(double amount) {
        return Double.isNaN(amount) ? null : known(amount);
    }

    static BigDecimal known(double amount) {
        return BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
