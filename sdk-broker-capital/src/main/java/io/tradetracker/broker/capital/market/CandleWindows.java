package io.tradetracker.broker.capital.market;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.rest.CapitalApi;
import io.tradetracker.broker.capital.rest.Prices;
import io.tradetracker.broker.capital.rest.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Candles of any stretch of time, read by windows: the service gives at most a thousand at once, and counts time that
 * passed, not candles. Safe for use by several threads.
 */
final class CandleWindows {
    private static final int MOST = 1_000;

    private final CapitalApi api;
    private final InstantSource clock;

    CandleWindows(CapitalApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** {@return the service's word for a timeframe} */
    static Resolution resolution(Timeframe timeframe) {
        return Arrays.stream(Resolution.values())
                .filter(each -> each.length().equals(timeframe.duration()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Capital.com has no candles of " + timeframe
                        + ": it has "
                        + Arrays.stream(Resolution.values())
                                .map(each -> Timeframe.of(each.length()).toString())
                                .collect(Collectors.joining(", "))));
    }

    /**
     * {@return closed candles, oldest first, those that opened from a moment on and before another}
     *
     * @param instrument of what
     */
    CandleSeries read(Instrument instrument, Timeframe timeframe, PriceSide side, Instant from, Instant to) {
        CandleSeries.Builder candles = CandleSeries.builder(instrument, timeframe);
        Resolution resolution = resolution(timeframe);
        Duration window = timeframe.duration().multipliedBy(MOST - 1);
        Instant now = clock.instant();
        Instant end = to.isBefore(now) ? to : now;
        long last = Long.MIN_VALUE;
        for (Instant start = from; start.isBefore(end); start = start.plus(window)) {
            Instant stop = start.plus(window).isBefore(end) ? start.plus(window) : end;
            for (Prices.Row row : api.prices(instrument.id().value(), resolution, MOST, start, stop)) {
                long time = row.time().toEpochMilli();
                boolean wanted = !row.time().isBefore(from) && row.time().isBefore(to) && time > last;
                if (wanted && !row.time().plus(timeframe.duration()).isAfter(now)) {
                    candles.add(candle(row, side));
                    last = time;
                }
            }
        }
        return candles.build();
    }

    /** {@return one price of a candle} */
    static Candle candle(Prices.Row row, PriceSide side) {
        ToDoubleFunction<Prices.Sides> of = price(side);
        double volume =
                row.lastTradedVolume() == null ? 0 : row.lastTradedVolume().doubleValue();
        return CapitalException.understood(
                "a candle",
                () -> new Candle(
                        row.time(),
                        of.applyAsDouble(row.openPrice()),
                        of.applyAsDouble(row.highPrice()),
                        of.applyAsDouble(row.lowPrice()),
                        of.applyAsDouble(row.closePrice()),
                        volume));
    }

    private static ToDoubleFunction<Prices.Sides> price(PriceSide side) {
        if (side.equals(PriceSide.BID)) {
            return price -> price.bid().doubleValue();
        }
        if (side.equals(PriceSide.ASK)) {
            return price -> price.ask().doubleValue();
        }
        return price -> (price.bid().doubleValue() + price.ask().doubleValue()) / 2;
    }

    /** {@return the sides that there are candles of} */
    static List<PriceSide> sides() {
        return List.of(PriceSide.MID, PriceSide.BID, PriceSide.ASK);
    }
}
