package io.tradetracker.postgres.candles;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.core.candles.CandleError;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.CandleWindow;
import io.tradetracker.core.candles.Coverage;
import io.tradetracker.core.candles.StoreErrors;
import io.tradetracker.core.candles.StoredCandles;
import io.tradetracker.core.candles.TimeRange;
import io.tradetracker.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Candles in PostgreSQL, one row each. A window is one transaction; writers of one key, in any process, wait for each
 * other, so there is no ANOTHER_WRITER. After STORE_FAILED the same call may be made again: what was written already is
 * not written twice. Closing the store leaves the database open. Safe for use by several threads.
 */
public final class PostgresCandleStore implements CandleStore {
    private final Database database;
    private volatile boolean closed;

    /** Makes a store whose tables {@link io.tradetracker.postgres.CoreSchema#migrate} has brought up to date. */
    public PostgresCandleStore(Database database) {
        this.database = database;
    }

    @Override
    public void write(CandleKey key, TimeRange range, CandleSeries candles) {
        keep(key, range, candles, true);
    }

    @Override
    public void replace(CandleKey key, TimeRange range, CandleSeries candles) {
        keep(key, range, candles, false);
    }

    private void keep(CandleKey key, TimeRange range, CandleSeries candles, boolean same) {
        CandleWindow.of(key, range, candles)
                .ifPresent(window -> orFail(
                        key + " could not be written",
                        () -> database.inTransaction(handle -> {
                            SeriesRows.claimed(handle, key).write(window, same);
                            return window;
                        })));
    }

    @Override
    public CandleSeries read(CandleKey key, Instant from, Instant to) {
        TimeRange range = new TimeRange(from, to);
        return orFail(
                key + " could not be read",
                () -> database.inTransaction(handle -> SeriesRows.find(handle, key)
                        .orElseThrow(() -> StoreErrors.notCovered(key, range, Coverage.NONE))
                        .read(range)));
    }

    @Override
    public Coverage covered(CandleKey key) {
        return orFail(
                "what is known of " + key + " could not be read",
                () -> database.inTransaction(handle ->
                        SeriesRows.find(handle, key).map(SeriesRows::coverage).orElse(Coverage.NONE)));
    }

    @Override
    public List<StoredCandles> list() {
        return orFail("the list of candles could not be read", () -> database.inTransaction(this::list));
    }

    private List<StoredCandles> list(Handle handle) {
        List<StoredCandles> list = new ArrayList<>();
        for (CandleKey key : SeriesRows.keys(handle)) {
            Optional<SeriesRows> rows = SeriesRows.find(handle, key);
            rows.ifPresent(each -> list.add(each.stored()));
        }
        return list;
    }

    @Override
    public void close() {
        closed = true;
    }

    private <T> T orFail(String what, Supplier<T> work) {
        if (closed) {
            throw StoreErrors.closed();
        }
        try {
            return work.get();
        } catch (TradeTrackerException failed) {
            if (failed.code() instanceof CandleError) {
                throw failed;
            }
            throw new TradeTrackerException(
                    CandleError.STORE_FAILED, what + ": " + failed.getMessage(), failed.retry(), failed);
        }
    }
}
