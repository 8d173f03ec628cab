package io.tradetracker.core.simulation;

import java.math.BigDecimal;

/** Reads what people write in configurations. */
final class Words {
    private Words() {}

    /** {@return the value whose text this is} */
    static <E extends Enum<E>> E parse(E[] values, String text, String name) {
        for (E value : values) {
            if (value.toString().equals(text.strip())) {
                return value;
            }
        }
        throw new IllegalArgumentException(name + " '" + text + "' must be " + either(values));
    }

    private static String either(Object[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : i == values.length - 1 ? " or " : ", ").append(values[i]);
        }
        return text.toString();
    }

    static double number(String term, String name, String whole) {
        try {
            return Double.parseDouble(term.strip());
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    name + " '" + whole + "' must be an amount such as 0.5, or a share such as 0.1%", unreadable);
        }
    }

    static void requireCharge(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " " + value + " must be zero or above and finite");
        }
    }

    static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** {@return the parts that are not empty, joined by plus signs; 0 when all are} */
    static String join(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(text.isEmpty() || part.isEmpty() ? "" : "+").append(part);
        }
        return text.isEmpty() ? "0" : text.toString();
    }
}
