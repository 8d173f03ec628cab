package io.tradetracker.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One turn of computing the columns of a pipeline. Used by one thread. */
interface ColumnFill {
    /** Computes the positions from FIRST up to {@code end}. The cursor is before the first of them. */
    void fill(int end);

    /**
     * {@return the turns in which steps are computed: those that can go at once as soon as what they read is there, the
     * others together, candle by candle}
     *
     * @param steps in the order of their declaration
     * @param known steps whose columns are there already
     */
    static List<ColumnFill> plan(ColumnSource from, CandleWindow candles, List<Step> steps, Set<Step> known) {
        List<ColumnFill> turns = new ArrayList<>();
        List<Handle> there = new ArrayList<>();
        known.forEach(step -> there.addAll(step.handles()));
        List<Step> waiting = new ArrayList<>();
        for (Step step : steps) {
            if (!step.fillsAtOnce(from)) {
                waiting.add(step);
                continue;
            }
            if (waiting.stream().anyMatch(other -> other.handles().contains(step.input()))) {
                turns.add(together(candles, waiting, there));
                waiting.clear();
            }
            // a block loads the prices that were asked for before it began
            from.values(step.input());
            turns.add(end -> step.fill(from, IndicatorColumns.FIRST, end));
            there.addAll(step.handles());
        }
        if (!waiting.isEmpty()) {
            turns.add(together(candles, waiting, there));
        }
        return turns;
    }

    /** Computes steps candle by candle. Adds their handles to those that are there. */
    private static ColumnFill together(CandleWindow candles, List<Step> steps, List<Handle> there) {
        Step[] computed = steps.toArray(Step[]::new);
        Handle[] read = there.toArray(Handle[]::new);
        steps.forEach(step -> there.addAll(step.handles()));
        return end -> {
            for (int i = IndicatorColumns.FIRST; i < end; i++) {
                candles.advance();
                candles.show();
                for (Handle handle : read) {
                    handle.show();
                }
                for (Step step : computed) {
                    step.update();
                }
            }
        };
    }
}
