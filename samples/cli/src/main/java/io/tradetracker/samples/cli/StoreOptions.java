package io.tradetracker.samples.cli;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.candles.CandleError;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.StoredCandles;
import io.tradetracker.core.candles.TimeRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of a run over stored candles. */
@SuppressWarnings("NullAway.Init")
final class StoreOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--store",
            order = 2,
            paramLabel = "DIR",
            description = "Instead of --data: a store of candles; see: tradetracker data list. It knows the rules of "
                    + "its instruments.")
    private @Nullable Path folder;

    @Option(
            names = "--source",
            order = 2,
            paramLabel = "NAME",
            description = "With --store: where its candles are from.")
    private @Nullable String source;

    @Option(
            names = "--side",
            order = 2,
            paramLabel = "SIDE",
            description = "With --store: of which price: last, bid, ask or mid. Default: last")
    private @Nullable PriceSide side;

    @Option(
            names = "--with-ask",
            order = 2,
            description = "With --store and --side bid: buy at the ask, which must be in the store too.")
    private boolean withAsk;

    @Option(
            names = "--from",
            order = 2,
            paramLabel = "TIME",
            description = "With --store: first open time, such as 2024-01-01. Default: where its candles begin")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            order = 2,
            paramLabel = "TIME",
            description = "With --store: the first open time behind the last candle. Default: where its candles end")
    private @Nullable Instant to;

    boolean isGiven() {
        return folder != null;
    }

    boolean isWithAsk() {
        return withAsk;
    }

    /** Says what is wrong before anything is read. */
    void check() {
        if (folder == null) {
            boolean others = source != null || side != null || withAsk || from != null || to != null;
            require(!others, "--source, --side, --with-ask, --from and --to need --store; a file is read whole");
            return;
        }
        require(source != null, "--store needs --source, the name its candles are kept under");
        require(!withAsk || PriceSide.BID.equals(side), "--with-ask needs --side bid");
        require(from == null || to == null || from.isBefore(to), "--from " + from + " must be before --to " + to);
        key(InstrumentId.of("ANY"), Timeframe.D1);
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private CandleKey key(InstrumentId instrument, Timeframe timeframe) {
        try {
            return new CandleKey(
                    source == null ? "" : source, instrument, timeframe, side == null ? PriceSide.LAST : side);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private CandleStore open() {
        if (folder == null) {
            throw new IllegalStateException("--store was not given");
        }
        return StoreFolder.existing(folder);
    }

    Instrument instrument(InstrumentId id, Timeframe timeframe) {
        try (CandleStore store = open()) {
            return StoreFolder.get(store, key(id, timeframe)).instrument();
        }
    }

    CandleSeries read(InstrumentId id, Timeframe timeframe) {
        return read(key(id, timeframe));
    }

    /** {@return the candles at the ask} Those of the other side say which. */
    CandleSeries readAsk(InstrumentId id, Timeframe timeframe) {
        return read(key(id, timeframe).withSide(PriceSide.ASK));
    }

    private CandleSeries read(CandleKey key) {
        try (CandleStore store = open()) {
            StoredCandles stored = StoreFolder.get(store, key);
            List<TimeRange> ranges = stored.coverage().ranges();
            Instant begin = from == null ? ranges.getFirst().from() : from;
            Instant end = to == null ? ranges.getLast().to() : to;
            if (!begin.isBefore(end)) {
                throw new TradeTrackerException(
                        CandleError.NOT_COVERED,
                        key + " has nothing from " + begin + " to " + end + "; there is " + stored.coverage());
            }
            return store.read(key, begin, end);
        }
    }
}
