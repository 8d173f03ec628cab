package io.tradetracker.core.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last facts that went on record, so that who follows the record need not read all of it anew. Safe for use by
 * several threads.
 */
final class RecentFacts {
    private static final int MOST = 2_000;

    private final Deque<Numbered> facts = new ArrayDeque<>();

    synchronized void add(long sequence, GatewayFact fact) {
        if (!facts.isEmpty() && facts.getLast().sequence() + 1 != sequence) {
            facts.clear();
        }
        facts.addLast(new Numbered(sequence, fact));
        if (facts.size() > MOST) {
            facts.removeFirst();
        }
    }

    /** {@return all facts that follow a sequence; empty when some of them are not kept here} */
    synchronized Optional<List<Numbered>> after(long sequence) {
        if (facts.isEmpty() || facts.getFirst().sequence() > sequence + 1) {
            return Optional.empty();
        }
        List<Numbered> found = new ArrayList<>();
        for (Numbered each : facts) {
            if (each.sequence() > sequence) {
                found.add(each);
            }
        }
        return Optional.of(found);
    }

    /**
     * A fact and where it stands on record.
     *
     * @param sequence its number
     * @param fact the fact
     */
    record Numbered(long sequence, GatewayFact fact) {}
}
