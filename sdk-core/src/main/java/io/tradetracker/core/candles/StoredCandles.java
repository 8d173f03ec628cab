package io.tradetracker.core.candles;

import io.tradetracker.api.market.Instrument;

/**
 * What a store has of one key. Immutable.
 *
 * @param key which candles
 * @param instrument with the rules that came with the last write
 * @param coverage what is known
 * @param count how many candles there are
 */
public record StoredCandles(CandleKey key, Instrument instrument, Coverage coverage, long count) {}
