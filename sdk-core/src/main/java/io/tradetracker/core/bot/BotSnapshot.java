package io.tradetracker.core.bot;

import io.tradetracker.api.market.InstrumentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bot is and holds at one moment. Amounts are in the instrument's currency; all are NaN while the bot's record
 * cannot be replayed. Immutable.
 *
 * @param configuration what it is made from
 * @param state whether it works
 * @param reason why it is in that state; may be empty
 * @param sequence of the last entry on its record; 0 when there is none
 * @param marketTime of its last input; null when there is none
 * @param equity cash and the open position at the last price
 * @param cash cash
 * @param quantity units held: above zero long, below short
 * @param averagePrice what a unit was opened at; NaN when flat
 * @param profit of the open position at the last price
 * @param stopLoss price of the protective stop; NaN when there is none
 * @param takeProfit price of the take profit; NaN when there is none
 * @param fills executions so far
 * @param holdings what it holds of each instrument that it is not flat in, the strategy's own first
 */
public record BotSnapshot(
        BotConfiguration configuration,
        BotState state,
        String reason,
        long sequence,
        @Nullable Instant marketTime,
        double equity,
        double cash,
        double quantity,
        double averagePrice,
        double profit,
        double stopLoss,
        double takeProfit,
        int fills,
        List<Holding> holdings) {
    /** Copies the holdings. */
    public BotSnapshot {
        holdings = List.copyOf(holdings);
    }

    /** {@return a bot whose record has not been read yet} */
    static BotSnapshot before(StoredBot stored) {
        double cash = stored.configuration().settings().cash();
        return new BotSnapshot(
                stored.configuration(),
                stored.state(),
                stored.reason(),
                stored.beginsAfter(),
                null,
                cash,
                cash,
                0,
                Double.NaN,
                0,
                Double.NaN,
                Double.NaN,
                0,
                List.of());
    }

    BotSnapshot withState(BotState newState, String newReason) {
        return new BotSnapshot(
                configuration,
                newState,
                newReason,
                sequence,
                marketTime,
                equity,
                cash,
                quantity,
                averagePrice,
                profit,
                stopLoss,
                takeProfit,
                fills,
                holdings);
    }

    /** {@return a copy without amounts: what a bot holds is not known while its record cannot be replayed} */
    BotSnapshot withoutAmounts() {
        return new BotSnapshot(
                configuration,
                state,
                reason,
                sequence,
                marketTime,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                fills,
                List.of());
    }

    /**
     * What a bot holds of one instrument. Immutable.
     *
     * @param instrument of which
     * @param quantity units: above zero long, below short
     * @param averagePrice what a unit was opened at; NaN when long and short are equal
     * @param profit at the last price, in the instrument's currency
     */
    public record Holding(InstrumentId instrument, double quantity, double averagePrice, double profit) {}
}
