package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A market that the simulated venue offers.
 *
 * @param epic its name at the venue
 * @param name its name for people
 * @param type its kind
 * @param currency currency of its prices; must be that of the accounts
 * @param decimals digits after the point of its prices
 * @param rules what deals must keep
 * @param marginFactor percent of a position's value that is blocked at the highest leverage
 * @param hours when it is open
 * @param fee charged each night, or null
 * @param guaranteedStops whether guaranteed stops are offered
 */
public record MarketSpec(
        String epic,
        String name,
        MarketType type,
        String currency,
        int decimals,
        DealingRules rules,
        BigDecimal marginFactor,
        OpeningHours hours,
        @Nullable OvernightFee fee,
        boolean guaranteedStops) {

    /** {@return gold in dollars} */
    public static MarketSpec gold() {
        return new MarketSpec(
                "GOLD",
                "Gold",
                MarketType.COMMODITIES,
                "USD",
                2,
                DealingRules.of("0.01", "0.01", "5000", "0.01"),
                new BigDecimal("5"),
                OpeningHours.weekdays("21:00", "22:00"),
                fee("-0.0185", "0.0041"),
                true);
    }

    /** {@return the index of 500 American shares} */
    public static MarketSpec us500() {
        return new MarketSpec(
                "US500",
                "US 500",
                MarketType.INDICES,
                "USD",
                1,
                DealingRules.of("0.1", "0.01", "1000", "0.01"),
                new BigDecimal("5"),
                OpeningHours.weekdays("21:00", "22:00"),
                fee("-0.0212", "-0.0010"),
                true);
    }

    /** {@return euro against dollar} */
    public static MarketSpec eurusd() {
        return new MarketSpec(
                "EURUSD",
                "EUR/USD",
                MarketType.CURRENCIES,
                "USD",
                5,
                DealingRules.of("0.00001", "100", "10000000", "100"),
                new BigDecimal("3.33"),
                OpeningHours.weekdays("21:00", "21:05"),
                fee("-0.0083", "0.0001"),
                true);
    }

    /** {@return bitcoin in dollars, open all the time} */
    public static MarketSpec btcusd() {
        return new MarketSpec(
                "BTCUSD",
                "Bitcoin/USD",
                MarketType.CRYPTOCURRENCIES,
                "USD",
                2,
                DealingRules.of("0.05", "0.0001", "50", "0.0001"),
                new BigDecimal("50"),
                OpeningHours.always(),
                fee("-0.0616", "0.0137"),
                false);
    }

    private static OvernightFee fee(String longRate, String shortRate) {
        return new OvernightFee(new BigDecimal(longRate), new BigDecimal(shortRate), LocalTime.of(22, 0));
    }

    /**
     * The same market under another name.
     *
     * @param otherEpic the name at the venue
     * @return a copy
     */
    public MarketSpec withEpic(String otherEpic) {
        return new MarketSpec(
                otherEpic, name, type, currency, decimals, rules, marginFactor, hours, fee, guaranteedStops);
    }

    /**
     * The same market with other rules.
     *
     * @param other what deals must keep
     * @return a copy
     */
    public MarketSpec withRules(DealingRules other) {
        return new MarketSpec(epic, name, type, currency, decimals, other, marginFactor, hours, fee, guaranteedStops);
    }

    /**
     * The same market with other hours.
     *
     * @param other when it is open
     * @return a copy
     */
    public MarketSpec withHours(OpeningHours other) {
        return new MarketSpec(epic, name, type, currency, decimals, rules, marginFactor, other, fee, guaranteedStops);
    }

    /**
     * The same market with another overnight fee.
     *
     * @param other the fee, or null for none
     * @return a copy
     */
    public MarketSpec withFee(@Nullable OvernightFee other) {
        return new MarketSpec(epic, name, type, currency, decimals, rules, marginFactor, hours, other, guaranteedStops);
    }

    /**
     * The same market in another currency.
     *
     * @param other currency of its prices
     * @return a copy
     */
    public MarketSpec withCurrency(String other) {
        return new MarketSpec(epic, name, type, other, decimals, rules, marginFactor, hours, fee, guaranteedStops);
    }

    BigDecimal round(BigDecimal price) {
        return price.setScale(decimals, RoundingMode.HALF_UP);
    }

    Quote round(Quote quote) {
        return new Quote(quote.time(), round(quote.bid()), round(quote.ask()));
    }
}
