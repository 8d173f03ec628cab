package io.tradetracker.broker.capital.simulator;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the stream. Used under the venue's lock. */
final class StreamFaults {
    /** A side of a quote. */
    enum Side {
        BID,
        ASK
    }

    private final Queue<Integer> barCopies = new ArrayDeque<>();
    private final Queue<Side> oneSided = new ArrayDeque<>();
    private final Queue<String> refusals = new ArrayDeque<>();
    private boolean silent;
    private boolean onlyOne;

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

    void nextBarCopies(int copies) {
        barCopies.add(copies);
    }

    int takeBarCopies() {
        Integer copies = barCopies.poll();
        return copies == null ? 1 : copies;
    }

    void nextQuoteWithout(Side side) {
        oneSided.add(side);
    }

    @Nullable
    Side takeOneSided() {
        return oneSided.poll();
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
        barCopies.clear();
        oneSided.clear();
        refusals.clear();
        silent = false;
        onlyOne = false;
    }
}
