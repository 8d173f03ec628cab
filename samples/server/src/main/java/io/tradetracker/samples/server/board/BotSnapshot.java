package io.tradetracker.samples.server.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All a page needs to show one bot, at one place in the order of events. Immutable.
 *
 * @param lastEventId the last event it contains
 * @param profile what the bot is
 * @param status whether it runs
 * @param feed where its prices are; null before they start
 * @param account its money; null before it starts
 * @param equity since the start, oldest first, in some hundred points
 * @param candles the latest closed candles, oldest first
 * @param forming the candle that has not closed; null when there is none
 * @param decisions the latest decisions, newest first
 * @param fills the latest fills, newest first
 * @param fillCount how many fills there were in all
 * @param notice the latest thing worth saying; null when there is none
 */
public record BotSnapshot(
        String lastEventId,
        BotProfile profile,
        BotStatus status,
        @Nullable FeedStatus feed,
        @Nullable AccountLine account,
        List<EquityPoint> equity,
        List<CandleLine> candles,
        @Nullable CandleLine forming,
        List<DecisionLine> decisions,
        List<FillLine> fills,
        int fillCount,
        @Nullable Notice notice) {}
