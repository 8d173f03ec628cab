package io.tradetracker.indicators.candlestick;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The rules in columns, so that a candle is compared with many shapes in one short pass. They lie in drawers by the
 * body of the last candle and the colour of the one before: a candle opens one drawer and leaves out most rules.
 */
final class RuleTable {
    private static final int OF_LAST = Look.IS_WHITE | Look.IS_LONG | Look.IS_SHORT | Look.IS_DOJI;
    private static final int OF_BEFORE = Look.IS_WHITE;
    private static final int DRAWERS = (OF_LAST + 1) * (OF_BEFORE + 1);

    private final long[] asked;
    private final long[] wanted;
    private final Relation[] relations;
    private final int[] patterns;
    private final int[] values;
    private final int[][] drawers;

    RuleTable(List<RuleBook.Rule> rules) {
        asked = rules.stream().mapToLong(rule -> rule.shape().asked()).toArray();
        wanted = rules.stream().mapToLong(rule -> rule.shape().wanted()).toArray();
        relations = rules.stream().map(RuleBook.Rule::relation).toArray(Relation[]::new);
        patterns = rules.stream().mapToInt(rule -> rule.pattern().index()).toArray();
        values = rules.stream().mapToInt(RuleBook.Rule::signal).toArray();
        drawers = IntStream.range(0, DRAWERS).mapToObj(this::rulesIn).toArray(int[][]::new);
    }

    /**
     * Writes the signal of each rule that fits to the index of its pattern and leaves the others as they are.
     *
     * @return the patterns that were written, each as the bit of its index
     */
    long apply(CandleShapes candles, int[] signals) {
        long facts = candles.facts();
        long found = 0;
        for (int i : drawers[drawer(facts)]) {
            if ((facts & asked[i]) == wanted[i] && relations[i].holds(candles)) {
                signals[patterns[i]] = values[i];
                found |= 1L << patterns[i];
            }
        }
        return found;
    }

    private int[] rulesIn(int drawer) {
        return IntStream.range(0, asked.length)
                .filter(i -> (drawer & drawer(asked[i])) == drawer(wanted[i]))
                .toArray();
    }

    private static int drawer(long facts) {
        int before = (int) (facts >>> Look.BITS) & OF_BEFORE;
        return ((int) facts & OF_LAST) | (before * (OF_LAST + 1));
    }
}
