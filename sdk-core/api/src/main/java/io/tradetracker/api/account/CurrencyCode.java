package io.tradetracker.api.account;

import java.util.regex.Pattern;

/**
 * A currency by its code: ISO 4217 where it has one, else the market's usual ticker ({@code BTC}). Immutable.
 *
 * @param value 3 to 8 upper-case letters or digits
 */
public record CurrencyCode(String value) {
    private static final Pattern VALID = Pattern.compile("[A-Z0-9]{3,8}");

    /** United States dollar. */
    public static final CurrencyCode USD = new CurrencyCode("USD");

    /** Euro. */
    public static final CurrencyCode EUR = new CurrencyCode("EUR");

    /** @throws IllegalArgumentException when the value is no currency code */
    public CurrencyCode {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "currency '" + value + "' must be 3 to 8 upper-case letters or digits, such as USD");
        }
    }

    /** {@return the currency of that code} */
    public static CurrencyCode of(String value) {
        return new CurrencyCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
