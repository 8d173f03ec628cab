package io.tradetracker.core.export;

import io.tradetracker.core.data.WholeFile;
import io.tradetracker.core.report.Statistic;
import io.tradetracker.core.sweep.ParameterAxis;
import io.tradetracker.core.sweep.SweepResult;
import io.tradetracker.core.sweep.SweepRow;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every combination of a sweep as a line of CSV, as {@link ResultCsv} writes. */
public final class SweepCsv {
    private SweepCsv() {}

    /**
     * Writes the parameters, the figures, those of the part held out with {@code heldOut.} before their names, and why
     * a combination could not run.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException when the file cannot be written
     */
    public static void write(SweepResult result, Path file) {
        WholeFile.write(file, out -> {
            line(out, header(result));
            for (SweepRow row : result.rows()) {
                line(out, cells(result, row));
            }
        });
    }

    private static List<String> header(SweepResult result) {
        List<String> names = new ArrayList<>();
        result.grid().axes().stream().map(ParameterAxis::name).forEach(names::add);
        SweepRow.FIGURES.stream().map(Statistic::id).forEach(names::add);
        if (result.heldOutFrom() != null) {
            SweepRow.FIGURES.stream().map(figure -> "heldOut." + figure.id()).forEach(names::add);
        }
        names.add("fault");
        return names;
    }

    private static List<String> cells(SweepResult result, SweepRow row) {
        List<String> cells = new ArrayList<>(row.parameters().values());
        SweepRow.FIGURES.forEach(figure -> cells.add(plain(row.get(figure))));
        if (result.heldOutFrom() != null) {
            SweepRow.FIGURES.forEach(figure -> cells.add(plain(row.heldOut(figure))));
        }
        cells.add(row.fault());
        return cells;
    }

    private static String plain(double number) {
        BigDecimal decimal = Numbers.orNull(number);
        return decimal == null ? "" : decimal.toPlainString();
    }

    private static void line(Writer out, List<String> cells) throws IOException {
        String separator = "";
        for (String cell : cells) {
            out.write(separator);
            out.write(quoted(cell));
            separator = ",";
        }
        out.write('\n');
    }

    private static String quoted(String cell) {
        boolean needed = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
        return needed ? '"' + cell.replace("\"", "\"\"").replace('\n', ' ') + '"' : cell;
    }
}
