package io.tradetracker.core.data;

import io.tradetracker.api.error.TradeTrackerException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is wrong with the lines of a file and keeps the first. */
final class Problems {
    private static final int LONGEST_QUOTE = 80;

    private final int kept;
    private final List<DataReport.Problem> first = new ArrayList<>();
    private final Map<DataError, Long> counts = new EnumMap<>(DataError.class);

    Problems(int kept) {
        this.kept = kept;
    }

    void add(LineFault fault) {
        DataReport.Problem problem = fault.toProblem();
        counts.merge(problem.code(), 1L, Long::sum);
        if (first.size() < kept) {
            first.add(problem);
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    List<DataReport.Problem> first() {
        return first.stream()
                .sorted(Comparator.comparingLong(DataReport.Problem::line))
                .toList();
    }

    Map<DataError, Long> counts() {
        return counts;
    }

    TradeTrackerException toException(String name) {
        long count = counts.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder text = new StringBuilder(name).append(": ");
        text.append(count == 1 ? "a line" : count + " lines").append(" cannot be used, so nothing was read");
        if (count > first.size()) {
            text.append("; the first ").append(first.size());
        }
        text.append(':');
        first().forEach(problem -> text.append("\n  ").append(problem));
        return new TradeTrackerException(first().getFirst().code(), text.toString());
    }

    static TradeTrackerException unreadable(String name, DataReport.Problem problem) {
        return new TradeTrackerException(problem.code(), name + " " + problem);
    }

    /** {@return text of a file in quotes, without control characters and not too long for a message} */
    static String quote(String text) {
        StringBuilder safe = new StringBuilder("'");
        text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(safe::appendCodePoint);
        return safe.append(text.length() > LONGEST_QUOTE ? "…'" : "'").toString();
    }
}
