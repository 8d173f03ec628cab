package io.tradetracker.indicators;

import java.util.List;

/** What is computed for one declaration at each closed candle. */
abstract class Step {
    private final List<Handle> handles;

    Step(Handle... handles) {
        this.handles = List.of(handles);
    }

    /** Takes in the candle that just closed and publishes one value to each handle. */
    abstract void update();

    /** {@return the outputs, in the catalogue's order} */
    final List<Handle> handles() {
        return handles;
    }

    final Handle handle(int i) {
        return handles.get(i);
    }
}
