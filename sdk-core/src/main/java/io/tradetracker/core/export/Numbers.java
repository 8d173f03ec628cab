package io.tradetracker.core.export;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers as people and programs read them. */
final class Numbers {
    // one digit fewer than every double has, so that sums of cents look like cents
    private static final MathContext SIGNIFICANT = new MathContext(14);

    private Numbers() {}

    /** {@return a finite number without what binary fractions added, without exponent} */
    static BigDecimal decimal(double number) {
        if (number == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal decimal = BigDecimal.valueOf(number).round(SIGNIFICANT).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    /** {@return the same; null for what is not finite} */
    static @Nullable BigDecimal orNull(double number) {
        return Double.isFinite(number) ? decimal(number) : null;
    }
}
