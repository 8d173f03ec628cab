package io.tradetracker.samples.cli;

import io.tradetracker.core.backtest.BacktestBuilder;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that limit orders. What only reduces or closes a position is never refused. */
@SuppressWarnings("NullAway.Init")
final class OrderRuleOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--max-position",
            order = 15,
            paramLabel = "UNITS",
            description = "Largest position in an instrument on one side. Default: none")
    private @Nullable String maxPosition;

    @Option(
            names = "--max-exposure",
            order = 15,
            paramLabel = "PERCENT",
            description = "Largest value of all open positions, in percent of equity. Default: none")
    private @Nullable String maxExposure;

    @Option(
            names = "--max-orders-per-hour",
            order = 15,
            paramLabel = "N",
            description = "Orders within 60 minutes that open or enlarge a position. Default: any number")
    private @Nullable String maxOrdersPerHour;

    @Option(
            names = "--max-daily-loss",
            order = 15,
            paramLabel = "PERCENT[:block]",
            description = "Loss in a UTC day at which all is closed and nothing opened until the next; with :block, "
                    + "positions stay. Default: none")
    private @Nullable String maxDailyLoss;

    @Option(
            names = "--max-drawdown",
            order = 15,
            paramLabel = "PERCENT[:block]",
            description = "Fall from the peak of equity at which all is closed and nothing opened any more; with "
                    + ":block, positions stay. Default: none")
    private @Nullable String maxDrawdown;

    /** Says what is wrong before anything is read. */
    void check() {
        rules();
    }

    void apply(BacktestBuilder backtest) {
        backtest.orderRules(rules());
    }

    /** {@return the rules that are set, by the name of their option} */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "max position", maxPosition);
        put(facts, "max exposure", maxExposure);
        put(facts, "max orders per hour", maxOrdersPerHour);
        put(facts, "max daily loss", maxDailyLoss);
        put(facts, "max drawdown", maxDrawdown);
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String text) {
        if (text != null) {
            facts.put(name, text);
        }
    }

    OrderRules rules() {
        OrderRules rules = OrderRules.NONE;
        if (maxPosition != null) {
            rules = rules.withMaxPosition(number("--max-position", maxPosition, maxPosition, Double.MAX_VALUE));
        }
        if (maxExposure != null) {
            rules = rules.withMaxExposure(percent("--max-exposure", maxExposure, maxExposure, Double.MAX_VALUE));
        }
        if (maxOrdersPerHour != null) {
            rules = rules.withMaxOrdersPerHour(orders(maxOrdersPerHour));
        }
        if (maxDailyLoss != null) {
            rules = rules.withMaxDailyLoss(loss("--max-daily-loss", maxDailyLoss), mode(maxDailyLoss));
        }
        if (maxDrawdown != null) {
            rules = rules.withMaxDrawdown(loss("--max-drawdown", maxDrawdown), mode(maxDrawdown));
        }
        return rules;
    }

    private int orders(String text) {
        try {
            int orders = Integer.parseInt(text);
            if (orders >= 1) {
                return orders;
            }
        } catch (NumberFormatException noNumber) {
            throw wrong("--max-orders-per-hour " + text + " must be a whole number of 1 or more, such as 10");
        }
        throw wrong("--max-orders-per-hour " + text + " must be a whole number of 1 or more, such as 10");
    }

    private double loss(String option, String text) {
        return percent(option, text, text.split(":", 2)[0], 100);
    }

    private HaltMode mode(String text) {
        String[] parts = text.split(":", 2);
        try {
            return parts.length == 1 ? HaltMode.CLOSE : HaltMode.parse(parts[1]);
        } catch (IllegalArgumentException unknown) {
            throw wrong("what follows the colon of " + text + " must be block or close");
        }
    }

    private double percent(String option, String text, String number, double most) {
        return number(option, text, number.endsWith("%") ? number.substring(0, number.length() - 1) : number, most);
    }

    private double number(String option, String text, String number, double most) {
        try {
            double value = Double.parseDouble(number);
            if (value > 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw wrong(option, text, most);
        }
        throw wrong(option, text, most);
    }

    private ParameterException wrong(String option, String text, double most) {
        return wrong(option + " " + text + " must be a number above zero"
                + (most == 100 ? " and at most 100, such as 5 or 5:block" : ", such as 100"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
