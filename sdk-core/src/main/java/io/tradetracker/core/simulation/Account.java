package io.tradetracker.core.simulation;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import java.util.Arrays;
import java.util.stream.Stream;

/** Money of a simulated account, in its own currency. Used by one thread. */
final class Account {
    final AccountSettings settings;
    final QuietStretch stretch = new QuietStretch();
    private Holdings[] holdings = {};
    private final ChargeLog charges;
    private double balance;
    private double spreadCost;
    private double slippageCost;
    private double financing;

    Account(AccountSettings settings, ChargeLog charges) {
        this.settings = settings;
        this.charges = charges;
        balance = settings.cash();
    }

    void add(Holdings ofOneInstrument) {
        holdings = Stream.concat(Arrays.stream(holdings), Stream.of(ofOneInstrument))
                .toArray(Holdings[]::new);
    }

    /** {@return what a unit of an instrument's currency is worth} */
    double rate(Instrument instrument, long timeMillis) {
        CurrencyCode currency = instrument.currency();
        return currency.equals(settings.currency()) ? 1 : settings.rates().rate(currency, timeMillis);
    }

    /** A profit or loss, less a fee, became final. */
    void settle(double amount) {
        if (amount != 0) {
            balance = PriceSteps.withoutNoise(balance + amount);
        }
    }

    void pricePaid(double spread, double slippage) {
        spreadCost += spread;
        slippageCost += slippage;
    }

    void charge(int instrument, double amount, int fills) {
        financing += amount;
        balance -= amount;
        charges.add(instrument, amount, fills);
    }

    /** {@return the balance and the open profits, at the last prices that the strategy has seen} */
    double equity() {
        double sum = balance;
        for (Holdings each : holdings) {
            sum += each.openProfit();
        }
        return sum;
    }

    /** Computes the equity at closes of the only instrument, whose position stays as it is. */
    void equity(Holdings only, CandleSeries series, int from, int to, double[] into) {
        if (only.isOfAccountCurrency()) {
            for (int i = from; i < to; i++) {
                into[i] = balance + only.lots.profitAt(series.close(i));
            }
        } else {
            for (int i = from; i < to; i++) {
                into[i] = balance + only.lots.profitAt(series.close(i)) * rate(only.instrument, series.timeMillis(i));
            }
        }
    }

    /** {@return the equity when one instrument has this price} */
    double equityAt(Holdings at, double price) {
        double sum = balance;
        for (Holdings each : holdings) {
            sum += each == at ? each.openProfitAt(price) : each.openProfit();
        }
        return sum;
    }

    /** {@return what is left of the balance when what the open positions cost is taken off} */
    double cash() {
        double sum = balance;
        for (Holdings each : holdings) {
            sum -= each.openCost();
        }
        return sum;
    }

    double balance() {
        return balance;
    }

    double marginUsed() {
        double sum = 0;
        for (Holdings each : holdings) {
            sum += each.marginUsed();
        }
        return sum;
    }

    double spreadCost() {
        return spreadCost;
    }

    double slippageCost() {
        return slippageCost;
    }

    double financing() {
        return financing;
    }
}
