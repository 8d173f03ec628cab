package io.tradetracker.core.risk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows one account: its UTC day, the peak of its equity, its orders of the last hour and its kill switch. The caller
 * tells of what happens in the order of time. Used by one thread.
 */
public final class AccountWatch {
    private static final long DAY_MILLIS = 86_400_000L;

    private final OrderRules rules;
    private final OrderTimes orders = new OrderTimes();
    private long day = Long.MIN_VALUE;
    private double dayStart;
    private double dayPercent;
    private double peak;
    private double drawdownPercent;
    private boolean dailyLossTold;
    private boolean drawdownTold;
    private @Nullable KillSwitch killSwitch;

    /**
     * Begins to watch.
     *
     * @param rules what the account must keep
     * @param equity what it is worth now
     */
    public AccountWatch(OrderRules rules, double equity) {
        this.rules = rules;
        dayStart = equity;
        peak = equity;
    }

    /**
     * Time went on. With a new UTC day, the loss of the day before is over.
     *
     * @param timeMillis a moment of market time
     * @param equity what the account is worth, before anything of the new day
     */
    public void onTime(long timeMillis, double equity) {
        long today = Math.floorDiv(timeMillis, DAY_MILLIS);
        if (today > day) {
            day = today;
            dayStart = equity;
            dayPercent = 0;
            dailyLossTold = false;
        }
    }

    /** Equity changed. */
    public void onEquity(double equity) {
        dayPercent = worst(dayPercent, dayStart, equity);
        if (equity > peak) {
            peak = equity;
        }
        drawdownPercent = worst(drawdownPercent, peak, equity);
    }

    private static double worst(double before, double from, double equity) {
        return Math.max(before, from > 0 ? 100 * (from - equity) / from : Double.POSITIVE_INFINITY);
    }

    /** {@return limits of losses that were reached since the last call; the same empty list when there are none} */
    public List<RuleOutcome> takeReached() {
        boolean daily = !dailyLossTold && !Outcomes.isShort(dayPercent, rules.maxDailyLossPercent());
        boolean fall = !drawdownTold && !Outcomes.isShort(drawdownPercent, rules.maxDrawdownPercent());
        if (!daily && !fall) {
            return List.of();
        }
        dailyLossTold |= daily;
        drawdownTold |= fall;
        List<RuleOutcome> reached = new ArrayList<>(2);
        if (fall) {
            reached.add(Outcomes.drawdown(rules.maxDrawdownPercent(), drawdownPercent));
        }
        if (daily) {
            reached.add(Outcomes.dailyLoss(rules.maxDailyLossPercent(), dayPercent));
        }
        return reached;
    }

    /** An order was made that may open or enlarge a position. */
    public void onOrder(long timeMillis) {
        if (rules.limitsOrders()) {
            orders.add(timeMillis);
        }
    }

    /** Somebody stopped all entries; a switch that was pulled before gives way to this one. */
    public void kill(KillSwitch pulled) {
        killSwitch = pulled;
    }

    /**
     * Somebody lets entries go on: the kill switch is released, and after a drawdown that reached its limit a new peak
     * begins. The limit of a day's loss stays in force until the next day.
     *
     * @param equity what the account is worth now
     * @return whether anything was in force
     */
    public boolean resume(double equity) {
        boolean wasKilled = killSwitch != null;
        killSwitch = null;
        boolean fell = !Outcomes.isShort(drawdownPercent, rules.maxDrawdownPercent());
        if (fell) {
            peak = equity;
            drawdownPercent = 0;
            drawdownTold = false;
        }
        return wasKilled || fell;
    }

    /** {@return the switch that was pulled; null when there is none} */
    public @Nullable KillSwitch killSwitch() {
        return killSwitch;
    }

    /**
     * {@return what the rules must know before an order}
     *
     * @param timeMillis the moment of the order
     * @param equity what the account is worth now
     * @param held units held of its instrument on its side
     * @param exposure value of all open positions
     */
    public AccountFacts facts(long timeMillis, double equity, double held, double exposure) {
        return new AccountFacts(equity, losses(), held, exposure, orders.lastHour(timeMillis), killSwitch);
    }

    /** {@return how much the account lost} */
    public Losses losses() {
        return new Losses(dayStart, dayPercent, peak, drawdownPercent);
    }
}
