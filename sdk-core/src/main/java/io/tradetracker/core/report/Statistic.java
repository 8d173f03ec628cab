package io.tradetracker.core.report;

import static io.tradetracker.core.report.Statistic.Group.ACCOUNT;
import static io.tradetracker.core.report.Statistic.Group.COSTS;
import static io.tradetracker.core.report.Statistic.Group.DRAWDOWN;
import static io.tradetracker.core.report.Statistic.Group.RISK;
import static io.tradetracker.core.report.Statistic.Group.RUN;
import static io.tradetracker.core.report.Statistic.Group.TRADING;
import static io.tradetracker.core.report.Statistic.Unit.COUNT;
import static io.tradetracker.core.report.Statistic.Unit.DAYS;
import static io.tradetracker.core.report.Statistic.Unit.MONEY;
import static io.tradetracker.core.report.Statistic.Unit.PERCENT;
import static io.tradetracker.core.report.Statistic.Unit.RATIO;

/**
 * A figure of a run: its name in JSON, what people read, its unit and its definition. Where programs differ in what
 * they call by one name, there is a figure for each. A figure that does not exist is NaN.
 *
 * <p>In the definitions, r is the return from the last close of one UTC day to that of the next, m the mean and s the
 * sample standard deviation (n − 1) of all r, g their geometric mean with the first day counted as 0, T the number of
 * days in a year, p the profit of a round trip after fees and financing, and q that profit as a share of what was
 * entered.
 */
public enum Statistic {
    /** What the account started with. */
    CASH("cash", "Cash at start", ACCOUNT, MONEY, "what the account started with"),
    /** Equity at the end. */
    FINAL_EQUITY("finalEquity", "Final equity", ACCOUNT, MONEY, "cash and open positions at the last close"),
    /** Highest equity. */
    PEAK_EQUITY("peakEquity", "Highest equity", ACCOUNT, MONEY, "highest equity at a candle's close"),
    /** Lowest equity. */
    LOWEST_EQUITY("lowestEquity", "Lowest equity", ACCOUNT, MONEY, "lowest equity at a candle's close"),
    /** Total gain in percent. */
    RETURN("returnPercent", "Return", ACCOUNT, PERCENT, "final equity / cash − 1"),
    /** Gain of holding. */
    BUY_AND_HOLD("buyAndHoldPercent", "Buy and hold", ACCOUNT, PERCENT, "last close / first open − 1, own instrument"),
    /** Gain of holding from the first decision on. */
    CANDLE_BUY_AND_HOLD(
            "candleBuyAndHoldPercent",
            "Buy and hold, candles",
            ACCOUNT,
            PERCENT,
            "last close / close of the first candle that the strategy was asked about − 1, the Buy & Hold Return of"
                    + " backtesting.py"),
    /** Compound annual growth. */
    CAGR("cagrPercent", "CAGR", ACCOUNT, PERCENT, "(final equity / cash) ^ (1 / years) − 1, a year being 365.25 days"),
    /** Annual return from daily ones. */
    ANNUAL_RETURN(
            "annualReturnPercent",
            "Annual return",
            ACCOUNT,
            PERCENT,
            "(1 + g) ^ T − 1, the Return (Ann.) of backtesting.py"),
    /** Share of candles in a position. */
    EXPOSURE("exposurePercent", "Exposure", ACCOUNT, PERCENT, "share of candles at whose close a position was open"),
    /** Share of candles in round trips. */
    CANDLE_EXPOSURE(
            "candleExposurePercent",
            "Exposure, candles",
            ACCOUNT,
            PERCENT,
            "share of candles from that of the entry to that of the exit of a round trip, both counted, the Exposure"
                    + " Time of backtesting.py"),

    /** Volatility of daily returns. */
    VOLATILITY("volatilityPercent", "Volatility", RISK, PERCENT, "s · √T, as in QuantStats"),
    /** Volatility of compounded returns. */
    COMPOUND_VOLATILITY(
            "compoundVolatilityPercent",
            "Volatility, compound",
            RISK,
            PERCENT,
            "√((s² + (1 + g)²) ^ T − (1 + g) ^ 2T), the Volatility (Ann.) of backtesting.py"),
    /** Sharpe ratio. */
    SHARPE("sharpe", "Sharpe ratio", RISK, RATIO, "m / s · √T, risk-free rate 0; Sharpe 1994, as in QuantStats"),
    /** Sharpe ratio of compounded returns. */
    COMPOUND_SHARPE(
            "compoundSharpe",
            "Sharpe ratio, compound",
            RISK,
            RATIO,
            "annual return / compound volatility, the Sharpe Ratio of backtesting.py"),
    /** Sortino ratio. */
    SORTINO("sortino", "Sortino ratio", RISK, RATIO, "m / √(mean of min(r, 0)²) · √T, as in QuantStats"),
    /** Sortino ratio of compounded returns. */
    COMPOUND_SORTINO(
            "compoundSortino",
            "Sortino ratio, compound",
            RISK,
            RATIO,
            "annual return / (√(mean of min(r, 0)²) · √T), the Sortino Ratio of backtesting.py"),
    /** Calmar ratio. */
    CALMAR("calmar", "Calmar ratio", RISK, RATIO, "CAGR / maximum drawdown, as in QuantStats"),
    /** Calmar ratio of compounded returns. */
    COMPOUND_CALMAR(
            "compoundCalmar",
            "Calmar ratio, compound",
            RISK,
            RATIO,
            "annual return / maximum drawdown, the Calmar Ratio of backtesting.py"),
    /** Beta. */
    BETA(
            "beta",
            "Beta",
            RISK,
            RATIO,
            "covariance of r and the own instrument's daily returns / variance of the latter"),
    /** Alpha. */
    ALPHA("alphaPercent", "Alpha", RISK, PERCENT, "(m − beta · mean of the instrument's daily returns) · T"),
    /** Beta of logarithmic returns. */
    CANDLE_BETA(
            "candleBeta",
            "Beta, candles",
            RISK,
            RATIO,
            "the same from logarithmic returns of candles, the Beta of backtesting.py"),
    /** Alpha in the sense of backtesting.py. */
    CANDLE_ALPHA(
            "candleAlphaPercent",
            "Alpha, candles",
            RISK,
            PERCENT,
            "return − candle beta · buy and hold of candles, the Alpha of backtesting.py"),

    /** Deepest drawdown. */
    MAX_DRAWDOWN(
            "maxDrawdownPercent",
            "Maximum drawdown",
            DRAWDOWN,
            PERCENT,
            "deepest fall from a peak, of the peak, at closes"),
    /** Deepest drawdown in money. */
    MAX_DRAWDOWN_AMOUNT(
            "maxDrawdown", "Maximum drawdown, amount", DRAWDOWN, MONEY, "largest fall from a peak, at closes"),
    /** Mean drawdown. */
    AVERAGE_DRAWDOWN("averageDrawdownPercent", "Average drawdown", DRAWDOWN, PERCENT, "mean depth of all drawdowns"),
    /** Longest drawdown. */
    LONGEST_DRAWDOWN(
            "longestDrawdownDays",
            "Longest drawdown",
            DRAWDOWN,
            DAYS,
            "longest time from a peak until it was passed, or the end"),
    /** Mean length of drawdowns. */
    AVERAGE_DRAWDOWN_LENGTH(
            "averageDrawdownDays",
            "Average drawdown length",
            DRAWDOWN,
            DAYS,
            "mean time from a peak until it was passed"),
    /** Ulcer index. */
    ULCER_INDEX(
            "ulcerIndex",
            "Ulcer index",
            DRAWDOWN,
            PERCENT,
            "root of the mean square of drawdowns at closes; Martin 1987"),
    /** Recovery factor. */
    RECOVERY_FACTOR("recoveryFactor", "Recovery factor", DRAWDOWN, RATIO, "profit / maximum drawdown in money"),

    /** Executions. */
    FILLS("fills", "Fills", TRADING, COUNT, "executions"),
    /** Closed positions. */
    ROUND_TRIPS("roundTrips", "Round trips", TRADING, COUNT, "positions that were closed"),
    /** Share of winners. */
    WIN_RATE("winRatePercent", "Win rate", TRADING, PERCENT, "share of round trips with p > 0"),
    /** Profit factor. */
    PROFIT_FACTOR("profitFactor", "Profit factor", TRADING, RATIO, "sum of p > 0 / −sum of p < 0"),
    /** Profit factor of returns. */
    RETURN_PROFIT_FACTOR(
            "returnProfitFactor",
            "Profit factor, returns",
            TRADING,
            RATIO,
            "sum of q > 0 / −sum of q < 0, the Profit Factor of backtesting.py"),
    /** Mean profit. */
    EXPECTANCY("expectancy", "Expectancy", TRADING, MONEY, "mean p"),
    /** Mean return. */
    EXPECTANCY_PERCENT("expectancyPercent", "Expectancy, return", TRADING, PERCENT, "mean q"),
    /** Geometric mean return. */
    AVERAGE_TRIP("averageRoundTripPercent", "Average round trip", TRADING, PERCENT, "geometric mean of 1 + q, less 1"),
    /** Best return. */
    BEST_TRIP("bestRoundTripPercent", "Best round trip", TRADING, PERCENT, "highest q"),
    /** Worst return. */
    WORST_TRIP("worstRoundTripPercent", "Worst round trip", TRADING, PERCENT, "lowest q"),
    /** Mean winner. */
    AVERAGE_WIN("averageWin", "Average win", TRADING, MONEY, "mean of p > 0"),
    /** Mean loser. */
    AVERAGE_LOSS("averageLoss", "Average loss", TRADING, MONEY, "mean of p < 0"),
    /** Payoff ratio. */
    PAYOFF_RATIO("payoffRatio", "Payoff ratio", TRADING, RATIO, "average win / −average loss"),
    /** System quality number. */
    SQN("sqn", "System quality number", TRADING, RATIO, "√n · mean p / sample standard deviation of p; Tharp 2008"),
    /** Kelly criterion. */
    KELLY("kelly", "Kelly criterion", TRADING, RATIO, "win rate − (1 − win rate) / payoff ratio; Kelly 1956"),
    /** Winners in a row. */
    LONGEST_WIN_STREAK(
            "longestWinStreak", "Most wins in a row", TRADING, COUNT, "most round trips in a row with p > 0"),
    /** Losers in a row. */
    LONGEST_LOSS_STREAK(
            "longestLossStreak", "Most losses in a row", TRADING, COUNT, "most round trips in a row with p < 0"),
    /** Mean length. */
    AVERAGE_TRIP_LENGTH("averageRoundTripDays", "Average length", TRADING, DAYS, "mean time from entry to exit"),
    /** Longest. */
    LONGEST_TRIP("longestRoundTripDays", "Longest round trip", TRADING, DAYS, "longest time from entry to exit"),
    /** Mean adverse excursion. */
    AVERAGE_MAE(
            "averageMaePercent",
            "Average adverse excursion",
            TRADING,
            PERCENT,
            "mean MAE of round trips; Sweeney 1996"),
    /** Mean favourable excursion. */
    AVERAGE_MFE("averageMfePercent", "Average favourable excursion", TRADING, PERCENT, "mean MFE of round trips"),

    /** All costs. */
    ALL_COSTS("costs", "Costs", COSTS, MONEY, "commission + spread + slippage + financing"),
    /** Commission. */
    COMMISSION("commission", "Commission", COSTS, MONEY, "fees of all fills"),
    /** Spread. */
    SPREAD("spread", "Spread", COSTS, MONEY, "half the spread for every unit traded"),
    /** Slippage. */
    SLIPPAGE("slippage", "Slippage", COSTS, MONEY, "what market and stop orders filled worse"),
    /** Financing. */
    FINANCING(
            "financing",
            "Financing",
            COSTS,
            MONEY,
            "cost of holding over night; below zero when it was paid to the holder"),

    /** Candles. */
    CANDLES("candles", "Candles", RUN, COUNT, "moments at which a candle closed"),
    /** Units still held. */
    OPEN_QUANTITY(
            "openQuantity",
            "Open position",
            RUN,
            RATIO,
            "units of the own instrument held at the end, short below zero"),
    /** Refusals. */
    REJECTIONS("rejections", "Refused orders", RUN, COUNT, "what was wanted and not got"),
    /** Ambiguous candles. */
    AMBIGUOUS_CANDLES(
            "ambiguousCandles",
            "Ambiguous candles",
            RUN,
            COUNT,
            "candles in which the unknown order of prices decided what filled"),
    /** Close-outs. */
    CLOSE_OUTS("closeOuts", "Close-outs", RUN, COUNT, "how often positions were closed because margin was missing");

    private final String id;
    private final String label;
    private final Group group;
    private final Unit unit;
    private final String definition;

    Statistic(String id, String label, Group group, Unit unit, String definition) {
        this.id = id;
        this.label = label;
        this.group = group;
        this.unit = unit;
        this.definition = definition;
    }

    /** {@return its name in JSON; never changed once published} */
    public String id() {
        return id;
    }

    /** {@return what people read} */
    public String label() {
        return label;
    }

    /** {@return where it belongs} */
    public Group group() {
        return group;
    }

    /** {@return what it is counted in} */
    public Unit unit() {
        return unit;
    }

    /** {@return formula, convention and, where somebody invented it, the source} */
    public String definition() {
        return definition;
    }

    /** Where a figure belongs. */
    public enum Group {
        /** Equity and return. */
        ACCOUNT("Account"),
        /** Return against risk. */
        RISK("Risk"),
        /** Falls from peaks. */
        DRAWDOWN("Drawdown"),
        /** Round trips. */
        TRADING("Trading"),
        /** What trading cost. */
        COSTS("Costs"),
        /** The run itself. */
        RUN("Run");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /** {@return what people read} */
        public String label() {
            return label;
        }
    }

    /** What a figure is counted in. */
    public enum Unit {
        /** The account's currency. */
        MONEY,
        /** Hundredths. */
        PERCENT,
        /** A number without a unit. */
        RATIO,
        /** Whole numbers. */
        COUNT,
        /** Days of 24 hours. */
        DAYS
    }
}
