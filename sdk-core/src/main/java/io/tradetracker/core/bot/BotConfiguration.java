package io.tradetracker.core.bot;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Fill;
import io.tradetracker.core.engine.EngineSettings;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a bot is made from. While it runs, this does not change; a change makes the next version. Immutable.
 *
 * @param id the bot's name
 * @param version counts changes of the configuration, from 1; part of every client order id
 * @param name what people read
 * @param strategyId which strategy
 * @param parameters its parameters as text by name
 * @param settings the strategy's own instrument, account and costs
 * @param others further instruments that it trades on the same account
 */
public record BotConfiguration(
        BotId id,
        int version,
        String name,
        String strategyId,
        Map<String, String> parameters,
        EngineSettings settings,
        List<Instrument> others) {
    /**
     * Copies the parameters, sorted by name, and the instruments.
     *
     * @throws IllegalArgumentException when the version is below 1 or an instrument is named twice
     */
    public BotConfiguration {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        others = List.copyOf(others);
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " of bot " + id + " must be 1 or above");
        }
        Set<InstrumentId> named = new HashSet<>(Set.of(settings.instrument().id()));
        for (Instrument other : others) {
            if (!named.add(other.id())) {
                throw new IllegalArgumentException("bot " + id + " names instrument " + other.id() + " twice");
            }
        }
    }

    /** A bot of one instrument. */
    public BotConfiguration(
            BotId id,
            int version,
            String name,
            String strategyId,
            Map<String, String> parameters,
            EngineSettings settings) {
        this(id, version, name, strategyId, parameters, settings, List.of());
    }

    /** {@return a copy that trades these instruments besides its strategy's own} */
    public BotConfiguration withOthers(Instrument... instruments) {
        return new BotConfiguration(id, version, name, strategyId, parameters, settings, List.of(instruments));
    }

    /**
     * {@return what the next version of it may be: with another name, strategy, parameters or settings}
     *
     * @param change takes this configuration with the next version's number
     */
    public BotConfiguration changed(UnaryOperator<BotConfiguration> change) {
        return change.apply(new BotConfiguration(id, version + 1, name, strategyId, parameters, settings, others));
    }

    /** {@return a copy with another strategy and its parameters as text by name} */
    public BotConfiguration withStrategy(String newStrategyId, Map<String, String> newParameters) {
        return new BotConfiguration(id, version, name, newStrategyId, newParameters, settings, others);
    }

    /** {@return a copy with other settings} */
    public BotConfiguration withSettings(EngineSettings newSettings) {
        return new BotConfiguration(id, version, name, strategyId, parameters, newSettings, others);
    }

    /** {@return all instruments, the strategy's own first} */
    public List<Instrument> instruments() {
        return Stream.concat(Stream.of(settings.instrument()), others.stream()).toList();
    }

    /**
     * {@return the fill by its order's full name: orders are counted in a run; with bot and version they are unique}
     */
    Fill named(Fill fill) {
        return new Fill(
                fill.time(),
                fill.instrument(),
                fill.side(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                fill.reason(),
                ClientOrderId.of(id + "-v" + version + "-" + fill.clientOrderId()));
    }
}
