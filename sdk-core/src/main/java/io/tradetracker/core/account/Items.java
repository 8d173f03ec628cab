package io.tradetracker.core.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things with names on an account, as several looks agree on them. What is new counts at once: a broker forgets and is
 * late, but it invents nothing. What changed, is missing, or is back after it was gone counts when some looks in a row
 * say the same: a broker may show an older state for once, and may forget for longer than that. Used by one thread.
 */
final class Items<K, V> {
    private static final int REMEMBERED = 10_000;

    private final Function<V, K> nameOf;
    private final int looks;
    private final Map<K, V> known = new LinkedHashMap<>();
    private final Map<K, Doubt<V>> doubts = new HashMap<>();
    private final Set<K> gone = new LinkedHashSet<>();

    Items(Function<V, K> nameOf, int looks) {
        this.nameOf = nameOf;
        this.looks = looks;
    }

    /** Takes a look and tells what changed: each change with the thing before and now, null where there is none. */
    <E> List<E> look(Collection<V> now, BiFunction<@Nullable V, @Nullable V, E> toEvent) {
        Map<K, V> seen = new LinkedHashMap<>();
        now.forEach(each -> seen.put(nameOf.apply(each), each));
        doubts.keySet().removeIf(name -> gone.contains(name) && !seen.containsKey(name));
        List<E> events = new ArrayList<>();
        for (Map.Entry<K, V> each : List.copyOf(known.entrySet())) {
            V was = each.getValue();
            V is = seen.remove(each.getKey());
            if (was.equals(is)) {
                doubts.remove(each.getKey());
            } else if (agreed(each.getKey(), is)) {
                set(each.getKey(), is);
                events.add(toEvent.apply(was, is));
            }
        }
        for (Map.Entry<K, V> each : seen.entrySet()) {
            if (!gone.contains(each.getKey()) || agreed(each.getKey(), each.getValue())) {
                set(each.getKey(), each.getValue());
                events.add(toEvent.apply(null, each.getValue()));
            }
        }
        return events;
    }

    private boolean agreed(K name, @Nullable V is) {
        Doubt<V> before = doubts.get(name);
        int times = before != null && Objects.equals(before.is(), is) ? before.times() + 1 : 1;
        doubts.put(name, new Doubt<>(is, times));
        return times >= looks;
    }

    /** The looks in a row are over: what they said has to be said again. */
    void breakRow() {
        doubts.clear();
    }

    /** Sets what is known of a thing; null when it is gone. */
    void set(K name, @Nullable V now) {
        doubts.remove(name);
        if (now != null) {
            known.put(name, now);
            gone.remove(name);
            return;
        }
        known.remove(name);
        gone.add(name);
        if (gone.size() > REMEMBERED) {
            gone.remove(gone.iterator().next());
        }
    }

    /** {@return whether a thing of that name is there or was} */
    boolean knows(K name) {
        return known.containsKey(name) || gone.contains(name);
    }

    /** {@return whether the last look said what is known} */
    boolean isSure() {
        return doubts.isEmpty();
    }

    Collection<V> all() {
        return List.copyOf(known.values());
    }

    Optional<V> find(K name) {
        return Optional.ofNullable(known.get(name));
    }

    private record Doubt<V>(@Nullable V is, int times) {}
}
