package io.tradetracker.core.backtest;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.backtest.Backtest.BacktestOptions;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.engine.QuestionService;
import io.tradetracker.core.report.RoundTripMethod;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.simulation.AccountSettings;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.CurrencyRates;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.SimulatedMarket;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.indicators.IndicatorColumns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Configures a backtest. Candles and a strategy are needed; the rest has defaults. Not safe for several threads. */
public final class BacktestBuilder {
    private final RunMetrics metrics;
    private final List<CandleSeries> candles = new ArrayList<>();
    private final Map<InstrumentId, CandleSeries> ask = new HashMap<>();
    private final Map<InstrumentId, CandleSeries> finer = new HashMap<>();
    private @Nullable StrategyFactory strategy;
    private double cash = 10_000;
    private @Nullable CurrencyCode currency;
    private CurrencyRates rates = CurrencyRates.ONE;
    private PositionSize size = PositionSize.units(1);
    private Costs costs = Costs.NONE;
    private SimulationRules rules = SimulationRules.DEFAULT;
    private OrderRules orderRules = OrderRules.NONE;
    private long seed = 42;
    private @Nullable BacktestListener listener;
    private BacktestProgress progress = BacktestProgress.NONE;
    private QuestionService questions = QuestionService.NONE;
    private Duration answerDelay = Duration.ZERO;
    private boolean keepsDecisions = true;
    private boolean closesAtEnd;
    private RoundTripMethod roundTrips = RoundTripMethod.FLAT_TO_FLAT;
    private double daysPerYear = Double.NaN;
    private Set<Statistic> figures = Set.copyOf(EnumSet.allOf(Statistic.class));
    private @Nullable IndicatorColumns columns;
    private @Nullable Interruptions interruptions;

    BacktestBuilder(RunMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Sets what to run over; called again, adds another instrument to the same account. The first is the strategy's
     * own.
     */
    public BacktestBuilder candles(CandleSeries series) {
        candles.add(series);
        return this;
    }

    /**
     * Says that the candles of this instrument are of the bid, and these of the ask. Without them, candles are of the
     * middle. Where a candle is missing here, ask and bid are the same.
     */
    public BacktestBuilder ask(CandleSeries series) {
        ask.put(series.instrument().id(), series);
        return this;
    }

    /**
     * Gives shorter candles of an instrument of the run: they show in which order the prices inside a candle came.
     * Where they are missing or do not reach the candle's high and low, the path of the rules decides. When asks are
     * given, these are of the bid, and the ask is as far above it as at the open of the candle.
     */
    public BacktestBuilder finer(CandleSeries series) {
        finer.put(series.instrument().id(), series);
        return this;
    }

    /** Sets what makes the strategy, such as {@code context -> new MyStrategy(context)}. */
    public BacktestBuilder strategy(StrategyFactory factory) {
        strategy = factory;
        return this;
    }

    /** Sets what the account starts with, in its currency; 10,000 by default. */
    public BacktestBuilder cash(double amount) {
        cash = amount;
        return this;
    }

    /**
     * Sets the account's currency, and what others are worth in it; by default it is that of the strategy's own
     * instrument.
     */
    public BacktestBuilder currency(CurrencyCode code, CurrencyRates inThatCurrency) {
        currency = code;
        rates = inThatCurrency;
        return this;
    }

    /** Sets the size of entries that name none; one unit by default. */
    public BacktestBuilder size(PositionSize positionSize) {
        size = positionSize;
        return this;
    }

    /** Sets the account whole: cash, currency, sizes, costs and rules. */
    public BacktestBuilder account(AccountSettings account) {
        rules = account.rules();
        orderRules = account.orderRules();
        return cash(account.cash())
                .currency(account.currency(), account.rates())
                .size(account.defaultSize())
                .costs(account.costs());
    }

    /** Sets what trading costs; nothing by default. */
    public BacktestBuilder costs(Costs tradingCosts) {
        costs = tradingCosts;
        return this;
    }

    /** Sets how orders fill and what the account allows. */
    public BacktestBuilder rules(SimulationRules simulationRules) {
        rules = simulationRules;
        return this;
    }

    /** Changes how orders fill and what the account allows. */
    public BacktestBuilder rules(UnaryOperator<SimulationRules> change) {
        rules = change.apply(rules);
        return this;
    }

    /** Sets the limits that orders must keep; none by default. */
    public BacktestBuilder orderRules(OrderRules limits) {
        orderRules = limits;
        return this;
    }

    /** Sets when market orders fill; at the next open by default. */
    public BacktestBuilder fillAt(FillAt when) {
        return rules(rules.withFillAt(when));
    }

    /** Sets the seed of the strategy's random numbers; 42 by default. */
    public BacktestBuilder seed(long randomSeed) {
        seed = randomSeed;
        return this;
    }

    /** Sets who hears of fills and decisions. */
    public BacktestBuilder listener(BacktestListener backtestListener) {
        listener = backtestListener;
        return this;
    }

    /** Sets who hears how far it is. */
    public BacktestBuilder progress(BacktestProgress backtestProgress) {
        progress = backtestProgress;
        return this;
    }

    /**
     * Sets who answers questions.
     *
     * @param service called in the thread of the run
     * @param delay market time from the question to the answer, zero or more
     */
    public BacktestBuilder answers(QuestionService service, Duration delay) {
        questions = service;
        answerDelay = delay;
        return this;
    }

    /**
     * Sets which figures the report has; all by default. Fewer are quicker, for many runs of which little is kept. The
     * others do not exist: they are NaN.
     */
    public BacktestBuilder figures(Collection<Statistic> wanted) {
        figures = Set.copyOf(wanted);
        return this;
    }

    /**
     * Takes the indicators of the strategy's own timeframe from columns that several runs over the same series share. A
     * run of one instrument only.
     *
     * @param shared columns of the series given to {@link #candles}
     */
    public BacktestBuilder columns(IndicatorColumns shared) {
        columns = shared;
        return this;
    }

    /**
     * Takes the course of a live run: with its warm-up, its moments that nobody attended, and its answers where they
     * came. Nobody is asked for answers.
     */
    public BacktestBuilder interruptions(Interruptions ofALiveRun) {
        interruptions = ofALiveRun;
        return this;
    }

    /** Sets whether the result has every decision; it has by default. Without them, long runs need less memory. */
    public BacktestBuilder keepDecisions(boolean keep) {
        keepsDecisions = keep;
        return this;
    }

    /**
     * Sets whether positions that are open at the end are closed at the last close; by default they are kept out of the
     * round trips, and equity counts them.
     */
    public BacktestBuilder closeAtEnd(boolean close) {
        closesAtEnd = close;
        return this;
    }

    /**
     * Sets what counts in the report.
     *
     * @param method what is one round trip
     * @param days factor of annualisation, such as 252 or 365; NaN for the observed number of days
     */
    public BacktestBuilder report(RoundTripMethod method, double days) {
        roundTrips = method;
        daysPerYear = days;
        return this;
    }

    /**
     * {@return the configured backtest}
     *
     * @throws IllegalArgumentException when the cash is not above zero
     * @throws TradeTrackerException BAD_CONFIGURATION when candles or strategy are missing or do not fit together
     */
    public Backtest build() {
        if (candles.isEmpty()) {
            throw missing("candles are missing: call candles(series)");
        }
        StrategyFactory factory = strategy;
        if (factory == null) {
            throw missing("the strategy is missing: call strategy(factory)");
        }
        CandleSeries own = candles.getFirst();
        AccountSettings account = new AccountSettings(
                currency == null ? own.instrument().currency() : currency, cash, size, costs, rules, rates, orderRules);
        EngineSettings settings = new EngineSettings(own.instrument(), own.timeframe(), account, seed);
        BacktestOptions options = new BacktestOptions(
                listener,
                progress,
                questions,
                answerDelay,
                keepsDecisions,
                closesAtEnd,
                roundTrips,
                daysPerYear,
                figures,
                columns,
                interruptions);
        return new Backtest(List.copyOf(candles), markets(), factory, settings, options, metrics);
    }

    private List<SimulatedMarket> markets() {
        return candles.stream()
                .map(series -> new SimulatedMarket(
                        series.instrument(),
                        ask.get(series.instrument().id()),
                        finer.get(series.instrument().id())))
                .toList();
    }

    private static TradeTrackerException missing(String what) {
        return new TradeTrackerException(CoreError.BAD_CONFIGURATION, what);
    }

    /** {@return what came out of one run; short for {@code build().run()}} */
    public BacktestResult run() {
        return build().run();
    }
}
