package io.tradetracker.samples.cli;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.CurrencyRates;
import io.tradetracker.core.simulation.Financing;
import io.tradetracker.core.simulation.Margin;
import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.core.simulation.Slippage;
import io.tradetracker.core.simulation.Spread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options about money: what the account starts with, what trading costs, what the account allows. */
@SuppressWarnings("NullAway.Init")
final class AccountOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--cash",
            defaultValue = "10000",
            order = 7,
            paramLabel = "AMOUNT",
            description = "At the start. Default: ${DEFAULT-VALUE}")
    private double cash;

    @Option(
            names = "--size",
            defaultValue = "units:1",
            order = 6,
            paramLabel = "SIZE",
            description = "Of an entry: units:N, cash:all (as many whole units as the cash pays for), cash:N, "
                    + "percent:N of equity, "
                    + "risk:N percent of equity at the stop loss. Default: ${DEFAULT-VALUE}")
    private PositionSize size;

    @Option(
            names = "--spread",
            defaultValue = "0",
            order = 8,
            paramLabel = "SPREAD",
            description = "Ask minus bid: a price, a share such as 0.01%%, or 24 prices joined by / for the hours UTC. "
                    + "Default: ${DEFAULT-VALUE}")
    private Spread spread;

    @Option(
            names = "--commission",
            defaultValue = "0",
            order = 9,
            paramLabel = "CHARGE",
            description =
                    "For each fill: 2 is an amount, 0.1%% a share of the value, 0.01/unit for each unit; joined by "
                            + "+, with a minimum as in \"0.1%%+2 min 5\". Default: ${DEFAULT-VALUE}")
    private Commission commission;

    @Option(
            names = "--slippage",
            defaultValue = "0",
            order = 10,
            paramLabel = "DISTANCE",
            description = "How much worse market and stop orders fill: 0.05%% of the price, an amount, or 2ticks. "
                    + "Default: ${DEFAULT-VALUE}")
    private Slippage slippage;

    @Option(
            names = "--financing",
            order = 11,
            paramLabel = "RATES",
            description = "Cost of holding over night, a year: LONG%%/SHORT%%, such as 5%%/-2%% or "
                    + "\"5%%/-2%%@22:00 triple=WEDNESDAY\". Default: none")
    private Financing financing = Financing.NONE;

    @Option(
            names = "--leverage",
            order = 12,
            paramLabel = "N",
            description =
                    "Value of positions for each unit of equity: margin is asked for, with a call at 100 %% and a "
                            + "close-out at 50 %%. Default: none is asked for")
    private double leverage = Double.POSITIVE_INFINITY;

    @Option(
            names = "--positions",
            defaultValue = "netting",
            order = 13,
            paramLabel = "MODE",
            description = "netting: one position for each instrument; hedging: each entry for itself. "
                    + "Default: ${DEFAULT-VALUE}")
    private PositionMode positions;

    @Option(
            names = "--entries",
            defaultValue = "1",
            order = 14,
            paramLabel = "N",
            description = "How many entries may be open on one side. Default: ${DEFAULT-VALUE}")
    private int entries;

    @Option(
            names = "--account-currency",
            order = 35,
            paramLabel = "CODE",
            description = "Of the account; needs --rate. Default: that of the prices")
    private @Nullable CurrencyCode accountCurrency;

    @Option(
            names = "--rate",
            order = 36,
            paramLabel = "RATE",
            description = "What a unit of the price's currency is worth in the account's: a number, or a CSV file of "
                    + "candles in the timeframe of --data.")
    private @Nullable String rate;

    /** Says what is wrong before anything is read. */
    void check() {
        require(cash > 0 && !Double.isInfinite(cash), "--cash " + cash + " must be above zero, such as 10000");
        require(leverage > 0, "--leverage " + leverage + " must be above zero, such as 1 or 30");
        require(entries >= 1, "--entries " + entries + " must be 1 or more");
        require(
                slippage.percent() < 100 && spread.percent() < 100,
                "--spread and --slippage must be below 100%, such as 0.05%");
        require((accountCurrency == null) == (rate == null), "--account-currency and --rate go together");
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    Costs costs() {
        return new Costs(spread, commission, slippage, financing);
    }

    void apply(BacktestBuilder backtest, Instrument own, Timeframe timeframe) {
        backtest.cash(cash).size(size).costs(costs());
        if (accountCurrency != null && rate != null) {
            backtest.currency(accountCurrency, rates(own, timeframe, rate));
        }
    }

    private CurrencyRates rates(Instrument own, Timeframe timeframe, String text) {
        Path file = Path.of(text);
        if (Files.exists(file)) {
            return CurrencyRates.of(own.currency(), CandleCsv.read(file, Instrument.of("RATE"), timeframe));
        }
        try {
            return CurrencyRates.fixed(Map.of(own.currency(), Double.parseDouble(text)));
        } catch (NumberFormatException neither) {
            throw new ParameterException(
                    spec.commandLine(), "--rate " + text + " must be a number, or a CSV file that exists", neither);
        }
    }

    SimulationRules rules(SimulationRules rules) {
        return rules.withPositionMode(positions)
                .withMaxEntries(entries)
                .withMargin(Double.isInfinite(leverage) ? Margin.NONE : Margin.leverage(leverage));
    }

    String sizeText() {
        return size.toString();
    }
}
