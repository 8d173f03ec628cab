package io.tradetracker.samples.cli;

import io.tradetracker.core.export.PatternsJson;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the patterns. */
@Command(name = "list", description = "Lists the chart patterns and candlestick patterns, and what they look like.")
@SuppressWarnings("NullAway.Init")
final class PatternsListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object instead of a list.")
    private boolean json;

    @Override
    public void run() {
        spec.commandLine().getOut().println(json ? JsonText.write(PatternsJson.all()) : toText().stripTrailing());
    }

    private static String toText() {
        StringBuilder text = new StringBuilder("chart patterns\n");
        for (ChartPattern each : ChartPattern.values()) {
            line(text, each.id(), each.description());
        }
        text.append("candlestick patterns\n");
        for (CandlestickPattern each : CandlestickPattern.values()) {
            line(text, each.id(), each.description());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String id, String description) {
        text.append(String.format(Locale.ROOT, "  %-28s%s%n", id, description));
    }
}
