package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.parameter.ParameterSpec;
import io.tradetracker.api.strategy.StrategySpec;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the strategies of a folder of plugins. */
@Command(
        name = "strategies",
        description =
                "Lists the strategies of the plugins, with their parameters. Exit code 1 when a jar cannot be used.")
@SuppressWarnings("NullAway.Init")
final class StrategiesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PluginsOption plugins;

    @Option(names = "--json", description = "Print one JSON object instead of a list.")
    private boolean json;

    @Override
    public Integer call() {
        try (Plugins loaded = plugins.loadWhatIsGood()) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(toJson(loaded.strategies()));
            } else {
                loaded.strategies().forEach(strategy -> print(strategy, out));
            }
            complain(loaded, spec.commandLine().getErr());
            return loaded.failures().isEmpty() ? 0 : 1;
        }
    }

    private static void complain(Plugins loaded, PrintWriter err) {
        loaded.failures().forEach(failure -> err.println("tradetracker: cannot use " + failure));
        if (loaded.strategies().isEmpty() && loaded.failures().isEmpty()) {
            err.println("tradetracker: there is no plugin jar in " + loaded.folder());
        }
    }

    private static void print(StrategySpec strategy, PrintWriter out) {
        out.println(strategy.id() + " (" + strategy.name() + ")");
        out.println("  " + strategy.summary());
        strategy.parameters().forEach(parameter -> out.println("  --set " + describe(parameter)));
        out.println();
    }

    private static String describe(ParameterSpec parameter) {
        String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
        String help = parameter.help().isEmpty() ? "" : ". " + parameter.help();
        return parameter.name() + "=" + parameter.defaultValue() + unit + allowed(parameter) + help;
    }

    private static String allowed(ParameterSpec parameter) {
        if (!parameter.choices().isEmpty()) {
            return ", one of " + String.join(", ", parameter.choices());
        }
        if (parameter.min() == null && parameter.max() == null) {
            return "";
        }
        return ", " + bound("from ", parameter.min()) + bound(" to ", parameter.max());
    }

    private static String bound(String word, @Nullable BigDecimal bound) {
        return bound == null ? "" : word + bound.toPlainString();
    }

    private static String toJson(List<StrategySpec> strategies) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("strategies");
        for (StrategySpec strategy : strategies) {
            ObjectNode item = list.addObject()
                    .put("id", strategy.id())
                    .put("name", strategy.name())
                    .put("summary", strategy.summary());
            ArrayNode parameters = item.putArray("parameters");
            strategy.parameters().forEach(parameter -> putParameter(parameters.addObject(), parameter));
        }
        return JsonText.write(json);
    }

    private static void putParameter(ObjectNode item, ParameterSpec parameter) {
        item.put("name", parameter.name())
                .put("type", parameter.type().name())
                .put("label", parameter.label())
                .put("help", parameter.help())
                .put("unit", parameter.unit())
                .put("default", parameter.defaultValue())
                .put("min", parameter.min())
                .put("max", parameter.max())
                .put("step", parameter.step());
        ArrayNode choices = item.putArray("choices");
        parameter.choices().forEach(choices::add);
    }
}
