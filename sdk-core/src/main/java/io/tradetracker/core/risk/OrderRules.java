package io.tradetracker.core.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * The limits that orders of an account must keep. They hold for what opens or enlarges a position: what only reduces or
 * closes one, and its protection, is never refused. Sizes and counts may reach their limit; a loss acts as soon as it
 * reaches its own. Immutable; made from {@link #NONE} by changes.
 *
 * @param maxPosition units of one instrument that may be held on one side; infinite for no limit
 * @param maxExposurePercent value of all open positions, in percent of equity; infinite for no limit
 * @param maxOrdersPerHour orders within 60 minutes of market time; {@link #UNLIMITED} for no limit
 * @param maxDailyLossPercent loss since the UTC day began, in percent of the equity at its beginning; infinite for no
 *     limit
 * @param atDailyLoss what happens to positions when it is reached; entries are blocked until the next UTC day
 * @param maxDrawdownPercent fall from the peak of equity, in percent of the peak; infinite for no limit
 * @param atDrawdown what happens to positions when it is reached; entries are blocked until somebody resumes
 */
public record OrderRules(
        double maxPosition,
        double maxExposurePercent,
        int maxOrdersPerHour,
        double maxDailyLossPercent,
        HaltMode atDailyLoss,
        double maxDrawdownPercent,
        HaltMode atDrawdown) {
    /** Any number of orders. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    /** No limits. */
    public static final OrderRules NONE =
            new OrderRules(NO_LIMIT, NO_LIMIT, UNLIMITED, NO_LIMIT, HaltMode.CLOSE, NO_LIMIT, HaltMode.CLOSE);

    /** @throws IllegalArgumentException when a limit is not above zero, or a share of losses is above 100 percent */
    public OrderRules {
        requirePositive(maxPosition, "position", "units");
        requirePositive(maxExposurePercent, "exposure", "%");
        requirePositive(maxOrdersPerHour, "orders per hour", "orders");
        requireShare(maxDailyLossPercent, "daily loss");
        requireShare(maxDrawdownPercent, "drawdown");
    }

    private static void requirePositive(double limit, String name, String unit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("largest " + name + " of " + limit + " " + unit
                    + " must be above zero; leave the limit out for no limit");
        }
    }

    private static void requireShare(double percent, String name) {
        requirePositive(percent, name, "%");
        if (percent > 100 && !Double.isInfinite(percent)) {
            throw new IllegalArgumentException(
                    "largest " + name + " of " + percent + " % must be at most 100 %, such as 5");
        }
    }

    /** {@return a copy that allows this many units of an instrument on one side} */
    public OrderRules withMaxPosition(double units) {
        return new OrderRules(
                units,
                maxExposurePercent,
                maxOrdersPerHour,
                maxDailyLossPercent,
                atDailyLoss,
                maxDrawdownPercent,
                atDrawdown);
    }

    /** {@return a copy that allows positions worth this much, in percent of equity} */
    public OrderRules withMaxExposure(double percent) {
        return new OrderRules(
                maxPosition,
                percent,
                maxOrdersPerHour,
                maxDailyLossPercent,
                atDailyLoss,
                maxDrawdownPercent,
                atDrawdown);
    }

    /** {@return a copy that allows this many orders within 60 minutes} */
    public OrderRules withMaxOrdersPerHour(int orders) {
        return new OrderRules(
                maxPosition,
                maxExposurePercent,
                orders,
                maxDailyLossPercent,
                atDailyLoss,
                maxDrawdownPercent,
                atDrawdown);
    }

    /** {@return a copy that blocks entries for the rest of the UTC day once it has lost this much, in percent} */
    public OrderRules withMaxDailyLoss(double percent, HaltMode whenReached) {
        return new OrderRules(
                maxPosition,
                maxExposurePercent,
                maxOrdersPerHour,
                percent,
                whenReached,
                maxDrawdownPercent,
                atDrawdown);
    }

    /** {@return a copy that blocks entries until somebody resumes once equity fell this far, in percent of its peak} */
    public OrderRules withMaxDrawdown(double percent, HaltMode whenReached) {
        return new OrderRules(
                maxPosition,
                maxExposurePercent,
                maxOrdersPerHour,
                maxDailyLossPercent,
                atDailyLoss,
                percent,
                whenReached);
    }

    /** {@return whether there is no limit at all} */
    public boolean isNone() {
        return !limitsSize() && !limitsOrders() && !limitsLoss();
    }

    boolean limitsSize() {
        return maxPosition != NO_LIMIT || maxExposurePercent != NO_LIMIT;
    }

    boolean limitsOrders() {
        return maxOrdersPerHour != UNLIMITED;
    }

    /** {@return whether equity must be followed: a daily loss or a drawdown is limited} */
    public boolean limitsLoss() {
        return maxDailyLossPercent != NO_LIMIT || maxDrawdownPercent != NO_LIMIT;
    }

    /**
     * {@return what all rules say to an order; nothing, so that it is allowed, when it opens nothing}
     *
     * @param facts of the account before the order
     */
    public CheckResult check(ProposedOrder order, AccountFacts facts) {
        if (order.opens() == 0) {
            return CheckResult.NOTHING;
        }
        List<RuleOutcome> outcomes = new ArrayList<>(checkPlacing(facts).outcomes());
        outcomes.addAll(checkSize(order, facts).outcomes());
        return new CheckResult(outcomes);
    }

    /**
     * {@return what the rules say that need no size: kill switch, drawdown, daily loss, orders per hour} It is the part
     * of {@link #check} for an order whose units are worked out only when it fills.
     *
     * @param facts of the account before the order; its position and exposure do not matter
     */
    public CheckResult checkPlacing(AccountFacts facts) {
        List<RuleOutcome> outcomes = new ArrayList<>(4);
        KillSwitch killSwitch = facts.killSwitch();
        if (killSwitch != null) {
            outcomes.add(Outcomes.killed(killSwitch));
        }
        if (maxDrawdownPercent != NO_LIMIT) {
            outcomes.add(Outcomes.drawdown(maxDrawdownPercent, facts.losses().drawdownPercent()));
        }
        if (maxDailyLossPercent != NO_LIMIT) {
            outcomes.add(Outcomes.dailyLoss(maxDailyLossPercent, facts.losses().dayPercent()));
        }
        if (limitsOrders()) {
            outcomes.add(Outcomes.ordersPerHour(maxOrdersPerHour, facts.ordersLastHour()));
        }
        return new CheckResult(outcomes);
    }

    /**
     * {@return what the rules of position and exposure say; nothing when the order opens nothing} It is the other part
     * of {@link #check}.
     *
     * @param facts of the account before the order
     */
    public CheckResult checkSize(ProposedOrder order, AccountFacts facts) {
        if (order.opens() == 0 || !limitsSize()) {
            return CheckResult.NOTHING;
        }
        List<RuleOutcome> outcomes = new ArrayList<>(2);
        if (maxPosition != NO_LIMIT) {
            outcomes.add(Outcomes.position(maxPosition, order, facts));
        }
        if (maxExposurePercent != NO_LIMIT) {
            outcomes.add(Outcomes.exposure(maxExposurePercent, order, facts));
        }
        return new CheckResult(outcomes);
    }
}
