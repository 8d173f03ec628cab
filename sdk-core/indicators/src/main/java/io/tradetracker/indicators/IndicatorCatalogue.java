package io.tradetracker.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every indicator that can be declared by its id. Immutable; safe to share between threads. */
public final class IndicatorCatalogue {
    private static final Map<String, CatalogueEntry> ENTRIES = entries();

    private IndicatorCatalogue() {}

    /** {@return all kinds, those of one group together} */
    public static List<IndicatorSpec> all() {
        return ENTRIES.values().stream().map(CatalogueEntry::spec).toList();
    }

    /** {@return the kind of that id} */
    public static Optional<IndicatorSpec> find(String id) {
        return Optional.ofNullable(ENTRIES.get(id)).map(CatalogueEntry::spec);
    }

    static CatalogueEntry entry(String id) {
        CatalogueEntry entry = ENTRIES.get(id);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "the catalogue has no indicator '" + id + "'; there is " + String.join(", ", ENTRIES.keySet()));
        }
        return entry;
    }

    private static Map<String, CatalogueEntry> entries() {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        Stream.of(
                        Averages.all(),
                        Momentum.all(),
                        Trends.all(),
                        Volatility.all(),
                        Volumes.all(),
                        Levels.all(),
                        Patterns.all())
                .flatMap(List::stream)
                .forEach(entry -> entries.put(entry.spec().id(), entry));
        return entries;
    }
}
