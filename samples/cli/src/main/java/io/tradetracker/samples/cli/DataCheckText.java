package io.tradetracker.samples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradetracker.core.data.DataReport;
import io.tradetracker.core.data.DataReport.Gap;
import io.tradetracker.core.data.DataReport.Gaps;
import io.tradetracker.core.data.DataReport.Problem;
import java.util.TreeMap;

/**
 * A data report for people and for programs.
 *
 * @param report what was found
 */
record DataCheckText(DataReport report) {
    String toText() {
        StringBuilder text = new StringBuilder();
        text.append(report.name())
                .append(", ")
                .append(report.timeframe())
                .append(": ")
                .append(report.rows());
        text.append(" candles");
        if (report.first() != null) {
            text.append(" from ").append(report.first()).append(" to ").append(report.last());
        }
        text.append('\n');
        report.suspiciousTimeframe()
                .ifPresent(sentence -> text.append("Look: ").append(sentence).append('\n'));
        appendProblems(text);
        appendOddities(text);
        return text.toString();
    }

    private void appendProblems(StringBuilder text) {
        if (report.isGood()) {
            text.append("Every line can be used.\n");
            return;
        }
        text.append("Lines that cannot be used: ").append(report.problemCount()).append('\n');
        new TreeMap<>(report.problemCounts())
                .forEach((code, count) -> text.append("  ")
                        .append(code)
                        .append(": ")
                        .append(count)
                        .append('\n'));
        report.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
        long more = report.problemCount() - report.problems().size();
        text.append(more == 0 ? "" : "  and " + more + " more\n");
    }

    private void appendOddities(StringBuilder text) {
        Gaps gaps = report.gaps();
        text.append("Gaps: ").append(gaps.count());
        text.append(gaps.count() == 0 ? "\n" : ", " + gaps.missing() + " candles missing\n");
        if (gaps.longest() != null) {
            text.append("  longest: ").append(describe(gaps.longest())).append('\n');
        }
        gaps.first().forEach(gap -> text.append("  ").append(describe(gap)).append('\n'));
        long more = gaps.count() - gaps.first().size();
        text.append(more == 0 ? "" : "  and " + more + " more\n");
        text.append("Candles without volume: ").append(report.zeroVolumes()).append('\n');
        text.append("Closes that moved more than 10 standard deviations: ");
        text.append(report.outliers().isEmpty() ? "none" : report.outliers()).append('\n');
    }

    private static String describe(Gap gap) {
        return gap.missing() + " missing between " + gap.from() + " and " + gap.to();
    }

    String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", report.name()).put("timeframe", report.timeframe().toString());
        json.put("good", report.isGood()).put("rows", report.rows());
        json.put("first", report.first() == null ? null : report.first().toString());
        json.put("last", report.last() == null ? null : report.last().toString());
        json.put("suspiciousTimeframe", report.suspiciousTimeframe().orElse(null));
        json.put("problemCount", report.problemCount());
        ObjectNode counts = json.putObject("problemCounts");
        new TreeMap<>(report.problemCounts()).forEach((code, count) -> counts.put(code.name(), count));
        ArrayNode problems = json.putArray("problems");
        report.problems().forEach(problem -> put(problems.addObject(), problem));
        putGaps(json.putObject("gaps"), report.gaps());
        json.put("zeroVolumes", report.zeroVolumes());
        ArrayNode outliers = json.putArray("outliers");
        report.outliers().forEach(time -> outliers.add(time.toString()));
        return JsonText.write(json);
    }

    private static void putGaps(ObjectNode json, Gaps gaps) {
        json.put("count", gaps.count()).put("missing", gaps.missing());
        if (gaps.longest() == null) {
            json.putNull("longest");
        } else {
            put(json.putObject("longest"), gaps.longest());
        }
        ArrayNode first = json.putArray("first");
        gaps.first().forEach(gap -> put(first.addObject(), gap));
    }

    private static void put(ObjectNode json, Problem problem) {
        json.put("line", problem.line()).put("code", problem.code().name()).put("message", problem.message());
    }

    private static void put(ObjectNode json, Gap gap) {
        json.put("from", gap.from().toString()).put("to", gap.to().toString()).put("missing", gap.missing());
    }
}
