package io.tradetracker.samples.benchmarks;

import io.tradetracker.api.market.CandleSeries;
import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;

/** Writes what every lane did alike. Making it fails when one did not. */
final class ParityTable {
    private static final List<Long> SLICE_SEEDS = List.of(1L, 2L, 3L, 42L);
    private static final int SLICE = 5_000;

    private final StringJoiner rows = new StringJoiner("\n", "", "\n");

    private ParityTable() {
        rows.add("| candles | seed | rules | round trips | profit, every lane |");
        rows.add("|---:|---:|---|---:|---:|");
    }

    /** {@return the table of a small part that tests make again} */
    static String ofSlice() {
        ParityTable table = new ParityTable();
        SLICE_SEEDS.forEach(seed -> table.add(SLICE, seed));
        return table.rows.toString();
    }

    /** {@return the table of what is measured} */
    static String of(Plan plan) {
        ParityTable table = new ParityTable();
        table.add(plan.candles(), plan.seed());
        return table.rows.toString();
    }

    private void add(int count, long seed) {
        CandleSeries candles = GeometricWalk.candles(seed, count);
        for (TradingRules rules : TradingRules.values()) {
            List<RoundTripKey> trips = Parity.check(candles, rules);
            BigDecimal profit = new BigDecimal(Parity.profit(trips));
            rows.add("| %d | %d | %s | %d | %s |".formatted(count, seed, rules, trips.size(), profit.toPlainString()));
        }
    }
}
