package io.tradetracker.core.simulation;

import io.tradetracker.api.market.Instrument;

/** What is held of one instrument and what it is worth, in the account's currency. Used by one thread. */
final class Holdings {
    final Instrument instrument;
    final Lots lots;
    private final Account account;
    private final Margin margin;
    private final QuietStretch stretch;
    private final double multiplier;
    private final boolean isOfAccountCurrency;
    private long now;
    private double marketPrice = Double.NaN;

    Holdings(Instrument instrument, Account account) {
        this.instrument = instrument;
        this.account = account;
        margin = account.settings.rules().margin();
        multiplier = instrument.multiplier().doubleValue();
        isOfAccountCurrency = instrument.currency().equals(account.settings.currency());
        stretch = account.stretch;
        lots = new Lots(multiplier, stretch);
    }

    void moment(long timeMillis) {
        now = timeMillis;
    }

    /** Something was traded, or quoted, at this price. */
    void price(double price) {
        marketPrice = price;
    }

    /** The candle is over and may be seen. */
    void close(double price) {
        marketPrice = price;
        lots.lastPrice(price);
    }

    /** {@return the moment of the market, in milliseconds since 1970 UTC} */
    long now() {
        return stretch.openMillisOr(now);
    }

    /** {@return the last price of the market; NaN before the first} */
    double marketPrice() {
        return marketPrice;
    }

    boolean isOfAccountCurrency() {
        return isOfAccountCurrency;
    }

    /** {@return what a unit of the instrument's currency is worth now} */
    double rate() {
        return isOfAccountCurrency ? 1 : account.rate(instrument, now());
    }

    /** {@return what the lots would gain at the last closed price, in the instrument's currency} */
    double profitAtLastClose() {
        return lots.profit();
    }

    double openProfit() {
        return lots.isEmpty() ? 0 : lots.profit() * rate();
    }

    double openProfitAt(double price) {
        return lots.isEmpty() ? 0 : lots.profitAt(price) * rate();
    }

    double openCost() {
        return lots.isEmpty() ? 0 : lots.cost() * rate();
    }

    double marginUsed() {
        return lots.isEmpty() ? 0 : marginAt(marketPrice);
    }

    double marginAt(double price) {
        return marginOf(lots.quantity(1) + lots.quantity(-1), price);
    }

    /** {@return what the lots of both sides are worth at a price, in the account's currency} */
    double exposureAt(double price) {
        return lots.isEmpty() ? 0 : (lots.quantity(1) + lots.quantity(-1)) * Math.abs(price) * multiplier * rate();
    }

    /** {@return what so many units need at a price} */
    double marginOf(double units, double price) {
        return margin.of(units * price * multiplier * rate());
    }

    /** {@return the margin that the other instruments' positions use} */
    double othersMargin() {
        return account.marginUsed() - marginUsed();
    }

    /** {@return the account's equity when this instrument has this price} */
    double equityAt(double price) {
        return account.equityAt(this, price);
    }

    /** {@return what holding costs between two moments, below zero when it is paid to the holder} */
    double financing(Financing rates, long afterMillis, long untilMillis) {
        int days = lots.isEmpty() ? 0 : rates.daysBetween(afterMillis, untilMillis);
        if (days == 0) {
            return 0;
        }
        double each = lots.lastPrice() * multiplier * account.rate(instrument, untilMillis);
        return rates.cost(true, lots.quantity(1) * each, days) + rates.cost(false, lots.quantity(-1) * each, days);
    }
}
