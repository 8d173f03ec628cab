package io.tradetracker.core.bot;

import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.risk.RefusedCheck;
import java.util.List;

/**
 * One input of a bot and all that it caused, kept together: either all of it is on record or none. Immutable.
 *
 * @param sequence counts a bot's inputs, from 1 without gaps
 * @param input what came in
 * @param decisions what the strategy wanted, other than plain holds
 * @param fills what was executed
 * @param rejections what was refused
 * @param checks what the order rules said where they refused
 * @param equity of the account afterwards, in the instrument's currency
 */
public record JournalEntry(
        long sequence,
        BotInput input,
        List<DecisionRecord> decisions,
        List<Fill> fills,
        List<Rejection> rejections,
        List<RefusedCheck> checks,
        double equity) {
    /** Makes an entry to which the order rules had nothing to say. */
    public JournalEntry(
            long sequence,
            BotInput input,
            List<DecisionRecord> decisions,
            List<Fill> fills,
            List<Rejection> rejections,
            double equity) {
        this(sequence, input, decisions, fills, rejections, List.of(), equity);
    }

    /** Copies the lists. */
    public JournalEntry {
        decisions = List.copyOf(decisions);
        fills = List.copyOf(fills);
        rejections = List.copyOf(rejections);
        checks = List.copyOf(checks);
    }

    /** {@return in which way a replay of this entry came out differently, a sentence for people} */
    String differenceTo(JournalEntry now) {
        String what = "its equity";
        if (!decisions.equals(now.decisions())) {
            what = "its decisions";
        } else if (!fills.equals(now.fills())) {
            what = "its fills";
        } else if (!rejections.equals(now.rejections())) {
            what = "what was refused";
        } else if (!checks.equals(now.checks())) {
            what = "what the order rules said";
        }
        return "Replaying entry " + sequence + " ("
                + input.time() + ") changed " + what
                + ": the strategy's code is not what it was, or it does not decide from its inputs alone. Put the old"
                + " plugin version back, or make a new bot.";
    }
}
