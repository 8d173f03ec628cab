package io.tradetracker.core.data;

import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CandleCsv#check} found. Immutable.
 *
 * @param name the file
 * @param timeframe what was expected
 * @param rows lines below the header
 * @param first the open time of the first good candle, null when there is none
 * @param last the open time of the last good candle, null when there is none
 * @param problemCounts how many lines have each problem
 * @param problems the first of them, at most 20
 * @param gaps where good candles are missing
 * @param zeroVolumes good candles without volume
 * @param outliers good candles whose close moved more than ten standard deviations from the one before, in log terms
 * @param suspiciousTimeframe a sentence when no two good candles are as close as the timeframe says
 */
public record DataReport(
        String name,
        Timeframe timeframe,
        long rows,
        @Nullable Instant first,
        @Nullable Instant last,
        Map<DataError, Long> problemCounts,
        List<Problem> problems,
        Gaps gaps,
        long zeroVolumes,
        List<Instant> outliers,
        Optional<String> suspiciousTimeframe) {
    /** Copies the collections. */
    public DataReport {
        problemCounts = Map.copyOf(problemCounts);
        problems = List.copyOf(problems);
        outliers = List.copyOf(outliers);
    }

    /** {@return whether every line is good; gaps, zero volumes and outliers are no problems} */
    public boolean isGood() {
        return problems.isEmpty();
    }

    /** {@return how many lines have a problem} */
    public long problemCount() {
        return problemCounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * One line that cannot be used.
     *
     * @param line its number in the file, the header is 1
     * @param code what kind of problem
     * @param message what is wrong and how to mend it
     */
    public record Problem(long line, DataError code, String message) {
        /** {@return such as {@code line 7: close 'abc' is no number (MALFORMED_NUMBER)}} */
        @Override
        public String toString() {
            return "line " + line + ": " + message + " (" + code + ")";
        }
    }

    /**
     * Where candles are missing. For D1 a weekend is no gap when the file has no candle on any weekend.
     *
     * @param count how many gaps
     * @param missing how many candles they lack together
     * @param longest the one that lacks most, null when there is none
     * @param first the first of them, at most 10
     */
    public record Gaps(long count, long missing, @Nullable Gap longest, List<Gap> first) {
        /** Copies the list. */
        public Gaps {
            first = List.copyOf(first);
        }
    }

    /**
     * Candles missing between two.
     *
     * @param from the open time of the candle before
     * @param to the open time of the candle after
     * @param missing how many would fit between
     */
    public record Gap(Instant from, Instant to, long missing) {}
}
