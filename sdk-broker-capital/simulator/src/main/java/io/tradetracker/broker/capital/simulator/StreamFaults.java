package io.tradetracker.broker.capital.simulator;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the stream: what is planned first, then by chance. Used under the venue's lock. */
final class StreamFaults {
    private final Queue<StreamFault> bars = new ArrayDeque<>();
    private final Queue<StreamFault> quotes = new ArrayDeque<>();
    private final Queue<String> refusals = new ArrayDeque<>();
    private final Map<StreamFault, Double> chances = new EnumMap<>(StreamFault.class);
    private Random random;
    private boolean silent;
    private boolean onlyOne;

    StreamFaults(long seed) {
        random = new Random(seed);
    }

    void seed(long seed) {
        random = new Random(seed);
    }

    void byChance(StreamFault fault, double probability) {
        chances.put(fault, probability);
    }

    void silence(boolean on) {
        silent = on;
    }

    boolean isSilent() {
        return silent;
    }

    void onlyOne() {
        onlyOne = true;
    }

    boolean isOnlyOne() {
        return onlyOne;
    }

    void nextBar(StreamFault fault) {
        bars.add(fault);
    }

    void nextQuote(StreamFault fault) {
        quotes.add(fault);
    }

    /** {@return how often a bar that closed is told} */
    int takeBarCopies() {
        StreamFault fault = take(bars, StreamFault.BAR_MISSING, StreamFault.BAR_TWICE);
        if (fault == null) {
            return 1;
        }
        return fault == StreamFault.BAR_MISSING ? 0 : 2;
    }

    /** {@return what goes wrong with a quote, or null} */
    @Nullable
    StreamFault takeQuote() {
        return take(quotes, StreamFault.QUOTE_WITHOUT_BID, StreamFault.QUOTE_WITHOUT_ASK, StreamFault.CUT);
    }

    /** Draws for every chance, so that what comes later does not depend on what was hit. */
    private @Nullable StreamFault take(Queue<StreamFault> planned, StreamFault... kinds) {
        StreamFault hit = planned.poll();
        for (StreamFault kind : kinds) {
            Double probability = chances.get(kind);
            if (probability != null && random.nextDouble() < probability && hit == null) {
                hit = kind;
            }
        }
        return hit;
    }

    void refuseNextSubscription(String code) {
        refusals.add(code);
    }

    void checkSubscription() {
        String code = refusals.poll();
        if (code != null) {
            throw Refusal.badRequest(code);
        }
    }

    void clear() {
        bars.clear();
        quotes.clear();
        refusals.clear();
        chances.clear();
        silent = false;
        onlyOne = false;
    }
}
