package io.tradetracker.samples.server.board;

import io.tradetracker.api.market.Candle;
import java.util.Map;

/**
 * One candle and the indicators at its close. Immutable.
 *
 * @param time its open time, in milliseconds since 1970 UTC
 * @param o open
 * @param h high
 * @param l low
 * @param c close
 * @param v volume
 * @param plots indicator values by name; one without a value is left out
 */
public record CandleLine(long time, double o, double h, double l, double c, double v, Map<String, Double> plots) {
    /** {@return that candle} */
    public static CandleLine of(Candle candle, Map<String, Double> plots) {
        return new CandleLine(
                candle.time().toEpochMilli(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                plots);
    }
}
