package io.tradetracker.samples.cli;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.data.ReadProgress;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
            required = true,
            order = 2,
            paramLabel = "FILE",
            description = "CSV with time,open,high,low,close,volume; times ISO-8601 or since 1970; gzip or plain. "
                    + "Repeat it with --instrument for several on one account; the first is the strategy's.")
    private List<Path> data;

    @Option(
            names = "--instrument",
            required = true,
            order = 3,
            paramLabel = "NAME",
            description = "What the candles are of, such as US500; one for each --data, in the same order.")
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

    @Option(
            names = "--price-step",
            order = 31,
            paramLabel = "STEP",
            description = "Smallest difference of two prices, such as 0.01. Default: any price")
    private BigDecimal priceStep = BigDecimal.ZERO;

    @Option(
            names = "--quantity-step",
            order = 32,
            paramLabel = "STEP",
            description = "Smallest difference of two quantities, such as 1. Default: 0.00000001")
    private BigDecimal quantityStep = InstrumentRules.FREE.quantityStep();

    @Option(
            names = "--multiplier",
            order = 33,
            paramLabel = "NUMBER",
            description = "What one unit is worth when the price is 1, for contracts. Default: 1")
    private BigDecimal multiplier = BigDecimal.ONE;

    @Option(names = "--currency", order = 34, paramLabel = "CODE", description = "Of the prices. Default: USD")
    private CurrencyCode currency = CurrencyCode.USD;

    /** Says what is wrong before anything is read. */
    void check() {
        if (data.size() != instruments.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are " + data.size() + " --data and " + instruments.size()
                            + " --instrument; give one of each for every file, in the same order");
        }
        if (!ask.isEmpty() && ask.size() != data.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there are " + data.size() + " --data and " + ask.size() + " --ask; give one each");
        }
        instrument(0);
    }

    Instrument instrument(int i) {
        try {
            InstrumentRules rules =
                    new InstrumentRules(priceStep, quantityStep, BigDecimal.ZERO, InstrumentRules.FREE.maxQuantity());
            return new Instrument(instruments.get(i), currency, rules, multiplier);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
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
        for (int i = 0; i < data.size(); i++) {
            all.add(CandleCsv.read(data.get(i), instrument(i), timeframe, progress));
        }
        return all;
    }

    /** Reads the candles at the ask and adds them. */
    void addAsk(BacktestBuilder backtest) {
        for (int i = 0; i < ask.size(); i++) {
            backtest.ask(CandleCsv.read(ask.get(i), instrument(i), timeframe));
        }
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
