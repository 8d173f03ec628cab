package io.tradetracker.indicators.chartpattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.testkit.KeptPart;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PatternAccuracyTest {
    private static final KeptPart KEPT =
            new KeptPart(Path.of("..", "..", "docs", "evidence", "chart-patterns.md"), "accuracy");
    private static final double NOISE = 0.25;

    @ParameterizedTest
    @EnumSource
    void isFoundWhereItWasMadeAndNotElsewhere(ChartPattern pattern) {
        require(new Tally(pattern, NOISE).run(40));
    }

    @Test
    @Tag("evidence")
    void theKeptPageIsThatOfToday() {
        StringBuilder table = new StringBuilder(
                "| pattern | courses | found | recall | wrong | precision |\n" + "|---|---:|---:|---:|---:|---:|\n");
        for (ChartPattern pattern : ChartPattern.values()) {
            Tally tally = new Tally(pattern, NOISE).run(500);
            require(tally);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.3f | %d | %.3f |%n",
                    pattern.title(),
                    tally.made,
                    tally.found,
                    tally.recall(),
                    tally.wrong,
                    tally.precision()));
        }
        System.out.println(table);
        if (KeptPart.updates()) {
            KEPT.write(table.toString());
        }
        assertThat(KEPT.text()).isEqualTo(table.toString().strip());
    }

    private static void require(Tally tally) {
        assertThat(tally.recall()).as("recall of " + tally.pattern).isGreaterThanOrEqualTo(0.8);
        assertThat(tally.precision()).as("precision of " + tally.pattern).isGreaterThanOrEqualTo(0.9);
    }
}
