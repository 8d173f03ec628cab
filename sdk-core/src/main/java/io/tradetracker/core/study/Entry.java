package io.tradetracker.core.study;

/**
 * Where a trial begins, with the distances to its ends in average true ranges of that candle.
 *
 * @param candle entered at its close
 * @param direction 1 or −1
 * @param toTarget above 0
 * @param toInvalidation above 0
 */
record Entry(int candle, int direction, double toTarget, double toInvalidation) {
    Entry movedTo(int newCandle) {
        return new Entry(newCandle, direction, toTarget, toInvalidation);
    }
}
