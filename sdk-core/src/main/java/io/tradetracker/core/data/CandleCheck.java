package io.tradetracker.core.data;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.data.DataReport.Gap;
import io.tradetracker.core.data.DataReport.Gaps;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks for what is odd among good candles. */
final class CandleCheck {
    private static final int KEPT_GAPS = 10;
    private static final int KEPT_OUTLIERS = 10;
    private static final double OUTLIER_SIGMAS = 10;

    private CandleCheck() {}

    static DataReport report(String name, CandleScan scan) {
        CandleSeries candles = scan.candles();
        int size = candles.size();
        return new DataReport(
                name,
                candles.timeframe(),
                scan.rows(),
                size == 0 ? null : candles.time(0),
                size == 0 ? null : candles.time(size - 1),
                scan.problems().counts(),
                scan.problems().first(),
                gaps(candles),
                IntStream.range(0, size).filter(i -> candles.volume(i) == 0).count(),
                outliers(candles),
                StepCheck.suspicion(candles));
    }

    private static Gaps gaps(CandleSeries candles) {
        boolean skipWeekends = candles.timeframe().equals(Timeframe.D1)
                && IntStream.range(0, candles.size()).noneMatch(i -> isWeekend(candles.time(i)));
        List<Gap> first = new ArrayList<>();
        Gap longest = null;
        long count = 0;
        long missing = 0;
        for (int i = 1; i < candles.size(); i++) {
            Gap gap = gap(candles, i, skipWeekends);
            if (gap == null) {
                continue;
            }
            count++;
            missing += gap.missing();
            longest = longest == null || gap.missing() > longest.missing() ? gap : longest;
            if (first.size() < KEPT_GAPS) {
                first.add(gap);
            }
        }
        return new Gaps(count, missing, longest, first);
    }

    private static @Nullable Gap gap(CandleSeries candles, int i, boolean skipWeekends) {
        long length = candles.timeframe().millis();
        long missing = (candles.timeMillis(i) - candles.timeMillis(i - 1)) / length - 1;
        if (missing > 0 && skipWeekends) {
            missing -= weekendDays(Math.floorDiv(candles.timeMillis(i - 1), length) + 1, missing);
        }
        return missing == 0 ? null : new Gap(candles.time(i - 1), candles.time(i), missing);
    }

    private static long weekendDays(long firstDay, long days) {
        long whole = days / 7 * 2;
        return whole
                + IntStream.range(0, (int) (days % 7))
                        .filter(i -> isWeekend(Instant.ofEpochSecond((firstDay + i) * 86_400)))
                        .count();
    }

    private static boolean isWeekend(Instant day) {
        DayOfWeek name = day.atZone(ZoneOffset.UTC).getDayOfWeek();
        return name == DayOfWeek.SATURDAY || name == DayOfWeek.SUNDAY;
    }

    private static List<Instant> outliers(CandleSeries candles) {
        double[] moves = IntStream.range(1, candles.size())
                .mapToDouble(i -> Math.log(candles.close(i) / candles.close(i - 1)))
                .toArray();
        double[] known = IntStream.range(0, moves.length)
                .mapToDouble(i -> moves[i])
                .filter(Double::isFinite)
                .toArray();
        double mean = IntStream.range(0, known.length)
                .mapToDouble(i -> known[i])
                .average()
                .orElse(0);
        double variance = IntStream.range(0, known.length)
                .mapToDouble(i -> (known[i] - mean) * (known[i] - mean))
                .average()
                .orElse(0);
        double limit = OUTLIER_SIGMAS * Math.sqrt(variance);
        return IntStream.range(0, moves.length)
                .filter(i -> Math.abs(moves[i] - mean) > limit)
                .limit(KEPT_OUTLIERS)
                .mapToObj(i -> candles.time(i + 1))
                .toList();
    }
}
