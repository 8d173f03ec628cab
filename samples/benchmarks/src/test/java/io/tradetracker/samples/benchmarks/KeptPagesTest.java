package io.tradetracker.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that only a measurement can make are at least whole, and name what makes them. */
final class KeptPagesTest {
    private static final Pattern PROGRAM = Pattern.compile("-Dbenchmark\\.class=(\\S+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine-speed.md",
                "engine-speed-long.md",
                "sweep-speed.md",
                "pattern-speed.md",
                "time-spent.md",
                "order-latency.md",
                "capital-speed.md",
                "chart-speed.md"
            })
    void isFilledAndNamesItsProgram(String name) throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "evidence", name));

        assertThat(page)
                .doesNotContain("{", "NaN", "unknown", ", changed")
                .contains("--out docs/evidence/" + name)
                .containsPattern("commit \\| [0-9a-f]{40} ");
        Matcher program = PROGRAM.matcher(page);
        if (program.find()) {
            assertThat(List.of(
                            "sweep.SweepSpeed",
                            "pattern.PatternSpeed",
                            "TimeSpent",
                            "gateway.OrderLatency",
                            "capital.CapitalSpeed",
                            "chart.ChartSpeed"))
                    .contains(program.group(1));
            assertThat(existing("io.tradetracker.samples.benchmarks." + program.group(1)))
                    .hasDeclaredMethods("main");
        }
    }

    private static Class<?> existing(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(name, missing);
        }
    }

    @Test
    void aRatioOfRoundsIsTheMedianOfTheirQuotients() {
        Rounds rounds = new Rounds();
        double[] theirs = {10, 40, 9};
        double[] ours = {5, 10, 3};
        for (int i = 0; i < ours.length; i++) {
            rounds.add("theirs", theirs[i]);
            rounds.add("ours", ours[i]);
        }

        assertThat(rounds.ratio("theirs", "ours")).isCloseTo(3, within(1e-12));
        assertThat(rounds.median("theirs")).isEqualTo(10);
    }
}
