package io.tradetracker.broker.capital.stream;

import io.tradetracker.broker.capital.rest.Resolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is subscribed. Immutable.
 *
 * @param quotes instruments whose prices are wanted
 * @param bars instruments whose candles are wanted, and how long these are
 */
record Wanted(Set<String> quotes, Map<String, Set<Resolution>> bars) {
    static final Wanted NOTHING = new Wanted(Set.of(), Map.of());

    Wanted {
        quotes = Set.copyOf(quotes);
        bars = Map.copyOf(bars);
    }

    Set<String> epics() {
        Set<String> all = new HashSet<>(quotes);
        all.addAll(bars.keySet());
        return all;
    }

    /** {@return what is in this and not in the other} */
    Wanted without(Wanted other) {
        Set<String> moreQuotes = new HashSet<>(quotes);
        moreQuotes.removeAll(other.quotes);
        Map<String, Set<Resolution>> moreBars = new HashMap<>();
        bars.forEach((epic, lengths) -> {
            Set<Resolution> more = new HashSet<>(lengths);
            more.removeAll(other.bars.getOrDefault(epic, Set.of()));
            if (!more.isEmpty()) {
                moreBars.put(epic, Set.copyOf(more));
            }
        });
        return new Wanted(moreQuotes, moreBars);
    }

    boolean isEmpty() {
        return quotes.isEmpty() && bars.isEmpty();
    }
}
