package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.export.PatternsJson;
import io.tradetracker.indicators.candlestick.CandlestickMatch;
import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.candlestick.CandlestickScan;
import io.tradetracker.indicators.candlestick.CandlestickSignals;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import io.tradetracker.indicators.chartpattern.ChartPatternScan;
import io.tradetracker.indicators.chartpattern.Formation;
import io.tradetracker.indicators.chartpattern.PivotRule;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds patterns in candles. */
@Command(
        name = "find",
        description = "Lists the patterns in some candles: when each was known, and the prices that matter.",
        sortOptions = false,
        sortSynopsis = false,
        footer = {
            "",
            "Example:",
            "  tradetracker patterns find --data us500-1d.csv --instrument US500 --timeframe 1d --last 250"
        })
@SuppressWarnings("NullAway.Init")
final class PatternsFindCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Mixin
    private PatternOption patterns;

    @Option(
            names = "--last",
            order = 40,
            paramLabel = "N",
            description = "Only what became known within the newest N candles. Default: all")
    private @Nullable Integer last;

    @Option(names = "--json", order = 50, description = "Print one JSON object instead of a list.")
    private boolean json;

    @Override
    public void run() {
        data.check();
        patterns.check();
        if (data.instruments().size() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "patterns are found in one instrument; --instrument names "
                            + data.instruments().size());
        }
        if (last != null && last < 1) {
            throw new ParameterException(spec.commandLine(), "--last " + last + " must be 1 or more");
        }
        try (Progress progress = new Progress(json)) {
            find(data.read(progress).getFirst());
        }
    }

    private void find(CandleSeries candles) {
        int first = last == null ? 0 : Math.max(0, candles.size() - last);
        List<Formation> charts =
                charts(candles).stream().filter(each -> each.knownAt() >= first).toList();
        List<CandlestickMatch> candlesticks = candlesticks(candles).stream()
                .filter(each -> first < candles.size() && each.toMillis() >= candles.timeMillis(first))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.write(toJson(candles, charts, candlesticks)));
            return;
        }
        charts.forEach(each -> out.println(line(each)));
        candlesticks.forEach(each -> out.println(line(each)));
        out.println(charts.size() + candlesticks.size() + " patterns in " + (candles.size() - first) + " candles of "
                + candles.instrument().id());
    }

    private List<Formation> charts(CandleSeries candles) {
        Set<ChartPattern> wanted = patterns.isGiven() ? patterns.charts() : EnumSet.allOf(ChartPattern.class);
        ChartPatternScan scan = new ChartPatternScan(wanted, PivotRule.usual());
        List<Formation> all = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            all.addAll(scan.onCandle(candles.timeMillis(i), candles.high(i), candles.low(i), candles.close(i)));
        }
        return all;
    }

    private List<CandlestickMatch> candlesticks(CandleSeries candles) {
        Set<CandlestickPattern> wanted = patterns.candlesticks();
        return wanted.isEmpty() ? List.of() : new CandlestickScan(wanted).list(candles);
    }

    private static ObjectNode toJson(
            CandleSeries candles, List<Formation> charts, List<CandlestickMatch> candlesticks) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("instrument", candles.instrument().id().value())
                .put("timeframe", candles.timeframe().toString())
                .put("candles", candles.size());
        ArrayNode found = node.putArray("chartPatterns");
        charts.forEach(each -> found.add(PatternsJson.of(each)));
        ArrayNode matches = node.putArray("candlestickPatterns");
        candlesticks.forEach(each -> matches.add(PatternsJson.of(each)));
        return node;
    }

    private static String line(Formation found) {
        return String.format(
                Locale.ROOT,
                "%s  %-28s%-8s confidence %.2f%s%s%s",
                Instant.ofEpochMilli(found.knownAtMillis()),
                found.pattern().id(),
                way(found.direction()),
                found.confidence(),
                price("confirmed beyond", found.confirmation()),
                price("ends beyond", found.invalidation()),
                price("target", found.target()));
    }

    private static String line(CandlestickMatch found) {
        boolean isNeutral = found.pattern().signals() == CandlestickSignals.NEUTRAL;
        return String.format(
                Locale.ROOT,
                "%s  %-28s%-8s strength %.2f",
                Instant.ofEpochMilli(found.toMillis()),
                found.pattern().id(),
                way(isNeutral ? 0 : found.signal()),
                found.strength());
    }

    private static String way(int direction) {
        return direction > 0 ? "rising" : direction < 0 ? "falling" : "either";
    }

    private static String price(String name, double price) {
        return Double.isNaN(price) ? "" : String.format(Locale.ROOT, ", %s %.6g", name, price);
    }
}
