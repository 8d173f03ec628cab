package io.tradetracker.core.gateway;

/** One line of an account's file, whose checksum is right. */
sealed interface JournalLine {
    /**
     * The first line.
     *
     * @param account whose file it is
     */
    record Opened(TradingAccount account) implements JournalLine {}

    /**
     * A holder may write from here on.
     *
     * @param epoch of its lease
     */
    record Claimed(long epoch) implements JournalLine {}

    /**
     * Facts that were added together.
     *
     * @param epoch of the holder that wrote them
     * @param first sequence of the first one
     * @param count how many
     */
    record Added(long epoch, long first, int count) implements JournalLine {
        long last() {
            return first + count - 1;
        }
    }
}
