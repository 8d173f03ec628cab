package io.tradetracker.charts.candles;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.charts.ChartSpec;

/** Renko bricks of the closes: a brick for each full height beyond the last one's edge, two to turn. */
final class Bricks {
    private static final int KEPT = 4096;

    private Bricks() {}

    static BarRows of(CandleSeries candles, ChartSpec.View view, double brick, int most) {
        if (view.size() == 0) {
            return new BarRows(0);
        }
        BarRows rows = new BarRows(64);
        double base = Math.floor(candles.close(view.from()) / brick) * brick;
        long level = 0;
        int direction = 0;
        int since = view.from();
        double volume = 0;
        for (int i = view.from(); i < view.to(); i++) {
            volume += candles.volume(i);
            long up = (long) Math.floor((candles.close(i) - base) / brick + 1e-9);
            long down = (long) Math.ceil((candles.close(i) - base) / brick - 1e-9);
            int turn = up >= level + (direction < 0 ? 2 : 1) ? 1 : down <= level - (direction > 0 ? 2 : 1) ? -1 : 0;
            if (turn == 0) {
                continue;
            }
            long target = turn > 0 ? up : down;
            long from = direction != 0 && turn != direction ? level + turn : level;
            for (long at = Math.max(from * turn, target * turn - KEPT) * turn; at != target; at += turn) {
                double open = base + at * brick;
                double close = base + (at + turn) * brick;
                rows.add(candles.timeMillis(i), since, i);
                rows.prices(open, Math.max(open, close), Math.min(open, close), close, volume);
                volume = 0;
            }
            level = target;
            direction = turn;
            since = i;
            rows = rows.size > 2 * KEPT + most ? rows.newest(KEPT + most) : rows;
        }
        return rows.newest(most);
    }
}
