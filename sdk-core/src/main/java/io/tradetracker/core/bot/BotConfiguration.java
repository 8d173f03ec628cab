package io.tradetracker.core.bot;

import io.tradetracker.core.engine.EngineSettings;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bot is made from; it does not change during its life. Immutable.
 *
 * @param id the bot's name
 * @param version counts changes of the configuration, from 1; part of every client order id
 * @param name what people read
 * @param strategyId which strategy
 * @param parameters its parameters as text by name
 * @param settings market, account and costs
 */
public record BotConfiguration(
        BotId id,
        int version,
        String name,
        String strategyId,
        Map<String, String> parameters,
        EngineSettings settings) {
    /** Copies the parameters, sorted by name. */
    public BotConfiguration {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
