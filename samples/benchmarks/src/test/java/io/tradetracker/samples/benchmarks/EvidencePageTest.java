package io.tradetracker.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EvidencePageTest {
    private static final Path KEPT = Path.of("..", "..", "docs", "evidence", "engine-speed.md");

    @Test
    void theKeptPageHasTheRoundTripsOfToday() throws IOException {
        assertThat(Files.readString(KEPT)).contains(ParityTable.ofSlice());
    }

    @Test
    void everyPlaceOfThePageIsFilled() throws IOException {
        String page = new EvidencePage(Plan.quick(5_000, 7)).toMarkdown(samples());

        assertThat(page)
                .doesNotContain("{")
                .contains("--quick --candles 5000 --seed 7")
                .contains(ParityTable.ofSlice());
    }

    @Test
    void aRatioIsTheMedianOfTheRoundsEachAgainstItsOwnBaseline() {
        RatioTable table = new RatioTable(samples());

        assertThat(table.ratio(TradingRules.SMA_CROSS, Lane.TA4J, Lane.ENGINE, Sample::nanos))
                .isEqualTo(1.5);
    }

    /** In round n the engine takes 10·n² nanoseconds, the lane number i beside it (i + 1)/2 times n/2 as many. */
    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            for (TradingRules rules : TradingRules.values()) {
                for (Lane lane : Lane.values()) {
                    double factor = lane == Lane.ENGINE ? 1 : (lane.ordinal() + 1) / 2.0 * round / 2;
                    samples.add(new Sample(round, rules, lane, 10.0 * round * round * factor, 1, 0));
                }
            }
        }
        return samples;
    }
}
