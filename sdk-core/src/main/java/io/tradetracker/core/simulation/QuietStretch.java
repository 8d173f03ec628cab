package io.tradetracker.core.simulation;

import io.tradetracker.api.market.CandleSeries;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Candles in which nothing can fill, while they pass. Most strategies ask an indicator and hold, so nobody is told the
 * time and the close of each such candle; who is asked for them looks here. Used by one thread.
 */
public final class QuietStretch {
    private static final int NONE = -1;

    private @Nullable CandleSeries series;
    private int last = NONE;

    QuietStretch() {}

    /** Candles of this series pass from now on. */
    public void begin(CandleSeries candles) {
        series = candles;
    }

    /** A candle is over and may be seen. */
    public void pass(int candle) {
        last = candle;
    }

    /** It is over, and everybody has been told of its last candle. */
    public void end() {
        last = NONE;
    }

    /** {@return when the last candle that passed closed, and what was told when none has} */
    public long closeMillisOr(long told) {
        return last == NONE
                ? told
                : series().timeMillis(last) + series().timeframe().millis();
    }

    long openMillisOr(long told) {
        return last == NONE ? told : series().timeMillis(last);
    }

    double closeOr(double told) {
        return last == NONE ? told : series().close(last);
    }

    private CandleSeries series() {
        return Objects.requireNonNull(series);
    }
}
