package io.tradetracker.samples.data;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.data.PrintCsv;
import java.io.InputStream;
import java.util.stream.Stream;

/** Real market data that comes with the samples. Each call reads it again. */
public final class SampleData {
    private static final Instrument BTC_USD = Instrument.of("BTC/USD");

    private SampleData() {}

    /** {@return the S&amp;P 500 index as {@code US500}, daily, 2000-01-03 to 2020-04-17, without weekends} */
    public static CandleSeries us500Daily() {
        return candles("us500-1d.csv", Instrument.of("US500"), Timeframe.D1);
    }

    /** {@return Apple as {@code AAPL}, daily, 2013, before its later splits; weekends and holidays are absent} */
    public static CandleSeries appleDaily() {
        return candles("aapl-1d.csv", Instrument.of("AAPL"), Timeframe.D1);
    }

    /** {@return {@code BTC/USD}, minutes, 2013-11-25 to 2013-12-01; minutes without a trade are absent} */
    public static CandleSeries btcUsdMinutes() {
        return candles("btcusd-1m.csv", BTC_USD, Timeframe.M1);
    }

    /** {@return {@code ETH/USD}, 5 minutes, 2023-03-13 to 2023-03-15, without gaps} */
    public static CandleSeries ethUsdFiveMinutes() {
        return candles("ethusd-5m.csv", Instrument.of("ETH/USD"), Timeframe.M5);
    }

    /**
     * {@return every trade of {@code BTC/USD}, 2013-11-25 to 2013-12-01, oldest first; the caller closes it}
     * {@link #btcUsdMinutes()} holds the same trades as candles.
     */
    public static Stream<Print> btcUsdPrints() {
        String name = "btcusd-trades.csv.gz";
        return PrintCsv.stream(open(name), name, BTC_USD.id());
    }

    private static CandleSeries candles(String name, Instrument instrument, Timeframe timeframe) {
        return CandleCsv.read(open(name), name, instrument, timeframe);
    }

    private static InputStream open(String name) {
        InputStream in = SampleData.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is not on the class path beside " + SampleData.class.getName());
        }
        return in;
    }
}
