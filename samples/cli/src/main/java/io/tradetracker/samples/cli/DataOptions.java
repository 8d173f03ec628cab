package io.tradetracker.samples.cli;

import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.data.ReadProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say which candles a run goes over. */
@SuppressWarnings("NullAway.Init")
final class DataOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data",
            order = 2,
            paramLabel = "FILE",
            description = "CSV with time,open,high,low,close,volume; times ISO-8601 or since 1970; gzip or plain. "
                    + "Repeat it with --instrument for several on one account; the first is the strategy's.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--instrument",
            required = true,
            order = 3,
            paramLabel = "NAME",
            description =
                    "What the candles are of, such as US500; one for each --data, in the same order. With --store "
                            + "just name them.")
    private List<InstrumentId> instruments;

    @Option(
            names = "--timeframe",
            required = true,
            order = 4,
            paramLabel = "LENGTH",
            description = "Of a candle: 1m, 5m, 1h, 1d …")
    private Timeframe timeframe;

    @Option(
            names = "--ask",
            order = 30,
            paramLabel = "FILE",
            description = "The same candles at the ask, when those of --data are at the bid; one for each --data.")
    private List<Path> ask = new ArrayList<>();

    @Mixin
    private StoreOptions store;

    @Mixin
    private InstrumentOptions rules;

    /** Says what is wrong before anything is read. */
    void check() {
        store.check();
        if (store.isGiven()) {
            require(data.isEmpty() && ask.isEmpty(), "--store takes the place of --data and --ask; leave them out");
        } else {
            require(!data.isEmpty(), "candles are missing: give --data FILE, or --store DIR with --source NAME");
            require(
                    data.size() == instruments.size(),
                    "there are " + data.size() + " --data and " + instruments.size()
                            + " --instrument; give one of each for every file, in the same order");
            require(
                    ask.isEmpty() || ask.size() == data.size(),
                    "there are " + data.size() + " --data and " + ask.size() + " --ask; give one each");
        }
        instrument(0);
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    Instrument instrument(int i) {
        InstrumentId id = instruments.get(i);
        return rules.apply(store.isGiven() ? store.instrument(id, timeframe) : Instrument.of(id.value()));
    }

    Timeframe timeframe() {
        return timeframe;
    }

    List<InstrumentId> instruments() {
        return instruments;
    }

    List<Path> files() {
        List<Path> all = new ArrayList<>(data);
        all.addAll(ask);
        return all;
    }

    /** {@return all candles, read} */
    List<CandleSeries> read(ReadProgress progress) {
        List<CandleSeries> all = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            all.add(
                    store.isGiven()
                            ? withRules(store.read(instruments.get(i), timeframe))
                            : CandleCsv.read(data.get(i), instrument(i), timeframe, progress));
        }
        return all;
    }

    /** Reads the candles at the ask and adds them. */
    void addAsk(BacktestBuilder backtest) {
        for (int i = 0; i < ask.size(); i++) {
            backtest.ask(CandleCsv.read(ask.get(i), instrument(i), timeframe));
        }
        if (store.isWithAsk()) {
            instruments.forEach(id -> backtest.ask(withRules(store.readAsk(id, timeframe))));
        }
    }

    private CandleSeries withRules(CandleSeries candles) {
        Instrument wanted = rules.apply(candles.instrument());
        if (wanted.equals(candles.instrument())) {
            return candles;
        }
        CandleSeries.Builder copy = CandleSeries.builder(wanted, timeframe);
        for (int i = 0; i < candles.size(); i++) {
            copy.add(candles.candle(i));
        }
        return copy.build();
    }

    /** {@return the candles of a file whose timeframe is the smallest step between two of its times} */
    static CandleSeries readFiner(Path file, Instrument instrument) {
        CandleSeries seconds = CandleCsv.read(file, instrument, Timeframe.of(Duration.ofSeconds(1)));
        long step = Long.MAX_VALUE;
        for (int i = 1; i < seconds.size(); i++) {
            step = Math.min(step, seconds.timeMillis(i) - seconds.timeMillis(i - 1));
        }
        return step == Long.MAX_VALUE
                ? seconds
                : CandleCsv.read(file, instrument, Timeframe.of(Duration.ofMillis(step)));
    }
}
