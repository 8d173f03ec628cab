package io.tradetracker.core.bot;

import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.engine.DecisionRecord;
import java.util.List;

/**
 * One input of a bot and all that it caused, kept together: either all of it is on record or none. Immutable.
 *
 * @param sequence counts a bot's inputs, from 1 without gaps
 * @param input what came in
 * @param decisions what the strategy wanted, other than plain holds
 * @param fills what was executed
 * @param rejections what was refused
 * @param equity of the account afterwards, in the instrument's currency
 */
public record JournalEntry(
        long sequence,
        BotInput input,
        List<DecisionRecord> decisions,
        List<Fill> fills,
        List<Rejection> rejections,
        double equity) {
    /** Copies the lists. */
    public JournalEntry {
        decisions = List.copyOf(decisions);
        fills = List.copyOf(fills);
        rejections = List.copyOf(rejections);
    }
}
