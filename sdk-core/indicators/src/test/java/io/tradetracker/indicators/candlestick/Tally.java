package io.tradetracker.indicators.candlestick;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts how often each pattern gave each signal. */
final class Tally {
    private final Map<CandlestickPattern, int[]> counts = new EnumMap<>(CandlestickPattern.class);

    void add(CandlestickPattern pattern, int[] signals) {
        int[] count = counts.computeIfAbsent(pattern, key -> new int[5]);
        for (int signal : signals) {
            count[2 + signal / 100]++;
        }
    }

    int positive(CandlestickPattern pattern) {
        return counts.get(pattern)[3];
    }

    int negative(CandlestickPattern pattern) {
        return counts.get(pattern)[1];
    }

    /** {@return the pattern and signal of all that can be but never was, and of all that was but cannot be} */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (CandlestickPattern pattern : CandlestickPattern.values()) {
            boolean confirmed = pattern == CandlestickPattern.HIKKAKE || pattern == CandlestickPattern.MODIFIED_HIKKAKE;
            expect(pattern, 100, pattern.signals().canBePositive(), faults);
            expect(pattern, -100, pattern.signals().canBeNegative(), faults);
            expect(pattern, 200, confirmed, faults);
            expect(pattern, -200, confirmed, faults);
        }
        return faults;
    }

    private void expect(CandlestickPattern pattern, int signal, boolean possible, List<String> faults) {
        int count = counts.getOrDefault(pattern, new int[5])[2 + signal / 100];
        if (possible != count > 0) {
            faults.add(pattern.id() + " gave " + signal + " " + count + " times");
        }
    }
}
