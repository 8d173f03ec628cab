package io.tradetracker.core.bot;

import io.tradetracker.api.market.Print;
import java.time.Instant;

/**
 * A print that came after what it belongs to was decided. The decision stands; nothing is decided twice. Immutable.
 *
 * @param print what came
 * @param candle the open time of the candle that it belongs to
 * @param count how many came late since the bot began to listen, with this one
 */
public record LatePrint(Print print, Instant candle, long count) {}
