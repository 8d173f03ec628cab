package io.tradetracker.core.export;

import io.tradetracker.api.order.Fill;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.data.WholeFile;
import io.tradetracker.core.report.EquityCurve;
import io.tradetracker.core.report.RoundTrip;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/**
 * Results as CSV files: UTF-8, a header, lines that end in a line feed, times in ISO-8601 UTC, decimals without
 * exponent or trailing zeros, nothing for a number that does not exist. An existing file is replaced; when writing
 * fails it is left as it was.
 */
public final class ResultCsv {
    private ResultCsv() {}

    /**
     * Writes {@code time,instrument,side,quantity,price,fee,reason}.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException when the file cannot be written
     */
    public static void writeFills(BacktestResult result, Path file) {
        WholeFile.write(file, out -> {
            out.write("time,instrument,side,quantity,price,fee,reason\n");
            for (int i = 0; i < result.fillLog().size(); i++) {
                Fill fill = result.fillLog().fill(i);
                line(
                        out,
                        fill.time().toString(),
                        fill.instrument().value(),
                        fill.side().name(),
                        plain(fill.quantity()),
                        plain(fill.price()),
                        plain(fill.fee()),
                        fill.reason().name());
            }
        });
    }

    /**
     * Writes the round trips of the report.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException when the file cannot be written
     */
    public static void writeRoundTrips(BacktestResult result, Path file) {
        write(result.roundTrips(), file);
    }

    /**
     * Writes each part of an entry with the exit that closed it.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException when the file cannot be written
     */
    public static void writeTaxLots(BacktestResult result, Path file) {
        write(result.taxLots(), file);
    }

    private static void write(List<RoundTrip> trips, Path file) {
        WholeFile.write(file, out -> {
            out.write("instrument,side,quantity,entryTime,entryPrice,exitTime,exitPrice,profit,returnPercent,fees,"
                    + "financing,maePercent,mfePercent,entryTag,exitReason\n");
            for (RoundTrip trip : trips) {
                write(trip, out);
            }
        });
    }

    private static void write(RoundTrip trip, Writer out) throws IOException {
        line(
                out,
                trip.instrument().value(),
                trip.side().name(),
                plain(trip.quantity()),
                trip.entryTime().toString(),
                plain(trip.entryPrice()),
                trip.exitTime().toString(),
                plain(trip.exitPrice()),
                plain(trip.profit()),
                plain(trip.returnPercent()),
                plain(trip.fees()),
                plain(trip.financing()),
                plain(trip.maePercent()),
                plain(trip.mfePercent()),
                trip.entryTag(),
                trip.exitReason().name());
    }

    /**
     * Writes {@code time,equity}: the moment at which candles closed, and what the account was worth.
     *
     * @throws io.tradetracker.api.error.TradeTrackerException when the file cannot be written
     */
    public static void writeEquity(BacktestResult result, Path file) {
        EquityCurve curve = result.equity();
        WholeFile.write(file, out -> {
            out.write("time,equity\n");
            for (int i = 0; i < curve.size(); i++) {
                line(out, curve.closeTime(i).toString(), plain(curve.equity(i)));
            }
        });
    }

    private static void line(Writer out, String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cells[i]);
        }
        out.write('\n');
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String plain(double number) {
        return Double.isFinite(number) ? plain(Numbers.decimal(number)) : "";
    }
}
