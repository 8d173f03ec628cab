package io.tradetracker.indicators;

import java.util.List;

/** What is computed for one declaration at each closed candle. */
abstract class Step {
    private final List<Handle> handles;
    private boolean own;

    Step(Handle... handles) {
        this.handles = List.of(handles);
    }

    /** Takes in the candle that just closed and publishes one value to each handle. */
    abstract void update();

    /**
     * {@return whether it can compute many candles at once: quicker than candle by candle, and equal to the last bit}
     * It is asked once, before the first.
     */
    boolean fillsAtOnce(ColumnSource from) {
        return false;
    }

    /** {@return what a step reads that fills at once} */
    Cell input() {
        throw new UnsupportedOperationException();
    }

    /** Computes the values of its handles at the positions from {@code start} up to {@code end}. */
    void fill(ColumnSource from, int start, int end) {
        throw new UnsupportedOperationException();
    }

    /** Says that its values belong to one run, as they come from an author's own calculation. */
    final void markOwn() {
        own = true;
    }

    /** {@return whether its values belong to one run} */
    final boolean isOwn() {
        return own;
    }

    /** {@return the outputs, in the catalogue's order} */
    final List<Handle> handles() {
        return handles;
    }

    final Handle handle(int i) {
        return handles.get(i);
    }
}
