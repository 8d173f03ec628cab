package io.tradetracker.indicators.candlestick;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the rules of the watched patterns; those of other patterns are dropped. */
final class RuleBook {
    private final Set<CandlestickPattern> watched;
    private final Map<CandlestickPattern, Double> penetrations;
    private final List<Rule> rules = new ArrayList<>();

    RuleBook(Set<CandlestickPattern> watched, Map<CandlestickPattern, Double> penetrations) {
        this.watched = watched;
        this.penetrations = penetrations;
        SingleCandles.write(this);
        CandlePairs.write(this);
        Gaps.write(this);
        Stars.write(this);
        Rows.write(this);
        Turns.write(this);
        Pauses.write(this);
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** The pattern gives 100 where the candles have this shape. */
    void bullish(CandlestickPattern pattern, Shape shape) {
        add(pattern, 100, shape, Relation.NONE);
    }

    void bullish(CandlestickPattern pattern, Shape shape, Relation relation) {
        add(pattern, 100, shape, relation);
    }

    /** The pattern gives −100 where the candles have this shape. */
    void bearish(CandlestickPattern pattern, Shape shape) {
        add(pattern, -100, shape, Relation.NONE);
    }

    void bearish(CandlestickPattern pattern, Shape shape, Relation relation) {
        add(pattern, -100, shape, relation);
    }

    double penetration(CandlestickPattern pattern) {
        return penetrations.getOrDefault(pattern, pattern.penetration());
    }

    private void add(CandlestickPattern pattern, int signal, Shape shape, Relation relation) {
        if (watched.contains(pattern)) {
            rules.add(new Rule(pattern, signal, shape, relation));
        }
    }

    /**
     * One way in which a pattern shows. Of the rules of a pattern at most one fits at a candle.
     *
     * @param signal 100 or −100
     * @param shape how each candle must look
     * @param relation how their prices must lie; asked only where the shape fits
     */
    record Rule(CandlestickPattern pattern, int signal, Shape shape, Relation relation) {}
}
