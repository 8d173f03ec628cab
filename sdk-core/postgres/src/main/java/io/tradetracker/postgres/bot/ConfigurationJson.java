package io.tradetracker.postgres.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import io.tradetracker.core.engine.RiskJson;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.simulation.CandlePath;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.Financing;
import io.tradetracker.core.simulation.LimitFill;
import io.tradetracker.core.simulation.Margin;
import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.core.simulation.ProtectFrom;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.core.simulation.SizeAt;
import io.tradetracker.core.simulation.Slippage;
import io.tradetracker.core.simulation.Spread;
import io.tradetracker.json.JsonMappers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bot's configuration as JSON that reads back equal; numbers travel as their shortest text. */
final class ConfigurationJson {
    private final JsonMapper mapper = JsonMappers.strict();

    String write(BotConfiguration bot) {
        String text = toText(bot);
        if (!isSame(bot, text)) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    "bot " + bot.id() + " is configured with a function that cannot be put on record; use commissions"
                            + " and rates that have a text");
        }
        return text;
    }

    private boolean isSame(BotConfiguration bot, String text) {
        try {
            return read(text).equals(bot);
        } catch (TradeTrackerException unreadable) {
            return false;
        }
    }

    private String toText(BotConfiguration bot) {
        ObjectNode node = mapper.createObjectNode()
                .put("id", bot.id().value())
                .put("version", bot.version())
                .put("name", bot.name())
                .put("strategy", bot.strategyId());
        ObjectNode parameters = node.putObject("parameters");
        bot.parameters().forEach(parameters::put);
        EngineSettings settings = bot.settings();
        write(node.putObject("instrument"), settings.instrument());
        write(node.putObject("costs"), settings.account().costs());
        write(node.putObject("rules"), settings.account().rules());
        node.set("orderRules", RiskJson.write(settings.account().orderRules()));
        node.put("timeframe", settings.timeframe().duration().toString())
                .put("cash", Double.toString(settings.cash()))
                .put("size", settings.size().toString())
                .put("seed", settings.seed());
        if (!bot.others().isEmpty()) {
            ArrayNode others = node.putArray("others");
            bot.others().forEach(other -> write(others.addObject(), other));
        }
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
                    settings(node),
                    others(node));
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
                .put("maxQuantity", rules.maxQuantity().toString())
                .put("multiplier", instrument.multiplier().toString());
    }

    private static void write(ObjectNode node, Costs costs) {
        node.put("spread", costs.spread().toString())
                .put("commission", costs.commission().toString())
                .put("slippage", costs.slippage().toString())
                .put("financing", costs.financing().toString());
    }

    private static void write(ObjectNode node, SimulationRules rules) {
        node.put("fillAt", rules.fillAt().toString())
                .put("path", rules.path().toString())
                .put("limitFill", rules.limitFill().toString())
                .put("protectFrom", rules.protectFrom().toString())
                .put("sizeAt", rules.sizeAt().toString())
                .put("positions", rules.positionMode().toString())
                .put("maxEntries", rules.maxEntries())
                .put("leverage", Double.toString(rules.margin().leverage()))
                .put("marginCallPercent", Double.toString(rules.margin().callPercent()))
                .put("closeOutPercent", Double.toString(rules.margin().closeOutPercent()));
    }

    private static EngineSettings settings(JsonNode node) {
        Instrument instrument = instrument(node.required("instrument"));
        return EngineSettings.of(instrument, Timeframe.of(Duration.parse(text(node, "timeframe"))))
                .withCash(number(node, "cash"))
                .withSize(PositionSize.parse(text(node, "size")))
                .withCosts(costs(node.required("costs")))
                .withRules(rules(node.required("rules")))
                .withOrderRules(orderRules(node))
                .withSeed(node.required("seed").asLong());
    }

    private static SimulationRules rules(JsonNode node) {
        return new SimulationRules(
                FillAt.parse(text(node, "fillAt")),
                CandlePath.parse(text(node, "path")),
                LimitFill.parse(text(node, "limitFill")),
                node.has("protectFrom") ? ProtectFrom.parse(text(node, "protectFrom")) : ProtectFrom.ENTRY,
                SizeAt.parse(text(node, "sizeAt")),
                PositionMode.parse(text(node, "positions")),
                node.required("maxEntries").asInt(),
                new Margin(
                        number(node, "leverage"), number(node, "marginCallPercent"), number(node, "closeOutPercent")));
    }

    /** A bot that was put on record before there were order rules had a limit of its daily loss, maybe. */
    private static OrderRules orderRules(JsonNode node) {
        if (node.has("orderRules")) {
            return RiskJson.readRules(node.required("orderRules"));
        }
        JsonNode rules = node.required("rules");
        return rules.has("maxDailyLossPercent")
                ? OrderRules.NONE.withMaxDailyLoss(number(rules, "maxDailyLossPercent"), HaltMode.CLOSE)
                : OrderRules.NONE;
    }

    private static Instrument instrument(JsonNode node) {
        InstrumentRules rules = new InstrumentRules(
                decimal(node, "priceStep"),
                decimal(node, "quantityStep"),
                decimal(node, "minQuantity"),
                decimal(node, "maxQuantity"));
        return new Instrument(
                InstrumentId.of(text(node, "id")),
                CurrencyCode.of(text(node, "currency")),
                rules,
                decimal(node, "multiplier"));
    }

    private static List<Instrument> others(JsonNode node) {
        List<Instrument> others = new ArrayList<>();
        node.path("others").forEach(other -> others.add(instrument(other)));
        return others;
    }

    private static Costs costs(JsonNode node) {
        return new Costs(
                Spread.parse(text(node, "spread")),
                Commission.parse(text(node, "commission")),
                Slippage.parse(text(node, "slippage")),
                Financing.parse(text(node, "financing")));
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
