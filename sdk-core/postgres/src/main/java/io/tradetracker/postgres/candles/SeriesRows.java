package io.tradetracker.postgres.candles;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.candles.CandleError;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleWindow;
import io.tradetracker.core.candles.Coverage;
import io.tradetracker.core.candles.InstrumentJson;
import io.tradetracker.core.candles.StoreErrors;
import io.tradetracker.core.candles.StoredCandles;
import io.tradetracker.core.candles.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of one key within a transaction. */
final class SeriesRows {
    private static final int FETCH = 10_000;

    private final Handle handle;
    private final CandleKey key;
    private final long id;
    private final @Nullable Instrument instrument;

    private SeriesRows(Handle handle, CandleKey key, Row row) {
        this.handle = handle;
        this.key = key;
        id = row.id();
        instrument = row.instrument() == null ? null : InstrumentJson.read(row.instrument());
    }

    private record Row(long id, @Nullable String instrument) {}

    static List<CandleKey> keys(Handle handle) {
        return handle
                .createQuery("select source, instrument, timeframe_millis, side from candle_series")
                .map((row, context) -> key(row))
                .stream()
                .sorted()
                .toList();
    }

    private static CandleKey key(ResultSet row) throws SQLException {
        return new CandleKey(
                String.valueOf(row.getString("source")),
                InstrumentId.of(String.valueOf(row.getString("instrument"))),
                Timeframe.of(Duration.ofMillis(row.getLong("timeframe_millis"))),
                new PriceSide(String.valueOf(row.getString("side"))));
    }

    /** {@return the rows of a key; empty when nothing was written} */
    static Optional<SeriesRows> find(Handle handle, CandleKey key) {
        return row(handle, key, "")
                .map(row -> new SeriesRows(handle, key, row))
                .filter(rows -> rows.instrument != null);
    }

    /** {@return the rows of a key, which nobody else writes until the transaction ends} */
    static SeriesRows claimed(Handle handle, CandleKey key) {
        handle.createUpdate("""
                        insert into candle_series (source, instrument, timeframe_millis, side)
                        values (:source, :instrument, :timeframe, :side) on conflict do nothing""")
                .bind("source", key.source())
                .bind("instrument", key.instrument().value())
                .bind("timeframe", key.timeframe().millis())
                .bind("side", key.side().name())
                .execute();
        return new SeriesRows(handle, key, row(handle, key, " for update").orElseThrow());
    }

    private static Optional<Row> row(Handle handle, CandleKey key, String ending) {
        return handle.createQuery("""
                        select id, instrument_json from candle_series
                        where source = :source and instrument = :instrument and timeframe_millis = :timeframe
                            and side = :side""" + ending)
                .bind("source", key.source())
                .bind("instrument", key.instrument().value())
                .bind("timeframe", key.timeframe().millis())
                .bind("side", key.side().name())
                .map((row, context) -> new Row(row.getLong("id"), row.getString("instrument_json")))
                .findOne();
    }

    Coverage coverage() {
        return Coverage.of(handle.createQuery("select from_millis, to_millis from candle_range where series = :id")
                .bind("id", id)
                .map((row, context) -> range(row.getLong("from_millis"), row.getLong("to_millis")))
                .list());
    }

    private static TimeRange range(long from, long to) {
        return new TimeRange(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }

    StoredCandles stored() {
        return new StoredCandles(
                key,
                named(),
                coverage(),
                handle.createQuery("select count(*) from candle where series = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }

    private Instrument named() {
        if (instrument == null) {
            throw new IllegalStateException(key + " has no instrument before its first window");
        }
        return instrument;
    }

    CandleSeries read(TimeRange range) {
        TimeRange opens = range.opens(key.timeframe()).orElse(null);
        if (opens == null) {
            return CandleSeries.of(named(), key.timeframe(), List.of());
        }
        Coverage coverage = coverage();
        if (!coverage.covers(opens)) {
            throw StoreErrors.notCovered(key, opens, coverage);
        }
        return candles(named(), opens);
    }

    private CandleSeries candles(Instrument of, TimeRange range) {
        CandleSeries.Builder candles = CandleSeries.builder(of, key.timeframe());
        try {
            handle.createQuery("""
                            select time_millis, open, high, low, close, volume from candle
                            where series = :id and time_millis >= :from and time_millis < :to
                            order by time_millis""")
                    .bind("id", id)
                    .bind("from", range.from().toEpochMilli())
                    .bind("to", range.to().toEpochMilli())
                    .setFetchSize(FETCH)
                    .map((row, context) -> addTo(candles, row))
                    .forEach(added -> {});
            return candles.build();
        } catch (IllegalArgumentException changed) {
            throw damaged(String.valueOf(changed.getMessage()));
        }
    }

    private CandleSeries.Builder addTo(CandleSeries.Builder candles, ResultSet row) throws SQLException {
        long time = row.getLong(1);
        if (key.timeframe().openOf(time) != time) {
            throw damaged("the candle at " + Instant.ofEpochMilli(time) + " has no open time");
        }
        return candles.add(
                time, row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5), row.getDouble(6));
    }

    private TradeTrackerException damaged(String what) {
        return new TradeTrackerException(
                CandleError.STORE_DAMAGED,
                "rows of " + key + " in table candle are not as they were written: " + what
                        + ". Download that range again and replace it");
    }

    /** Writes a window; the row of the key is claimed. */
    void write(CandleWindow window, boolean same) {
        Coverage coverage = coverage();
        Instrument of = window.candles().instrument();
        if (same) {
            coverage.partsIn(window.range())
                    .forEach(part -> window.requireSame(key, new CandleWindow(part, candles(of, part))));
        }
        if (!of.equals(instrument)) {
            handle.createUpdate("update candle_series set instrument_json = cast(:json as json) where id = :id")
                    .bind("json", InstrumentJson.write(of))
                    .bind("id", id)
                    .execute();
        }
        if (!same || !coverage.covers(window.range())) {
            delete("delete from candle where series = :id and time_millis >= :from and time_millis < :to", window);
            insert(window.candles());
            cover(window, coverage.plus(window.range()));
        }
    }

    private void delete(String statement, CandleWindow window) {
        handle.createUpdate(statement)
                .bind("id", id)
                .bind("from", window.range().from().toEpochMilli())
                .bind("to", window.range().to().toEpochMilli())
                .execute();
    }

    private void insert(CandleSeries candles) {
        handle.createUpdate("""
                        insert into candle (series, time_millis, open, high, low, close, volume)
                        select :id, each.* from unnest(
                            cast(:times as bigint[]), cast(:opens as double precision[]),
                            cast(:highs as double precision[]), cast(:lows as double precision[]),
                            cast(:closes as double precision[]), cast(:volumes as double precision[])) as each""")
                .bind("id", id)
                .bindArray("times", Long.class, (Object[]) IntStream.range(0, candles.size())
                        .mapToObj(candles::timeMillis)
                        .toArray(Long[]::new))
                .bindArray("opens", Double.class, column(candles, candles::open))
                .bindArray("highs", Double.class, column(candles, candles::high))
                .bindArray("lows", Double.class, column(candles, candles::low))
                .bindArray("closes", Double.class, column(candles, candles::close))
                .bindArray("volumes", Double.class, column(candles, candles::volume))
                .execute();
    }

    private static Object[] column(CandleSeries candles, ToDoubleFunction<Integer> field) {
        return IntStream.range(0, candles.size()).mapToObj(field::applyAsDouble).toArray(Double[]::new);
    }

    /** Puts the one range that the window is now a part of in the place of those that it joins. */
    private void cover(CandleWindow window, Coverage after) {
        TimeRange joined = after.ranges().stream()
                .filter(range -> range.contains(window.range().from()))
                .findFirst()
                .orElseThrow();
        delete(
                "delete from candle_range where series = :id and from_millis >= :from and from_millis < :to",
                new CandleWindow(joined, window.candles()));
        handle.createUpdate("insert into candle_range (series, from_millis, to_millis) values (:id, :from, :to)")
                .bind("id", id)
                .bind("from", joined.from().toEpochMilli())
                .bind("to", joined.to().toEpochMilli())
                .execute();
    }
}
