package io.tradetracker.samples.cli;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.candles.CandleKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say where candles go in a store. */
@SuppressWarnings("NullAway.Init")
final class KeyOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--store",
            required = true,
            order = 2,
            paramLabel = "DIR",
            description = "Where to keep them; it is made when it is missing.")
    private Path store;

    @Option(
            names = "--source",
            order = 3,
            paramLabel = "NAME",
            description = "Where they are from: lower-case letters, digits, . and -, such as capital-demo.")
    private @Nullable String source;

    @Option(
            names = "--instrument",
            required = true,
            order = 4,
            paramLabel = "NAME",
            description = "What they are of, such as US500.")
    private InstrumentId instrument;

    @Option(
            names = "--timeframe",
            required = true,
            order = 5,
            paramLabel = "LENGTH",
            description = "Of a candle: 1m, 5m, 1h, 1d …")
    private Timeframe timeframe;

    @Option(
            names = "--side",
            defaultValue = "last",
            order = 6,
            paramLabel = "SIDE",
            description = "Of which price: last, bid, ask or mid. Default: ${DEFAULT-VALUE}")
    private PriceSide side;

    Path store() {
        return store;
    }

    CandleKey key(String otherwise) {
        try {
            return new CandleKey(source == null ? otherwise : source, instrument, timeframe, side);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }
}
