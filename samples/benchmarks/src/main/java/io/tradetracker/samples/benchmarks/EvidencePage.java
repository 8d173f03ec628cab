package io.tradetracker.samples.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** The page that is kept of a measurement. */
final class EvidencePage {
    private final Plan plan;
    private final String parity;
    private final String loadBefore = Surroundings.load();

    /** Checks that all lanes make the same round trips; without that there is no page. */
    EvidencePage(Plan plan) {
        this.plan = plan;
        parity = ParityTable.of(plan);
    }

    String toMarkdown(List<Sample> samples) {
        RatioTable table = new RatioTable(samples);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("summary", summary(table));
        values.put("options", options());
        values.put("jvm", String.join(" ", Measurement.jvmArguments(plan)));
        values.put("load", loadBefore + " and " + Surroundings.load());
        values.put("candles", Integer.toString(plan.candles()));
        values.put("seed", Long.toString(plan.seed()));
        values.put("measured", measured());
        values.put("ratios", table.toMarkdown());
        values.put("parity", parity);
        values.put("first", Integer.toString(TradingRules.FIRST_DECISION));
        values.put("slice", ParityTable.ofSlice().strip());
        return PageTemplate.beside(EvidencePage.class, "engine-speed.md").fill(values);
    }

    private static String summary(RatioTable table) {
        StringJoiner ours = new StringJoiner("; ", "ta4j's time in units of ours: ", ".");
        StringJoiner bridged = new StringJoiner("; ", " Our backtest of ta4j's rules, in units of ta4j's: ", ".");
        for (TradingRules rules : TradingRules.values()) {
            double backtest = table.ratio(rules, Lane.TA4J, Lane.BACKTEST, Sample::nanos);
            double engine = table.ratio(rules, Lane.TA4J, Lane.ENGINE, Sample::nanos);
            ours.add(String.format(
                    Locale.ROOT, "%s **%.1f** of the backtest, **%.1f** of the engine", rules, backtest, engine));
            double bridge = table.ratio(rules, Lane.BRIDGE, Lane.TA4J, Sample::nanos);
            bridged.add(String.format(Locale.ROOT, "%s **%.1f**", rules, bridge));
        }
        double costs = table.ratio(TradingRules.MACD_STOP, Lane.TA4J, Lane.COSTS, Sample::nanos);
        return ours.toString()
                + bridged
                + String.format(
                        Locale.ROOT,
                        " With every cost, margin and a longer timeframe on, ta4j's bare run of the last rules takes"
                                + " **%.1f** times as long as our backtest.",
                        costs);
    }

    private String measured() {
        return "%d JVMs for each line, in turns; in each %d × %d ms after a warm-up of %d × %d ms"
                .formatted(
                        plan.rounds(),
                        plan.iterations(),
                        plan.iterationMillis(),
                        plan.warmUps(),
                        plan.iterationMillis());
    }

    private String options() {
        return "%s--candles %d --seed %d --out docs/evidence/%s"
                .formatted(plan.isQuick() ? "--quick " : "", plan.candles(), plan.seed(), plan.page());
    }
}
