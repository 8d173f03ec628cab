package io.tradetracker.postgres.candles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.candles.CandleError;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.Coverage;
import io.tradetracker.core.candles.TimeRange;
import io.tradetracker.coretestkit.CandleStoreContract;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresCandleStoreTest extends CandleStoreContract {
    private static final CandleKey KEY = CandleKey.of("test", "US500", Timeframe.D1);
    private static final Instant FIRST = Instant.parse("2024-03-04T00:00:00Z");
    private static final TimeRange TWO_DAYS = new TimeRange(FIRST, Instant.parse("2024-03-06T00:00:00Z"));

    private static TestPostgres server;

    private Database database;
    private CandleStore store;

    @BeforeAll
    static void startServer() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        database = Database.open(DatabaseConfig.of(server.newDatabase(), server.user(), ""));
        CoreSchema.migrate(database);
        store = new PostgresCandleStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected CandleStore store() {
        return store;
    }

    @Override
    protected CandleStore reopened() {
        store.close();
        store = new PostgresCandleStore(database);
        return store;
    }

    private static CandleSeries days() {
        return CandleSeries.builder(Instrument.of("US500"), Timeframe.D1)
                .add(FIRST.toEpochMilli(), 1, 2, 1, 2, 5)
                .build();
    }

    private void change(String statement) {
        database.inTransaction(handle -> handle.createUpdate(statement).execute());
    }

    @Test
    void noticesRowsThatMakeNoCandle() {
        store.write(KEY, TWO_DAYS, days());
        change("update candle set high = 'NaN'");

        assertThatThrownBy(() -> store.read(KEY, TWO_DAYS.from(), TWO_DAYS.to()))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CandleError.STORE_DAMAGED))
                .hasMessageContainingAll("test US500 D1 LAST", FIRST.toString(), "replace it");

        change("update candle set high = 2, time_millis = time_millis + 1");
        assertThatThrownBy(() -> store.read(KEY, TWO_DAYS.from(), TWO_DAYS.to()))
                .hasMessageContaining("no open time");

        store.replace(KEY, TWO_DAYS, days());
        assertThat(store.read(KEY, TWO_DAYS.from(), TWO_DAYS.to())).isEqualTo(days());
    }

    @Test
    void writesAWindowWholeOrNotAtAll() {
        change("alter table candle add check (volume < 100)");
        CandleSeries partly = CandleSeries.builder(Instrument.of("US500"), Timeframe.D1)
                .add(FIRST.toEpochMilli(), 1, 2, 1, 2, 5)
                .add(FIRST.plusSeconds(86_400).toEpochMilli(), 1, 2, 1, 2, 500)
                .build();

        assertThatThrownBy(() -> store.write(KEY, TWO_DAYS, partly))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CandleError.STORE_FAILED))
                .hasMessageContaining("test US500 D1 LAST could not be written");

        assertThat(store.covered(KEY)).isEqualTo(Coverage.NONE);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() {
        database.close();

        assertThatThrownBy(() -> store.covered(KEY))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CandleError.STORE_FAILED));
    }
}
