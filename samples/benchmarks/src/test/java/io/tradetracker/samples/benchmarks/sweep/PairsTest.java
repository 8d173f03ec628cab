package io.tradetracker.samples.benchmarks.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.SweepRow;
import io.tradetracker.samples.benchmarks.GeometricWalk;
import io.tradetracker.samples.benchmarks.Work;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ta4j.core.reports.TradingStatement;

final class PairsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 42})
    void eachPairMakesAsManyRoundTripsAsInTa4j(long seed) {
        Pairs pairs = new Pairs(GeometricWalk.candles(seed, 3_000));

        List<SweepRow> ours = pairs.sweep(2).rows();
        List<TradingStatement> theirs = pairs.statements();

        assertThat(ours).hasSize(200).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            SweepRow row = ours.stream()
                    .sorted((a, b) -> a.number() - b.number())
                    .toList()
                    .get(i);
            assertThat(row.get(Statistic.ROUND_TRIPS))
                    .as("%s, seed %d", row.parameters(), seed)
                    .isEqualTo(theirs.get(i).getTradingRecord().getPositionCount());
        }
    }

    @Test
    void workComesToTheSameInOneThreadAndInTwo() {
        assertThat(Work.shared(2)).isEqualTo(Work.shared(1)).isPositive();
    }
}
