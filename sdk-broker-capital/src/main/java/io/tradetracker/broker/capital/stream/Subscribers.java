package io.tradetracker.broker.capital.stream;

import io.tradetracker.broker.capital.connection.CapitalError;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.rest.Resolution;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who wants which prices. Safe for use by several threads. */
final class Subscribers {
    /** The service's limit for one stream. */
    static final int MOST = 40;

    private final Map<String, List<Subscriber>> byEpic = new ConcurrentHashMap<>();

    /** @throws CapitalException when there would be more instruments than a stream carries */
    synchronized void add(Subscriber subscriber) {
        if (!byEpic.containsKey(subscriber.epic) && byEpic.size() >= MOST) {
            throw new CapitalException(
                    CapitalError.TOO_MANY_INSTRUMENTS,
                    "A stream carries " + MOST + " instruments, and " + subscriber.epic + " would be one more: end"
                            + " another subscription, or use a connection of its own.");
        }
        byEpic.computeIfAbsent(subscriber.epic, epic -> new CopyOnWriteArrayList<>())
                .add(subscriber);
    }

    synchronized void remove(Subscriber subscriber) {
        List<Subscriber> others = byEpic.get(subscriber.epic);
        if (others != null && others.remove(subscriber) && others.isEmpty()) {
            byEpic.remove(subscriber.epic);
        }
    }

    List<Subscriber> of(String epic) {
        return byEpic.getOrDefault(epic, List.of());
    }

    List<Subscriber> all() {
        return byEpic.values().stream().flatMap(List::stream).toList();
    }

    synchronized Wanted wanted() {
        Set<String> quotes = new HashSet<>();
        Map<String, Set<Resolution>> bars = new HashMap<>();
        for (Subscriber each : all()) {
            if (each.resolution == null) {
                quotes.add(each.epic);
            } else {
                bars.computeIfAbsent(each.epic, epic -> EnumSet.noneOf(Resolution.class))
                        .add(each.resolution);
            }
        }
        return new Wanted(quotes, bars);
    }

    /** Who wants prices of an instrument: its quotes when the resolution is null, else candles. */
    static final class Subscriber {
        final String epic;
        final @Nullable Resolution resolution;
        final StreamListener listener;

        Subscriber(String epic, @Nullable Resolution resolution, StreamListener listener) {
            this.epic = epic;
            this.resolution = resolution;
            this.listener = listener;
        }
    }
}
