package io.tradetracker.samples.server.board;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equity since the start in few points: whenever there are too many, every second one goes. The newest always stays.
 * Guarded by its board.
 */
final class EquityCurve {
    private static final int CAPACITY = 600;

    private final List<EquityPoint> points = new ArrayList<>();
    private @Nullable EquityPoint newest;
    private long seen;
    private long stride = 1;

    void add(EquityPoint point) {
        newest = point;
        if (seen++ % stride == 0) {
            points.add(point);
        }
        if (points.size() > CAPACITY) {
            thinOut();
        }
    }

    List<EquityPoint> points() {
        List<EquityPoint> all = new ArrayList<>(points);
        if (newest != null && !newest.equals(all.get(all.size() - 1))) {
            all.add(newest);
        }
        return all;
    }

    private void thinOut() {
        for (int i = points.size() - 1; i > 0; i--) {
            if (i % 2 == 1) {
                points.remove(i);
            }
        }
        stride *= 2;
    }
}
