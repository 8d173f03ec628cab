package io.tradetracker.core.simulation;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.CandleSeries;
import java.util.Map;

/** What a unit of another currency is worth in the account's. Must be safe for use by several threads. */
@FunctionalInterface
public interface CurrencyRates {
    /** Every currency is worth the same: for accounts of one currency. */
    CurrencyRates ONE = (currency, timeMillis) -> 1;

    /**
     * {@return how many units of the account's currency one unit of this currency is worth}
     *
     * @param currency not the account's own
     * @param timeMillis when, in milliseconds since 1970 UTC
     * @throws IllegalArgumentException when it is not known
     */
    double rate(CurrencyCode currency, long timeMillis);

    /** {@return rates that never change} */
    static CurrencyRates fixed(Map<CurrencyCode, Double> rates) {
        Map<CurrencyCode, Double> copy = Map.copyOf(rates);
        return (currency, timeMillis) -> {
            Double rate = copy.get(currency);
            if (rate == null) {
                throw new IllegalArgumentException("there is no rate of " + currency + "; there is " + copy.keySet());
            }
            return rate;
        };
    }

    /**
     * {@return the close of the last candle that was over at that moment; before the first, its open}
     *
     * @param currency whose price the candles are, in the account's currency
     * @param candles at least one
     */
    static CurrencyRates of(CurrencyCode currency, CandleSeries candles) {
        return (wanted, timeMillis) -> {
            if (!wanted.equals(currency)) {
                throw new IllegalArgumentException("there is no rate of " + wanted + "; there is " + currency);
            }
            int low = 0;
            int high = candles.size();
            long open = timeMillis - candles.timeframe().millis();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (candles.timeMillis(middle) <= open) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? candles.open(0) : candles.close(low - 1);
        };
    }
}
