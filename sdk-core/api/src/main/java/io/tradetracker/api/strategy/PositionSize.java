package io.tradetracker.api.strategy;

import java.math.BigDecimal;

/**
 * How many units an entry takes. Worked out with the price the order fills at, then rounded down to the instrument's
 * quantity step. Immutable.
 */
public sealed interface PositionSize {
    /** {@return a fixed number of units, above zero} */
    static PositionSize units(double quantity) {
        return new Units(quantity);
    }

    /** {@return as many whole units as the cash pays for, costs included} */
    static PositionSize allCash() {
        return new AllCash();
    }

    /** {@return units worth an amount of the account's currency, above zero} */
    static PositionSize cash(double amount) {
        return new Cash(amount);
    }

    /** {@return units worth a share of equity, in percent, above zero} */
    static PositionSize percentOfEquity(double percent) {
        return new PercentOfEquity(percent);
    }

    /**
     * {@return units of which the loss at the stop loss is a share of equity, in percent; the entry needs a stop loss}
     */
    static PositionSize riskPercent(double percent) {
        return new RiskPercent(percent);
    }

    /**
     * Reads {@code units:1}, {@code cash:all}, {@code cash:5000}, {@code percent:10} or {@code risk:1}, the inverse of
     * {@code toString}.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    static PositionSize parse(String text) {
        String[] parts = text.strip().split(":", 2);
        if (text.strip().equals("cash:all")) {
            return allCash();
        }
        try {
            double number = new BigDecimal(parts[parts.length - 1]).doubleValue();
            return switch (parts[0]) {
                case "units" -> units(number);
                case "cash" -> cash(number);
                case "percent" -> percentOfEquity(number);
                case "risk" -> riskPercent(number);
                default -> throw new NumberFormatException();
            };
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    "size '" + text + "' must be units:N, cash:all, cash:N, percent:N or risk:N, such as units:1",
                    unreadable);
        }
    }

    /**
     * A fixed number of units.
     *
     * @param quantity above zero
     */
    record Units(double quantity) implements PositionSize {
        /** @throws IllegalArgumentException when not above zero and finite */
        public Units {
            requirePositive(quantity, "units");
        }

        @Override
        public String toString() {
            return "units:" + plain(quantity);
        }
    }

    /** As many whole units as the cash pays for, costs included. */
    record AllCash() implements PositionSize {
        @Override
        public String toString() {
            return "cash:all";
        }
    }

    /**
     * Units worth an amount of the account's currency.
     *
     * @param amount above zero
     */
    record Cash(double amount) implements PositionSize {
        /** @throws IllegalArgumentException when not above zero and finite */
        public Cash {
            requirePositive(amount, "cash");
        }

        @Override
        public String toString() {
            return "cash:" + plain(amount);
        }
    }

    /**
     * Units worth a share of equity.
     *
     * @param percent above zero
     */
    record PercentOfEquity(double percent) implements PositionSize {
        /** @throws IllegalArgumentException when not above zero and finite */
        public PercentOfEquity {
            requirePositive(percent, "percent");
        }

        @Override
        public String toString() {
            return "percent:" + plain(percent);
        }
    }

    /**
     * Units of which the loss at the stop loss is a share of equity.
     *
     * @param percent above zero
     */
    record RiskPercent(double percent) implements PositionSize {
        /** @throws IllegalArgumentException when not above zero and finite */
        public RiskPercent {
            requirePositive(percent, "risk");
        }

        @Override
        public String toString() {
            return "risk:" + plain(percent);
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("size " + name + ":" + value + " must be above zero and finite");
        }
    }
}
