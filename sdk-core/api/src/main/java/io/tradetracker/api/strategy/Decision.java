package io.tradetracker.api.strategy;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.OrderType;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Cancel;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.Intent.Exit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants at one moment: intents, questions, why, and numbers to plot. Made by factories and refined by
 * methods that each return a new decision:
 *
 * <pre>{@code
 * return Decision.enter(OrderSide.BUY).riskPercent(1).stopLoss(low).takeProfit(target).reason("breakout");
 * }</pre>
 *
 * Refine each part before you join several with {@link #and} or {@link #oneCancelsOther}. A price that is not finite is
 * refused at once, so that a stop loss is never lost in silence. Immutable.
 */
public final class Decision {
    private static final Decision HOLD = new Decision(List.of(), List.of(), "", Plot.NONE);
    private static final Decision BUY = of(Enter.of(OrderSide.BUY, EntryMode.ENTER));
    private static final Decision SELL = of(Enter.of(OrderSide.SELL, EntryMode.ENTER));
    private static final Decision REVERSE_TO_BUY = of(Enter.of(OrderSide.BUY, EntryMode.REVERSE));
    private static final Decision REVERSE_TO_SELL = of(Enter.of(OrderSide.SELL, EntryMode.REVERSE));
    private static final Decision EXIT = of(Exit.all());
    private static final double NONE = Double.NaN;
    private static final int MAX_REASON = 500;
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9 _.:#/+-]{1,64}");

    private final List<Intent> intents;
    private final List<Question> questions;
    private final String reason;
    private final Plot plots;

    private Decision(List<Intent> intents, List<Question> questions, String reason, Plot plots) {
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
     * {@return the decision to open a position or to enlarge one, by default at market with the run's size}
     *
     * <p>Refused while an opposite position is open, see {@link #reverse}, and when the run allows no more entries.
     */
    public static Decision enter(OrderSide side) {
        return side == OrderSide.BUY ? BUY : SELL;
    }

    /** {@return the decision to hold this side: an opposite position is closed and this one opened in one order} */
    public static Decision reverse(OrderSide side) {
        return side == OrderSide.BUY ? REVERSE_TO_BUY : REVERSE_TO_SELL;
    }

    /**
     * {@return the decision to trade as a venue takes an order: on a netting account it first closes what is open on
     * the other side, oldest first, and opens the rest}
     */
    public static Decision order(OrderSide side) {
        return of(Enter.of(side, EntryMode.NET));
    }

    /** {@return the decision to close the position, by default all of it at market; nothing happens when flat} */
    public static Decision exit() {
        return EXIT;
    }

    /**
     * {@return the decision to change the position's stop loss, take profit or trailing distance, each set by its
     * method; what is not set stays}
     */
    public static Decision amend() {
        return of(new Amend(null, "", Protection.NONE, false));
    }

    /** {@return the decision to take away the position's stop loss, take profit and trailing; each can be set anew} */
    public static Decision unprotect() {
        return of(new Amend(null, "", Protection.NONE, true));
    }

    /** {@return the decision to take a waiting order back} */
    public static Decision cancel(String tag) {
        return of(new Cancel(null, tag));
    }

    /** {@return the decision to take all waiting orders back} */
    public static Decision cancelAll() {
        return cancel("");
    }

    /** {@return the decision to ask a slow service} */
    public static Decision ask(Question question) {
        return new Decision(List.of(), List.of(question), "", Plot.NONE);
    }

    /** {@return the decision that wants these, for hosts that read a kept decision back} */
    public static Decision of(List<Intent> intents) {
        return new Decision(List.copyOf(intents), List.of(), "", Plot.NONE);
    }

    private static Decision of(Intent intent) {
        return new Decision(List.of(intent), List.of(), "", Plot.NONE);
    }

    /**
     * {@return both orders, of which the first that fills cancels the other}
     *
     * @throws IllegalArgumentException unless each is one entry or one exit
     */
    public static Decision oneCancelsOther(Decision first, Decision second) {
        return first.grouped("oco").join(second.grouped("oco"));
    }

    /** {@return a decision that wants what both want; reasons are joined} */
    public Decision and(Decision other) {
        return join(other.withGroupsApartFrom(this));
    }

    private Decision join(Decision other) {
        String joined =
                reason.isEmpty() || other.reason.isEmpty() ? reason + other.reason : reason + "; " + other.reason;
        return new Decision(
                joined(intents, other.intents),
                joined(questions, other.questions),
                shorten(joined),
                plots.and(other.plots));
    }

    /** {@return a copy that is about another instrument of the run} */
    public Decision on(InstrumentId instrument) {
        return map(intent -> switch (intent) {
            case Enter e -> e.withInstrument(instrument);
            case Exit e -> e.withInstrument(instrument);
            case Amend a -> a.withInstrument(instrument);
            case Cancel c -> new Cancel(instrument, c.tag());
        });
    }

    /**
     * {@return a copy that is about the part of the position that an entry of this name opened}
     *
     * @param entryTag the entry's tag
     */
    public Decision part(String entryTag) {
        return map(intent -> switch (intent) {
            case Exit e -> e.withPart(entryTag, e.quantity(), e.percent());
            case Amend a -> new Amend(a.instrument(), entryTag, a.protection(), a.clear());
            case Enter e -> throw misuse("part", "exit or amendment");
            case Cancel c -> throw misuse("part", "exit or amendment");
        });
    }

    /** {@return a copy whose entry takes this size} */
    public Decision size(PositionSize size) {
        return mapEntry(e -> e.withSize(size), "size");
    }

    /** {@return a copy whose entry takes, or whose exit closes, this many units} */
    public Decision quantity(double units) {
        return map(intent -> intent instanceof Exit e
                ? e.withPart(e.part(), positive(units, "quantity"), NONE)
                : entry(intent, "quantity").withSize(PositionSize.units(units)));
    }

    /** {@return a copy whose exit closes this share of what is held when it fills, in percent, above 0 to 100} */
    public Decision percent(double share) {
        if (!(share > 0 && share <= 100)) {
            throw new IllegalArgumentException("percent " + share + " must be above 0 and at most 100");
        }
        return map(intent -> {
            if (intent instanceof Exit e) {
                return e.withPart(e.part(), NONE, share);
            }
            throw misuse("percent", "exit");
        });
    }

    /** {@return a copy whose entry loses this share of equity, in percent, at its stop loss} */
    public Decision riskPercent(double percent) {
        return size(PositionSize.riskPercent(percent));
    }

    /** {@return a copy of an order that only closes what is open on the other side} */
    public Decision reduceOnly() {
        return mapEntry(e -> e.withMode(EntryMode.REDUCE), "reduceOnly");
    }

    /** {@return a copy that fills at this price or better} */
    public Decision atLimit(double price) {
        finite(price, "limit price");
        return mapTerms(terms -> terms.withPrices(OrderType.LIMIT, price, NONE), "atLimit");
    }

    /** {@return a copy that fills at market once this price is reached} */
    public Decision atStop(double price) {
        finite(price, "stop price");
        return mapTerms(terms -> terms.withPrices(OrderType.STOP, NONE, price), "atStop");
    }

    /** {@return a copy that, once the stop price is reached, fills at the limit price or better} */
    public Decision atStopLimit(double stopPrice, double limitPrice) {
        finite(stopPrice, "stop price");
        finite(limitPrice, "limit price");
        return mapTerms(terms -> terms.withPrices(OrderType.STOP_LIMIT, limitPrice, stopPrice), "atStopLimit");
    }

    /** {@return a copy whose order waits this long; see {@link #goodTill} for GTD} */
    public Decision timeInForce(TimeInForce timeInForce) {
        return mapTerms(terms -> terms.withTimeInForce(timeInForce, null), "timeInForce");
    }

    /** {@return a copy whose order waits until a moment; from then on it does not fill} */
    public Decision goodTill(Instant moment) {
        return mapTerms(terms -> terms.withTimeInForce(TimeInForce.GTD, moment), "goodTill");
    }

    /** {@return a copy with a protective stop at this price} */
    public Decision stopLoss(double price) {
        finite(price, "stop loss");
        return mapProtection(protection -> protection.withStopLoss(price), "stopLoss");
    }

    /** {@return a copy with a take profit at this price} */
    public Decision takeProfit(double price) {
        finite(price, "take profit");
        return mapProtection(protection -> protection.withTakeProfit(price), "takeProfit");
    }

    /** {@return a copy whose stop follows the best price since the entry at this distance} */
    public Decision trailing(double distance) {
        return trailing(Trailing.by(distance));
    }

    /** {@return a copy whose stop follows the best price since the entry at this share of it, in percent} */
    public Decision trailingPercent(double percent) {
        return trailing(Trailing.byPercent(percent));
    }

    /**
     * {@return a copy whose stop follows the best price since the entry at a multiple of an indicator, such as 3
     * average true ranges, as it is at each close}
     *
     * @param distance declared by this strategy
     */
    public Decision trailing(Indicator distance, double factor) {
        return trailing(Trailing.byIndicator(distance.name(), factor));
    }

    /** {@return a copy whose stop follows the price in this way, such as {@code Trailing.by(2).after(5)}} */
    public Decision trailing(Trailing trailing) {
        return mapProtection(protection -> protection.withTrailing(trailing), "trailing");
    }

    /**
     * {@return a copy whose entry or exit has this name}
     *
     * @param tag 1 to 64 letters, digits, spaces and {@code _ . : # / + -}
     */
    public Decision tag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(
                    "tag '" + tag + "' must be 1 to 64 letters, digits, spaces or _ . : # / + -");
        }
        return map(intent -> switch (intent) {
            case Enter e -> e.withTag(tag);
            case Exit e -> e.withTag(tag);
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
        return new Decision(intents, questions, reason, plots.with(name, value));
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
        return plots.toMap();
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
                && plots().equals(that.plots());
    }

    @Override
    public int hashCode() {
        return Objects.hash(intents, questions, reason, plots());
    }

    @Override
    public String toString() {
        return (isHold() ? "hold" : intents + (questions.isEmpty() ? "" : " asks " + questions))
                + (reason.isEmpty() ? "" : " because " + reason);
    }

    private Decision grouped(String group) {
        if (intents.size() != 1 || !(intents.get(0) instanceof Enter || intents.get(0) instanceof Exit)) {
            throw new IllegalArgumentException("one-cancels-other takes one entry or exit twice, but one was: " + this);
        }
        return map(intent -> withGroup(intent, group));
    }

    private Decision withGroupsApartFrom(Decision other) {
        Set<String> taken = other.intents.stream().map(Decision::groupOf).collect(Collectors.toSet());
        return new Decision(
                intents.stream().map(intent -> apartFrom(taken, intent)).toList(), questions, reason, plots);
    }

    private static Intent apartFrom(Set<String> taken, Intent intent) {
        String group = groupOf(intent);
        String free = group;
        while (!free.isEmpty() && taken.contains(free)) {
            free += "+";
        }
        return free.equals(group) ? intent : withGroup(intent, free);
    }

    private static String groupOf(Intent intent) {
        return intent instanceof Enter entry ? entry.group() : intent instanceof Exit exit ? exit.group() : "";
    }

    private static Intent withGroup(Intent intent, String group) {
        return intent instanceof Exit exit
                ? exit.withGroup(group)
                : entry(intent, "group").withGroup(group);
    }

    private Decision mapEntry(UnaryOperator<Enter> change, String what) {
        return map(intent -> change.apply(entry(intent, what)));
    }

    private Decision mapTerms(UnaryOperator<OrderTerms> change, String what) {
        return map(intent -> intent instanceof Exit exit
                ? exit.withTerms(change.apply(exit.terms()))
                : entry(intent, what).withTerms(change.apply(entry(intent, what).terms())));
    }

    private Decision mapProtection(UnaryOperator<Protection> change, String what) {
        return map(intent -> intent instanceof Amend amend
                ? amend.withProtection(change.apply(amend.protection()))
                : entry(intent, what)
                        .withProtection(change.apply(entry(intent, what).protection())));
    }

    private Decision map(UnaryOperator<Intent> change) {
        if (intents.size() != 1) {
            throw new IllegalStateException(
                    intents.isEmpty()
                            ? "there is no order to refine; start with Decision.enter(side)"
                            : "which of " + intents.size() + " is meant? Refine each before you join them");
        }
        return new Decision(List.of(change.apply(intents.get(0))), questions, reason, plots);
    }

    private static Enter entry(Intent intent, String what) {
        if (intent instanceof Enter entry) {
            return entry;
        }
        throw misuse(what, "entry");
    }

    private static void finite(double price, String name) {
        if (!Double.isFinite(price)) {
            throw new IllegalArgumentException(name + " " + price + " must be finite; leave it out for none");
        }
    }

    private static double positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " " + value + " must be above zero and finite");
        }
        return value;
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
