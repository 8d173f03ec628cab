package io.tradetracker.api.strategy;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Cancel;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.Intent.Exit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants at one moment: intents, questions, why, and numbers to plot. Made by factories and refined by
 * methods that each return a new decision:
 *
 * <pre>{@code
 * return Decision.enter(OrderSide.BUY).riskPercent(1).stopLoss(low).takeProfit(target).reason("breakout");
 * }</pre>
 *
 * A price that is not finite is refused at once, so that a stop loss is never lost in silence. Immutable.
 */
public final class Decision {
    private static final Decision HOLD = new Decision(List.of(), List.of(), "", Map.of());
    private static final double NONE = Double.NaN;
    private static final int MAX_REASON = 500;

    private final List<Intent> intents;
    private final List<Question> questions;
    private final String reason;
    private final Map<String, Double> plots;

    private Decision(List<Intent> intents, List<Question> questions, String reason, Map<String, Double> plots) {
        this.intents = intents;
        this.questions = questions;
        this.reason = reason;
        this.plots = plots;
    }

    /** {@return the decision to do nothing; always the same object} */
    public static Decision hold() {
        return HOLD;
    }

    /**
     * {@return the decision to open a position, by default at market with the run's size}
     *
     * <p>Refused while an opposite position is open; see {@link #reverse}.
     */
    public static Decision enter(OrderSide side) {
        return of(new Enter(side, false, null, OrderType.MARKET, NONE, NONE, NONE, NONE, TimeInForce.GTC, "", ""));
    }

    /** {@return the decision to hold this side: an opposite position is closed and this one opened in one order} */
    public static Decision reverse(OrderSide side) {
        return of(new Enter(side, true, null, OrderType.MARKET, NONE, NONE, NONE, NONE, TimeInForce.GTC, "", ""));
    }

    /** {@return the decision to close the position at market; nothing happens when flat} */
    public static Decision exit() {
        return of(new Exit(""));
    }

    /**
     * {@return the decision to change the position's stop loss, take profit or trailing distance, each set by its
     * method}
     */
    public static Decision amend() {
        return of(new Amend(NONE, NONE, NONE));
    }

    /** {@return the decision to take a waiting order back} */
    public static Decision cancel(String tag) {
        return of(new Cancel(tag));
    }

    /** {@return the decision to take all waiting orders back} */
    public static Decision cancelAll() {
        return cancel("");
    }

    /** {@return the decision to ask a slow service} */
    public static Decision ask(Question question) {
        return new Decision(List.of(), List.of(question), "", Map.of());
    }

    /**
     * {@return both entries, of which the first that fills cancels the other}
     *
     * @throws IllegalArgumentException unless each is one entry
     */
    public static Decision oneCancelsOther(Decision first, Decision second) {
        String group =
                "oco-" + first.onlyEntry().side() + "-" + second.onlyEntry().side();
        return first.withGroup(group).and(second.withGroup(group));
    }

    /** {@return a decision that wants what both want; reasons are joined} */
    public Decision and(Decision other) {
        String joined =
                reason.isEmpty() || other.reason.isEmpty() ? reason + other.reason : reason + "; " + other.reason;
        Map<String, Double> allPlots = new LinkedHashMap<>(plots);
        allPlots.putAll(other.plots);
        return new Decision(
                joined(intents, other.intents),
                joined(questions, other.questions),
                shorten(joined),
                Collections.unmodifiableMap(allPlots));
    }

    /** {@return a copy whose entry takes this size} */
    public Decision size(PositionSize size) {
        return mapEntry(e -> new Enter(
                e.side(),
                e.reverse(),
                size,
                e.type(),
                e.price(),
                e.stopLoss(),
                e.takeProfit(),
                e.trailing(),
                e.timeInForce(),
                e.tag(),
                e.group()));
    }

    /** {@return a copy whose entry takes this many units} */
    public Decision quantity(double units) {
        return size(PositionSize.units(units));
    }

    /** {@return a copy whose entry loses this share of equity, in percent, at its stop loss} */
    public Decision riskPercent(double percent) {
        return size(PositionSize.riskPercent(percent));
    }

    /** {@return a copy that enters at this price or better} */
    public Decision atLimit(double price) {
        return at(OrderType.LIMIT, finite(price, "limit price"));
    }

    /** {@return a copy that enters at market once this price is reached} */
    public Decision atStop(double price) {
        return at(OrderType.STOP, finite(price, "stop price"));
    }

    /** {@return a copy with a protective stop at this price} */
    public Decision stopLoss(double price) {
        return protect(finite(price, "stop loss"), NONE, NONE);
    }

    /** {@return a copy with a take profit at this price} */
    public Decision takeProfit(double price) {
        return protect(NONE, finite(price, "take profit"), NONE);
    }

    /** {@return a copy whose stop follows the best price of closed candles at this distance} */
    public Decision trailing(double distance) {
        if (distance <= 0) {
            throw new IllegalArgumentException("trailing distance " + distance + " must be above zero");
        }
        return protect(NONE, NONE, finite(distance, "trailing distance"));
    }

    /** {@return a copy whose entry waits this long} */
    public Decision timeInForce(TimeInForce timeInForce) {
        return mapEntry(e -> new Enter(
                e.side(),
                e.reverse(),
                e.size(),
                e.type(),
                e.price(),
                e.stopLoss(),
                e.takeProfit(),
                e.trailing(),
                timeInForce,
                e.tag(),
                e.group()));
    }

    /** {@return a copy whose entry or exit has this name} */
    public Decision tag(String tag) {
        return mapLast(intent -> switch (intent) {
            case Enter e ->
                new Enter(
                        e.side(),
                        e.reverse(),
                        e.size(),
                        e.type(),
                        e.price(),
                        e.stopLoss(),
                        e.takeProfit(),
                        e.trailing(),
                        e.timeInForce(),
                        tag,
                        e.group());
            case Exit e -> new Exit(tag);
            case Amend a -> throw misuse("tag", "entry or exit");
            case Cancel c -> throw misuse("tag", "entry or exit");
        });
    }

    /** {@return a copy that says why; kept with the decision and shown to its user, cut at 500 characters} */
    public Decision reason(String text) {
        return new Decision(intents, questions, shorten(text), plots);
    }

    /** {@return a copy with a number that charts may show at this candle} */
    public Decision plot(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(plots);
        more.put(name, value);
        return new Decision(intents, questions, reason, Collections.unmodifiableMap(more));
    }

    /** {@return what is wanted, in order} */
    public List<Intent> intents() {
        return intents;
    }

    /** {@return what is asked, in order} */
    public List<Question> questions() {
        return questions;
    }

    /** {@return why; may be empty} */
    public String reason() {
        return reason;
    }

    /** {@return numbers to plot by name; may be empty} */
    public Map<String, Double> plots() {
        return plots;
    }

    /** {@return whether nothing is wanted and nothing asked} */
    public boolean isHold() {
        return intents.isEmpty() && questions.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decision that
                && intents.equals(that.intents)
                && questions.equals(that.questions)
                && reason.equals(that.reason)
                && plots.equals(that.plots);
    }

    @Override
    public int hashCode() {
        return Objects.hash(intents, questions, reason, plots);
    }

    @Override
    public String toString() {
        return (isHold() ? "hold" : intents + (questions.isEmpty() ? "" : " asks " + questions))
                + (reason.isEmpty() ? "" : " because " + reason);
    }

    /** {@return the decision that wants one thing, for hosts that read a kept decision back} */
    public static Decision of(Intent intent) {
        return new Decision(List.of(intent), List.of(), "", Map.of());
    }

    private Decision at(OrderType type, double price) {
        return mapEntry(e -> new Enter(
                e.side(),
                e.reverse(),
                e.size(),
                type,
                price,
                e.stopLoss(),
                e.takeProfit(),
                e.trailing(),
                e.timeInForce(),
                e.tag(),
                e.group()));
    }

    private Decision withGroup(String group) {
        return mapEntry(e -> new Enter(
                e.side(),
                e.reverse(),
                e.size(),
                e.type(),
                e.price(),
                e.stopLoss(),
                e.takeProfit(),
                e.trailing(),
                e.timeInForce(),
                e.tag(),
                group));
    }

    private Decision protect(double stop, double target, double distance) {
        return mapLast(intent -> switch (intent) {
            case Enter e ->
                new Enter(
                        e.side(),
                        e.reverse(),
                        e.size(),
                        e.type(),
                        e.price(),
                        or(stop, e.stopLoss()),
                        or(target, e.takeProfit()),
                        or(distance, e.trailing()),
                        e.timeInForce(),
                        e.tag(),
                        e.group());
            case Amend a -> new Amend(or(stop, a.stopLoss()), or(target, a.takeProfit()), or(distance, a.trailing()));
            case Exit e -> throw misuse("protection", "entry or amendment");
            case Cancel c -> throw misuse("protection", "entry or amendment");
        });
    }

    private Decision mapEntry(Function<Enter, Enter> change) {
        return mapLast(intent -> {
            if (intent instanceof Enter entry) {
                return change.apply(entry);
            }
            throw misuse("this", "entry");
        });
    }

    private Decision mapLast(Function<Intent, Intent> change) {
        if (intents.isEmpty()) {
            throw misuse("this", "entry");
        }
        List<Intent> changed = new ArrayList<>(intents);
        int last = changed.size() - 1;
        changed.set(last, change.apply(changed.get(last)));
        return new Decision(List.copyOf(changed), questions, reason, plots);
    }

    private Enter onlyEntry() {
        if (intents.size() == 1 && intents.get(0) instanceof Enter entry) {
            return entry;
        }
        throw new IllegalArgumentException("one-cancels-other takes two entries, but one was: " + this);
    }

    private static double finite(double price, String name) {
        if (!Double.isFinite(price)) {
            throw new IllegalArgumentException(name + " " + price + " must be finite; leave it out for none");
        }
        return price;
    }

    private static double or(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    private static IllegalStateException misuse(String what, String where) {
        return new IllegalStateException(
                what + " can only be set on an " + where + "; start with Decision.enter(side)");
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static String shorten(String text) {
        if (text.length() <= MAX_REASON) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_REASON - 1));
        return text.substring(0, splitsPair ? MAX_REASON - 1 : MAX_REASON);
    }
}
