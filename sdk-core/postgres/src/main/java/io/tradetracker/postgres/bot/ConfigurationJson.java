package io.tradetracker.postgres.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.Slippage;
import io.tradetracker.json.JsonMappers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bot's configuration as JSON that reads back equal; numbers travel as their shortest text. */
final class ConfigurationJson {
    private final JsonMapper mapper = JsonMappers.strict();

    String write(BotConfiguration bot) {
        ObjectNode node = mapper.createObjectNode()
                .put("id", bot.id().value())
                .put("version", bot.version())
                .put("name", bot.name())
                .put("strategy", bot.strategyId());
        ObjectNode parameters = node.putObject("parameters");
        bot.parameters().forEach(parameters::put);
        EngineSettings settings = bot.settings();
        write(node.putObject("instrument"), settings.instrument());
        write(node.putObject("costs"), settings.costs());
        node.put("timeframe", settings.timeframe().duration().toString())
                .put("cash", Double.toString(settings.cash()))
                .put("size", settings.size().toString())
                .put("fill", settings.fillAt().toString())
                .put("seed", settings.seed());
        return node.toString();
    }

    BotConfiguration read(String text) {
        try {
            JsonNode node = mapper.readTree(text);
            return new BotConfiguration(
                    BotId.of(text(node, "id")),
                    node.required("version").asInt(),
                    text(node, "name"),
                    text(node, "strategy"),
                    parameters(node.required("parameters")),
                    settings(node));
        } catch (JsonProcessingException | RuntimeException unreadable) {
            throw new TradeTrackerException(
                    CoreError.JOURNAL_FAILED, "a bot on record has a configuration that cannot be read", unreadable);
        }
    }

    private static void write(ObjectNode node, Instrument instrument) {
        InstrumentRules rules = instrument.rules();
        node.put("id", instrument.id().value())
                .put("currency", instrument.currency().value())
                .put("priceStep", rules.priceStep().toString())
                .put("quantityStep", rules.quantityStep().toString())
                .put("minQuantity", rules.minQuantity().toString())
                .put("maxQuantity", rules.maxQuantity().toString());
    }

    private static void write(ObjectNode node, Costs costs) {
        node.put("spread", Double.toString(costs.spread()))
                .put("commissionPercent", Double.toString(costs.commission().percent()))
                .put("commissionPerFill", Double.toString(costs.commission().perFill()))
                .put("commissionPerUnit", Double.toString(costs.commission().perUnit()))
                .put("slippagePercent", Double.toString(costs.slippage().percent()))
                .put("slippageAmount", Double.toString(costs.slippage().amount()));
    }

    private static EngineSettings settings(JsonNode node) {
        return new EngineSettings(
                instrument(node.required("instrument")),
                Timeframe.of(Duration.parse(text(node, "timeframe"))),
                number(node, "cash"),
                PositionSize.parse(text(node, "size")),
                costs(node.required("costs")),
                FillAt.parse(text(node, "fill")),
                node.required("seed").asLong());
    }

    private static Instrument instrument(JsonNode node) {
        InstrumentRules rules = new InstrumentRules(
                decimal(node, "priceStep"),
                decimal(node, "quantityStep"),
                decimal(node, "minQuantity"),
                decimal(node, "maxQuantity"));
        return new Instrument(InstrumentId.of(text(node, "id")), CurrencyCode.of(text(node, "currency")), rules);
    }

    private static Costs costs(JsonNode node) {
        return new Costs(
                number(node, "spread"),
                new Commission(
                        number(node, "commissionPercent"),
                        number(node, "commissionPerFill"),
                        number(node, "commissionPerUnit")),
                new Slippage(number(node, "slippagePercent"), number(node, "slippageAmount")));
    }

    private static Map<String, String> parameters(JsonNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
        return parameters;
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }

    private static double number(JsonNode node, String name) {
        return Double.parseDouble(text(node, name));
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        return new BigDecimal(text(node, name));
    }
}
