package io.tradetracker.core.bot;

import io.tradetracker.core.backtest.BacktestResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came out when a bot's record was replayed through the backtest. Immutable.
 *
 * @param result the backtest's result
 * @param difference the first thing that came out otherwise than the record says; null when there is none
 */
public record ReplayResult(BacktestResult result, @Nullable Difference difference) {
    /** {@return whether decisions, fills with their orders, refusals and equity are those on record} */
    public boolean isEqual() {
        return difference == null;
    }

    /** {@return a sentence for people} */
    public String statement() {
        return difference == null
                ? result.decisionCount() + " decisions, " + result.fills().size() + " fills, "
                        + result.rejections().size() + " refusals and the equity of "
                        + result.equity().size() + " candles are equal to the record."
                : difference.statement();
    }

    /**
     * Something that came out otherwise.
     *
     * @param what {@code decision}, {@code fill}, {@code refusal} or {@code equity}
     * @param number which of them, from 1
     * @param time market time of it
     * @param recorded what the record says; {@link #NOTHING} when it ends before
     * @param replayed what came out; {@link #NOTHING} when there was no more
     */
    public record Difference(String what, int number, Instant time, String recorded, String replayed) {
        /** What stands for one that is not there. */
        public static final String NOTHING = "nothing";

        /** {@return a sentence for people} */
        public String statement() {
            return "The replay differs in " + what + " " + number + " (" + time + "): on record is " + recorded
                    + ", but " + replayed
                    + " came out. The strategy's code or its settings are not what they were, or it does not decide"
                    + " from its inputs alone.";
        }
    }
}
