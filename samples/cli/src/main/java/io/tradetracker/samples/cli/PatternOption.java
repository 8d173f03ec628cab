package io.tradetracker.samples.cli;

import io.tradetracker.indicators.candlestick.CandlestickPattern;
import io.tradetracker.indicators.chartpattern.ChartPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Says which patterns a command is about. */
@SuppressWarnings("NullAway.Init")
final class PatternOption {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--pattern",
            arity = "1..*",
            order = 5,
            split = ",",
            paramLabel = "ID",
            description = "Which, such as double_top; may be repeated; see: tradetracker patterns list. "
                    + "Default: all chart patterns when finding, all patterns in a study")
    private List<String> ids = new ArrayList<>();

    /** Says what is wrong before anything is read. */
    void check() {
        for (String id : ids) {
            if (ChartPattern.find(id).isEmpty()
                    && CandlestickPattern.find(normal(id)).isEmpty()) {
                throw new ParameterException(spec.commandLine(), unknown(id));
            }
        }
    }

    private static String unknown(String id) {
        List<String> all = Stream.concat(
                        Arrays.stream(ChartPattern.values()).map(ChartPattern::id),
                        Arrays.stream(CandlestickPattern.values()).map(CandlestickPattern::id))
                .toList();
        return "there is no pattern '" + id + "'"
                + NearestName.of(normal(id), all)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; see: tradetracker patterns list");
    }

    private static String normal(String id) {
        return id.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    boolean isGiven() {
        return !ids.isEmpty();
    }

    /** {@return the chart patterns that were named} */
    Set<ChartPattern> charts() {
        Set<ChartPattern> named = EnumSet.noneOf(ChartPattern.class);
        ids.forEach(id -> ChartPattern.find(id).ifPresent(named::add));
        return named;
    }

    /** {@return the candlestick patterns that were named} */
    Set<CandlestickPattern> candlesticks() {
        Set<CandlestickPattern> named = EnumSet.noneOf(CandlestickPattern.class);
        ids.forEach(id -> CandlestickPattern.find(normal(id)).ifPresent(named::add));
        return named;
    }
}
