package io.tradetracker.core.engine;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.strategy.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All decisions of a run that said something, oldest first. Used by one thread. */
public final class DecisionLog {
    private final List<Indicator> indicators;
    private final List<Entry> entries = new ArrayList<>();
    private final boolean keeps;
    private int count;

    DecisionLog(List<Indicator> indicators, boolean keeps) {
        this.indicators = indicators;
        this.keeps = keeps;
    }

    void add(long timeMillis, String trigger, Decision decision) {
        count++;
        if (!keeps) {
            return;
        }
        double[] values = new double[indicators.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = indicators.get(i).value(0);
        }
        entries.add(new Entry(timeMillis, trigger, decision, values));
    }

    /** {@return how many said something, whether they are kept or not} */
    int count() {
        return count;
    }

    /** {@return how many decisions there are} */
    public int size() {
        return entries.size();
    }

    /** {@return decision {@code i}} */
    public DecisionRecord get(int i) {
        Entry entry = entries.get(i);
        Map<String, Double> values = new LinkedHashMap<>();
        for (int n = 0; n < entry.values.length; n++) {
            if (!Double.isNaN(entry.values[n])) {
                values.put(indicators.get(n).name(), entry.values[n]);
            }
        }
        return new DecisionRecord(
                Instant.ofEpochMilli(entry.timeMillis),
                entry.trigger,
                entry.decision,
                Collections.unmodifiableMap(values));
    }

    /** {@return all decisions, oldest first} */
    public List<DecisionRecord> toList() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Entry(long timeMillis, String trigger, Decision decision, double[] values) {}
}
