package io.tradetracker.samples.cli;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.report.RoundTripMethod;
import io.tradetracker.core.simulation.CandlePath;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.LimitFill;
import io.tradetracker.core.simulation.ProtectFrom;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.core.simulation.SizeAt;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say how orders fill and what the report counts. */
@SuppressWarnings("NullAway.Init")
final class FillOptions {
    private static final String FINER = "finer:";

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--fill",
            defaultValue = "next-open",
            order = 16,
            paramLabel = "WHEN",
            description = "When market orders fill: next-open or close. Default: ${DEFAULT-VALUE}")
    private FillAt fillAt;

    @Option(
            names = "--path",
            defaultValue = "pessimistic",
            order = 17,
            paramLabel = "PATH",
            description =
                    "In which order the prices of a candle came: pessimistic, nearest-extreme, high-first, low-first, "
                            + "or finer:FILE with shorter candles that show it. Default: ${DEFAULT-VALUE}")
    private String path;

    @Option(
            names = "--finer",
            order = 17,
            paramLabel = "FILE",
            description = "Shorter candles, each of which is walked as --path says.")
    private @Nullable Path finer;

    @Option(
            names = "--protect-from",
            defaultValue = "entry",
            order = 18,
            paramLabel = "WHEN",
            description =
                    "From when on the stop loss and take profit of an entry may fill: entry, market-entry (others "
                            + "from the next candle) or next-candle. Default: ${DEFAULT-VALUE}")
    private ProtectFrom protectFrom;

    @Option(
            names = "--limit-fill",
            defaultValue = "touch",
            order = 18,
            paramLabel = "WHEN",
            description =
                    "What a limit order needs: touch of its price, or a price through it. Default: ${DEFAULT-VALUE}")
    private LimitFill limitFill;

    @Option(
            names = "--size-at",
            defaultValue = "fill",
            order = 19,
            paramLabel = "WHEN",
            description = "At which price units are worked out: fill or decision. Default: ${DEFAULT-VALUE}")
    private SizeAt sizeAt;

    @Option(
            names = "--end",
            defaultValue = "exclude",
            order = 20,
            paramLabel = "WHAT",
            description =
                    "Positions open at the end: exclude them from the round trips, or close them at the last close. "
                            + "Default: ${DEFAULT-VALUE}")
    private String end;

    @Option(
            names = "--round-trip",
            defaultValue = "flat-to-flat",
            order = 21,
            paramLabel = "METHOD",
            description = "What counts as one: flat-to-flat or fifo. Default: ${DEFAULT-VALUE}")
    private RoundTripMethod roundTrip;

    @Option(
            names = "--days-per-year",
            order = 22,
            paramLabel = "N",
            description = "For yearly figures, such as 252 or 365. Default: as many as there are in the data")
    private double daysPerYear = Double.NaN;

    /** Says what is wrong before anything is read. */
    void check() {
        if (!end.equals("exclude") && !end.equals("close")) {
            throw wrong("--end " + end + " must be exclude or close");
        }
        if (daysPerYear <= 0 || daysPerYear > 366) {
            throw wrong("--days-per-year " + daysPerYear + " must be 1 to 366, such as 252");
        }
        if (finer != null && path.startsWith(FINER)) {
            throw wrong("--finer and --path finer:FILE name the shorter candles twice; leave one out");
        }
        candlePath();
    }

    private CandlePath candlePath() {
        try {
            return path.startsWith(FINER) ? CandlePath.PESSIMISTIC : CandlePath.parse(path);
        } catch (IllegalArgumentException unknown) {
            throw wrong("--" + unknown.getMessage() + ", or finer:FILE");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    SimulationRules rules(SimulationRules rules) {
        return rules.withFillAt(fillAt)
                .withLimitFill(limitFill)
                .withProtectFrom(protectFrom)
                .withSizeAt(sizeAt)
                .withPath(candlePath());
    }

    void apply(BacktestBuilder backtest, Instrument own) {
        backtest.closeAtEnd(end.equals("close")).report(roundTrip, daysPerYear);
        Path file = finerFile();
        if (file != null) {
            backtest.finer(DataOptions.readFiner(file, own));
        }
    }

    /** {@return the order of prices that the result is compared with} */
    CandlePath otherPath() {
        return candlePath() == CandlePath.PESSIMISTIC ? CandlePath.NEAREST_EXTREME_FIRST : CandlePath.PESSIMISTIC;
    }

    boolean isFiner() {
        return finerFile() != null;
    }

    private @Nullable Path finerFile() {
        return path.startsWith(FINER) ? Path.of(path.substring(FINER.length())) : finer;
    }

    String pathText() {
        return finer == null ? path : path + ", finer";
    }
}
