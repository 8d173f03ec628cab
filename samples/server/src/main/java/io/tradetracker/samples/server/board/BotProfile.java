package io.tradetracker.samples.server.board;

import java.util.Map;

/**
 * What a bot is, as opposed to what it does; fixed while it runs. Immutable.
 *
 * @param id its name in addresses
 * @param name what people read
 * @param mode whose money it is: {@code PAPER}, {@code SIMULATED}, {@code DEMO} or {@code LIVE}
 * @param plan one sentence: what it trades, how, with how much
 * @param strategy what decides
 * @param market what is traded
 */
public record BotProfile(String id, String name, String mode, String plan, StrategyLine strategy, Market market) {
    /**
     * The strategy and its settings.
     *
     * @param id its id
     * @param name what people read
     * @param summary when it buys and sells
     * @param parameters their values, by name
     */
    public record StrategyLine(String id, String name, String summary, Map<String, String> parameters) {}

    /**
     * The instrument and how its numbers are shown.
     *
     * @param instrument its id
     * @param currency of prices and money
     * @param unit of quantities, such as {@code BTC}
     * @param timeframe of the candles, such as {@code M1}
     * @param candleMillis the length of a candle
     * @param priceDecimals digits after the point
     * @param quantityDecimals digits after the point
     */
    public record Market(
            String instrument,
            String currency,
            String unit,
            String timeframe,
            long candleMillis,
            int priceDecimals,
            int quantityDecimals) {}
}
