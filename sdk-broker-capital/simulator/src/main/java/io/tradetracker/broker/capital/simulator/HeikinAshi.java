package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Smooths bars: each opens in the middle of the one before, and closes at the mean of its prices. */
final class HeikinAshi {
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal TWO = BigDecimal.TWO;

    private final Map<String, Bar> last = new HashMap<>();

    Bar next(String key, Bar bar) {
        Bar before = last.get(key);
        Bar smooth = new Bar(
                bar.open(),
                smooth(bar.bid(), before == null ? null : before.bid()),
                smooth(bar.ask(), before == null ? null : before.ask()),
                bar.ticks());
        last.put(key, smooth);
        return smooth;
    }

    private static Bar.Ohlc smooth(Bar.Ohlc now, Bar.@Nullable Ohlc before) {
        int digits = now.close().scale() + 2;
        BigDecimal close = mean(now.open().add(now.high()).add(now.low()).add(now.close()), FOUR, digits);
        BigDecimal open = before == null
                ? mean(now.open().add(now.close()), TWO, digits)
                : mean(before.open().add(before.close()), TWO, digits);
        return new Bar.Ohlc(
                open, now.high().max(open).max(close), now.low().min(open).min(close), close);
    }

    private static BigDecimal mean(BigDecimal sum, BigDecimal count, int digits) {
        return sum.divide(count, digits, RoundingMode.HALF_UP);
    }
}
