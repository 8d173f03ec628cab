package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays SMA crosses in exact decimals, sharing no code with the SDK, and compares every fill. */
final class SmaCrossOracleTest {
    private static final Path DATA = Path.of("../data/files/us500-1d.csv");
    private static final int TIME = 0;
    private static final int OPEN = 1;
    private static final int CLOSE = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"10, 30", "1, 2", "5, 20", "20, 50", "50, 200", "499, 1000"})
    void writesTheFillsOfAnIndependentReplay(int fast, int slow) throws IOException {
        List<String> fills = backtest(DATA, fast, slow, "true");

        assertThat(fills).isEqualTo(replay(rows(DATA), fast, slow, true));
        assertThat(fills).hasSizeGreaterThan(2);
    }

    @Test
    void onlyExitsWhenShortIsNotAllowed() throws IOException {
        assertThat(backtest(DATA, 10, 30, "false")).isEqualTo(replay(rows(DATA), 10, 30, false));
    }

    @Test
    void dropsASignalOnTheLastCandle() throws IOException {
        List<String[]> rows = rows(DATA);
        int entry = candleOfFirstFill(rows);
        Path upToTheSignal = firstRows(entry);
        Path oneMore = firstRows(entry + 1);

        assertThat(backtest(upToTheSignal, 10, 30, "true")).hasSize(1);
        assertThat(backtest(oneMore, 10, 30, "true")).hasSize(2);
    }

    private int candleOfFirstFill(List<String[]> rows) {
        String time = replay(rows, 10, 30, true).get(1).split(",")[TIME];
        return rows.stream().map(row -> row[TIME]).toList().indexOf(time);
    }

    private Path firstRows(int count) throws IOException {
        List<String> lines = Files.readAllLines(DATA).subList(0, count + 1);
        return Files.write(folder.resolve("first-" + count + ".csv"), lines);
    }

    private List<String> backtest(Path data, int fast, int slow, String allowShort) throws IOException {
        Path plugins = folder.resolve("plugins");
        if (!Files.exists(plugins)) {
            PluginJars.all(plugins);
        }
        Path fills = folder.resolve("fills.csv");
        CliRun run = CliRun.line("backtest --strategy sma-cross --instrument US500 --timeframe 1d --quiet --plugins "
                + plugins + " --data " + data + " --fills " + fills + " --set fast=" + fast + " slow=" + slow
                + " allowShort=" + allowShort);
        assertThat(run).isEqualTo(new CliRun(0, "", ""));
        return Files.readAllLines(fills);
    }

    private static List<String[]> rows(Path data) throws IOException {
        return Files.readAllLines(data).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static List<String> replay(List<String[]> rows, int fast, int slow, boolean allowShort) {
        List<String> fills = new ArrayList<>(List.of("time,instrument,side,quantity,price,fee,reason"));
        List<BigDecimal> sums = sumsOfCloses(rows);
        int position = 0;
        for (int t = slow; t + 1 < rows.size(); t++) {
            int before = order(sums, t - 1, fast, slow);
            int now = order(sums, t, fast, slow);
            int target = position;
            if (before <= 0 && now > 0) {
                target = 1;
            } else if (before >= 0 && now < 0) {
                target = allowShort ? -1 : 0;
            }
            if (target != position) {
                fills.add(fill(rows.get(t + 1), position, target));
                position = target;
            }
        }
        return fills;
    }

    private static String fill(String[] row, int from, int to) {
        String reason = from == 0 ? "ENTRY" : to == 0 ? "EXIT" : "REVERSE";
        String price = new BigDecimal(row[OPEN]).stripTrailingZeros().toPlainString();
        return String.join(
                ",", row[TIME], "US500", to > from ? "BUY" : "SELL", "" + Math.abs(to - from), price, "0", reason);
    }

    /** {@return the sign of fast mean minus slow mean, by comparing sums multiplied with the other length} */
    private static int order(List<BigDecimal> sums, int t, int fast, int slow) {
        BigDecimal fastSum = sums.get(t + 1).subtract(sums.get(t + 1 - fast)).multiply(BigDecimal.valueOf(slow));
        BigDecimal slowSum = sums.get(t + 1).subtract(sums.get(t + 1 - slow)).multiply(BigDecimal.valueOf(fast));
        return fastSum.compareTo(slowSum);
    }

    /** {@return at i the exact sum of the first i closes} */
    private static List<BigDecimal> sumsOfCloses(List<String[]> rows) {
        List<BigDecimal> sums = new ArrayList<>(List.of(BigDecimal.ZERO));
        for (String[] row : rows) {
            sums.add(sums.getLast().add(new BigDecimal(row[CLOSE])));
        }
        return sums;
    }
}
