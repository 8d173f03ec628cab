package io.tradetracker.charts.candles;

/**
 * Lets candles share columns where there are more than fit. All candles within one multiple of the timeframe, counted
 * from 1970, are in one column: the same candles are together wherever the view begins.
 */
final class Grouping {
    private static final int[] ROUND = {2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80};

    private Grouping() {}

    static Bars fit(BarRows rows, long stepMillis, int mostColumns) {
        if (rows.size <= mostColumns) {
            return new Bars(rows, stepMillis);
        }
        long group = round((rows.size + mostColumns - 1L) / mostColumns);
        while (count(rows, group * stepMillis) > mostColumns) {
            group = round(group + 1);
        }
        return new Bars(grouped(rows, group * stepMillis), group * stepMillis);
    }

    /** {@return the next round number of candles: ten five-minute candles rather than eleven} */
    private static long round(long atLeast) {
        for (long power = 1; ; power *= 10) {
            for (int each : ROUND) {
                if (each * power >= atLeast) {
                    return each * power;
                }
            }
        }
    }

    private static int count(BarRows rows, long lengthMillis) {
        int count = 0;
        long before = Long.MIN_VALUE;
        for (int i = 0; i < rows.size; i++) {
            long bucket = Math.floorDiv(rows.time[i], lengthMillis);
            count += bucket == before ? 0 : 1;
            before = bucket;
        }
        return count;
    }

    private static BarRows grouped(BarRows rows, long lengthMillis) {
        BarRows grouped = new BarRows(count(rows, lengthMillis));
        long before = Long.MIN_VALUE;
        for (int i = 0; i < rows.size; i++) {
            long bucket = Math.floorDiv(rows.time[i], lengthMillis);
            if (bucket == before) {
                join(grouped, rows, i);
            } else {
                grouped.add(rows.time[i], rows.first[i], rows.last[i]);
                grouped.prices(rows.open[i], rows.high[i], rows.low[i], rows.close[i], rows.volume[i]);
            }
            before = bucket;
        }
        return grouped;
    }

    private static void join(BarRows grouped, BarRows rows, int i) {
        int at = grouped.size - 1;
        grouped.high[at] = Math.max(grouped.high[at], rows.high[i]);
        grouped.low[at] = Math.min(grouped.low[at], rows.low[i]);
        grouped.close[at] = rows.close[i];
        grouped.volume[at] += rows.volume[i];
        grouped.last[at] = rows.last[i];
    }
}
