package io.tradetracker.core.gateway;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.util.List;

/** What journals say when they refuse. */
final class JournalErrors {
    private JournalErrors() {}

    static void requireEpoch(long epoch) {
        if (epoch <= 0) {
            throw new IllegalArgumentException("epoch " + epoch + " must be above zero, as that of a lease is");
        }
    }

    static void requireSome(List<GatewayFact> facts) {
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one fact to add");
        }
    }

    static TradeTrackerException laterHolder(TradingAccount account, long epoch, long current) {
        return new TradeTrackerException(
                CoreError.ANOTHER_WRITER,
                "the record of account " + account + " belongs to the holder of epoch " + current
                        + " and not to that of " + epoch + ": another process trades this account now");
    }

    static TradeTrackerException claimedAnew(TradingAccount account) {
        return new TradeTrackerException(
                CoreError.ANOTHER_WRITER,
                "the record of account " + account + " was claimed anew: this writer writes no more");
    }

    static TradeTrackerException closed() {
        return new TradeTrackerException(CoreError.JOURNAL_FAILED, "the journal is closed; open it anew");
    }
}
