package io.tradetracker.core.bot;

import java.time.Instant;
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
        int fills) {}
