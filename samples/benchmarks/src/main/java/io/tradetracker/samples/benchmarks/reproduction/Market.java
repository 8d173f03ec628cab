package io.tradetracker.samples.benchmarks.reproduction;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.samples.data.SampleData;

/** The shipped candles. */
enum Market {
    US500(0.02),
    AAPL(0.03),
    ETH(0.004),
    BTC(0.004);

    private final double distance;

    Market(double distance) {
        this.distance = distance;
    }

    /** {@return the share of a price that stops and targets are away} */
    double distance() {
        return distance;
    }

    /** {@return the candles of an instrument with these steps} */
    CandleSeries candles(String priceStep, String quantityStep) {
        CandleSeries all = shipped();
        Instrument instrument = Instrument.of(name()).withRules(InstrumentRules.of(priceStep, quantityStep));
        CandleSeries.Builder series = CandleSeries.builder(instrument, all.timeframe());
        for (int i = 0; i < all.size(); i++) {
            series.add(all.timeMillis(i), all.open(i), all.high(i), all.low(i), all.close(i), all.volume(i));
        }
        return series.build();
    }

    private CandleSeries shipped() {
        return switch (this) {
            case US500 -> SampleData.us500Daily();
            case AAPL -> SampleData.appleDaily();
            case ETH -> SampleData.ethUsdFiveMinutes();
            case BTC -> SampleData.btcUsdMinutes();
        };
    }
}
