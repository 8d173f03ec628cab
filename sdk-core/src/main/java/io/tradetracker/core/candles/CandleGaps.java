package io.tradetracker.core.candles;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where candles are missing in a time of which all is known, and says which of these gaps a market has every
 * week.
 *
 * <p>A missing candle is REGULAR when the same time of the week has no candle in the three weeks before, the three
 * after, or three around it. Weeks without any candle within half a week of that time are left out, so that a month
 * that is lost does not become regular by its length; those up to eight weeks away are looked at, so that a weekend
 * stays regular where clocks change. Until four weeks are known all gaps are IRREGULAR. A run of missing candles may be
 * of both kinds, such as a holiday before a weekend; it is then several gaps.
 */
public final class CandleGaps {
    private static final long WEEK_MILLIS = 7 * 86_400_000L;
    private static final int FARTHEST_WEEKS = 8;
    private static final int ENOUGH_WEEKS = 3;

    private final CandleSeries candles;
    private final Timeframe timeframe;
    private final long from;
    private final long to;
    private final List<CandleGap> gaps = new ArrayList<>();

    private CandleGaps(CandleSeries candles, TimeRange range) {
        this.candles = candles;
        timeframe = candles.timeframe();
        from = range.from().toEpochMilli();
        to = range.to().toEpochMilli();
    }

    /**
     * {@return the gaps, oldest first}
     *
     * @param candles all candles that open in the range, and no others
     * @param range of which all is known
     */
    public static List<CandleGap> of(CandleSeries candles, TimeRange range) {
        return range.opens(candles.timeframe())
                .map(opens -> new CandleGaps(candles, opens).find())
                .orElse(List.of());
    }

    /**
     * {@return the gaps in all that a store knows of a key, oldest first} No gap reaches into what is not known.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException as {@link CandleStore#read}
     */
    public static List<CandleGap> of(CandleStore store, CandleKey key) {
        List<CandleGap> all = new ArrayList<>();
        for (TimeRange range : store.covered(key).ranges()) {
            all.addAll(of(store.read(key, range.from(), range.to()), range));
        }
        return all;
    }

    private List<CandleGap> find() {
        long next = from;
        for (int i = 0; i < candles.size(); i++) {
            addMissing(next, candles.timeMillis(i));
            next = candles.timeMillis(i) + timeframe.millis();
        }
        addMissing(next, to);
        return List.copyOf(gaps);
    }

    private void addMissing(long begin, long end) {
        long first = begin;
        while (first < end) {
            GapKind kind = kind(first);
            long next = first + timeframe.millis();
            while (next < end && kind(next) == kind) {
                next += timeframe.millis();
            }
            gaps.add(new CandleGap(kind, TimeRange.ofMillis(first, next), (next - first) / timeframe.millis()));
            first = next;
        }
    }

    private GapKind kind(long time) {
        boolean sameEachWeek = WEEK_MILLIS % timeframe.millis() == 0;
        return sameEachWeek && closedWeeks(time, -WEEK_MILLIS) + closedWeeks(time, WEEK_MILLIS) >= ENOUGH_WEEKS
                ? GapKind.REGULAR
                : GapKind.IRREGULAR;
    }

    /** {@return how many weeks, one after the other, have no candle at that time} */
    private int closedWeeks(long time, long step) {
        int weeks = 0;
        for (int i = 1; i <= FARTHEST_WEEKS && weeks < ENOUGH_WEEKS; i++) {
            long same = time + i * step;
            if (same < from || same >= to || hasCandle(same, same + 1)) {
                return weeks;
            }
            weeks += hasCandle(same - WEEK_MILLIS / 2, same + WEEK_MILLIS / 2) ? 1 : 0;
        }
        return weeks;
    }

    private boolean hasCandle(long begin, long end) {
        int first = firstAtOrAfter(begin);
        return first < candles.size() && candles.timeMillis(first) < end;
    }

    private int firstAtOrAfter(long time) {
        int low = 0;
        int high = candles.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candles.timeMillis(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
