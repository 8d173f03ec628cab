package io.tradetracker.core.risk;

/** When orders of the last hour were made, in a ring that grows as needed. Used by one thread. */
final class OrderTimes {
    private static final long HOUR_MILLIS = 3_600_000L;

    private long[] times = new long[8];
    private int first;
    private int size;

    void add(long timeMillis) {
        forget(timeMillis);
        if (size == times.length) {
            grow();
        }
        times[(first + size++) % times.length] = timeMillis;
    }

    /** {@return how many there were after the moment an hour before; one of exactly then is over} */
    int lastHour(long timeMillis) {
        forget(timeMillis);
        return size;
    }

    private void forget(long now) {
        while (size > 0 && times[first] <= now - HOUR_MILLIS) {
            first = (first + 1) % times.length;
            size--;
        }
    }

    private void grow() {
        long[] larger = new long[times.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = times[(first + i) % times.length];
        }
        times = larger;
        first = 0;
    }
}
