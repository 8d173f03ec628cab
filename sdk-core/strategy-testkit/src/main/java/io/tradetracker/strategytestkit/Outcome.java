package io.tradetracker.strategytestkit;

import io.tradetracker.api.order.Fill;
import io.tradetracker.core.engine.DecisionRecord;
import java.time.Instant;
import java.util.List;

/**
 * What a run did. Immutable.
 *
 * @param decisions other than plain holds, oldest first
 * @param fills oldest first; client order ids are not compared
 */
public record Outcome(List<DecisionRecord> decisions, List<Execution> fills) {
    /** Copies the lists. */
    public Outcome {
        decisions = List.copyOf(decisions);
        fills = List.copyOf(fills);
    }

    static Outcome of(List<DecisionRecord> decisions, List<Fill> fills) {
        return new Outcome(decisions, fills.stream().map(Execution::of).toList());
    }

    /** {@return what was decided at the close of candles and filled before a moment} */
    Outcome before(Instant closeTime) {
        return new Outcome(
                decisions.stream().filter(d -> isBefore(d, closeTime)).toList(),
                fills.stream().filter(f -> f.time().isBefore(closeTime)).toList());
    }

    // A fill at the next open carries the same moment as the close, but comes from the next candle.
    private static boolean isBefore(DecisionRecord decision, Instant closeTime) {
        return decision.time().isBefore(closeTime)
                || (decision.time().equals(closeTime) && decision.trigger().equals("candle"));
    }

    /**
     * A fill without its order's name.
     *
     * @param time when
     * @param what side, quantity, price, fee and reason as text
     */
    public record Execution(Instant time, String what) {
        static Execution of(Fill f) {
            return new Execution(
                    f.time(),
                    f.side() + " " + f.quantity().toPlainString() + " at "
                            + f.price().toPlainString() + " fee " + f.fee().toPlainString() + " " + f.reason());
        }
    }
}
