package io.tradetracker.core.data;

import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes candles whose times rise. When one is earlier than the one above, either may be wrong; the line below decides
 * which, so that one date too late does not make every line after it a fault.
 */
final class CandleOrder {
    private final CandleSeries.Builder candles;
    private final Problems problems;
    private final Timeframe timeframe;
    private @Nullable Instant taken;
    private @Nullable Line last;
    private @Nullable Line disputed;

    CandleOrder(CandleSeries.Builder candles, Timeframe timeframe, Problems problems) {
        this.candles = candles;
        this.timeframe = timeframe;
        this.problems = problems;
    }

    /** A candle and where it stands. */
    record Line(long number, Candle candle) {
        Instant time() {
            return candle.time();
        }
    }

    void add(Line line) throws LineFault {
        settle(line.time());
        if (last == null || line.time().isAfter(last.time())) {
            take(last);
            last = line;
        } else if (line.time().equals(last.time())) {
            throw new LineFault(
                    line.number(),
                    DataError.DUPLICATE_TIME,
                    "has the time of the candle above, " + line.time() + "; keep one of them",
                    false);
        } else if (taken != null && !line.time().isAfter(taken)) {
            throw tooEarly(line, last);
        } else {
            disputed = line;
        }
    }

    void end() {
        if (disputed != null) {
            boolean follows = taken != null && taken.plus(timeframe.duration()).equals(disputed.time());
            settle(follows ? disputed.time() : Instant.MAX);
        }
        take(last);
        last = null;
    }

    private void settle(Instant next) {
        if (last == null || disputed == null) {
            return;
        }
        if (next.isBefore(last.time()) && !next.isBefore(disputed.time())) {
            problems.add(tooLate(last, disputed));
            last = disputed;
        } else {
            problems.add(tooEarly(disputed, last));
        }
        disputed = null;
    }

    private void take(@Nullable Line line) {
        if (line != null) {
            candles.add(line.candle());
            taken = line.time();
        }
    }

    private static LineFault tooEarly(Line line, Line above) {
        return new LineFault(
                line.number(),
                DataError.UNSORTED,
                "time " + line.time() + " is before the candle above, " + above.time() + "; sort oldest first",
                false);
    }

    private static LineFault tooLate(Line line, Line below) {
        return new LineFault(
                line.number(),
                DataError.UNSORTED,
                "time " + line.time() + " is after the candles below, the next is " + below.time() + "; correct it",
                false);
    }
}
