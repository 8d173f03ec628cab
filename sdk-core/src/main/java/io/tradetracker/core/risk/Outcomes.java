package io.tradetracker.core.risk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Compares what an order would come to with its limit, and puts it in words. */
final class Outcomes {
    // sums of decimal fractions are a little off in binary; a limit that is met to that much is met
    private static final double TOLERANCE = 1e-12;
    private static final MathContext WITHOUT_NOISE = new MathContext(12);

    private Outcomes() {}

    static RuleOutcome killed(KillSwitch killSwitch) {
        return new RuleOutcome(
                RuleName.KILL_SWITCH,
                Double.NaN,
                Double.NaN,
                false,
                "the kill switch is on since " + killSwitch.since() + ": " + killSwitch.reason());
    }

    static RuleOutcome position(double limit, ProposedOrder order, AccountFacts facts) {
        double units = facts.held() + order.opens();
        return new RuleOutcome(
                RuleName.MAX_POSITION,
                limit,
                units,
                isWithin(units, limit),
                "the position in " + order.instrument() + " would be " + text(units, limit) + " units, at most "
                        + text(limit) + " are allowed");
    }

    static RuleOutcome exposure(double limit, ProposedOrder order, AccountFacts facts) {
        double value = facts.exposure() + (order.opens() - order.closes()) * Math.abs(order.price());
        double percent = percent(value, facts.equity());
        return new RuleOutcome(
                RuleName.MAX_EXPOSURE,
                limit,
                percent,
                isWithin(percent, limit),
                "open positions would be worth " + text(percent, limit) + " % of equity, at most " + text(limit)
                        + " % are allowed");
    }

    static RuleOutcome ordersPerHour(int limit, int before) {
        double orders = before + 1.0;
        return new RuleOutcome(
                RuleName.ORDERS_PER_HOUR,
                limit,
                orders,
                isWithin(orders, limit),
                "this would be order " + text(orders) + " within an hour, at most " + limit + " are allowed");
    }

    static RuleOutcome dailyLoss(double limit, double percent) {
        return new RuleOutcome(
                RuleName.DAILY_LOSS,
                limit,
                percent,
                isShort(percent, limit),
                "equity fell by " + text(percent, limit) + " % since the day began, the limit is " + text(limit)
                        + " %");
    }

    static RuleOutcome drawdown(double limit, double percent) {
        return new RuleOutcome(
                RuleName.DRAWDOWN,
                limit,
                percent,
                isShort(percent, limit),
                "equity fell by " + text(percent, limit) + " % from its peak, the limit is " + text(limit) + " %");
    }

    /** {@return how much of the whole a part is; without end when there is a part and no whole} */
    static double percent(double part, double whole) {
        if (part == 0) {
            return 0;
        }
        return whole <= 0 ? Double.POSITIVE_INFINITY : 100 * part / whole;
    }

    // Each is false for NaN: what is not known does not pass.

    private static boolean isWithin(double actual, double limit) {
        return actual <= limit * (1 + TOLERANCE);
    }

    static boolean isShort(double actual, double limit) {
        return Double.isInfinite(limit) || actual < limit * (1 - TOLERANCE);
    }

    /** {@return two decimals, or as many as it takes to be told apart from the limit} */
    private static String text(double actual, double limit) {
        if (!Double.isFinite(actual)) {
            return Double.isNaN(actual) ? "an unknown number of" : "∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(actual).setScale(2, RoundingMode.HALF_UP);
        String text = plain(rounded);
        return text.equals(text(limit)) && actual != limit ? text(actual) : text;
    }

    private static String text(double value) {
        return plain(BigDecimal.valueOf(value).round(WITHOUT_NOISE));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
