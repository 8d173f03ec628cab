package io.tradetracker.samples.cli;

import io.tradetracker.core.export.IndicatorsJson;
import io.tradetracker.indicators.IndicatorCatalogue;
import io.tradetracker.indicators.IndicatorGroup;
import io.tradetracker.indicators.IndicatorSpec;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the indicators that a strategy can declare by name. */
@Command(name = "indicators", description = "Lists the indicators and candlestick patterns a strategy can declare.")
@SuppressWarnings("NullAway.Init")
final class IndicatorsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object instead of a list.")
    private boolean json;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .println(json ? JsonText.write(IndicatorsJson.of(IndicatorCatalogue.all())) : toText().stripTrailing());
    }

    private static String toText() {
        StringBuilder text = new StringBuilder();
        for (IndicatorGroup group : IndicatorGroup.values()) {
            text.append(group.name().toLowerCase(Locale.ROOT)).append('\n');
            IndicatorCatalogue.all().stream()
                    .filter(kind -> kind.group() == group)
                    .forEach(kind -> text.append(
                            String.format(Locale.ROOT, "  %-26s%s%s\n", kind.id(), kind.title(), parameters(kind))));
        }
        return text.toString();
    }

    private static String parameters(IndicatorSpec kind) {
        return kind.parameters().isEmpty()
                ? ""
                : kind.parameters().stream()
                        .map(parameter -> parameter.name() + " " + plain(parameter.defaultValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
