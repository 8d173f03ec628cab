package io.tradetracker.coretestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.FileCandleStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class FileCandleStoreContractTest extends CandleStoreContract {
    private final List<Object> cut = new ArrayList<>();

    @TempDir
    private Path folder;

    private CandleStore store;

    @BeforeEach
    void open() {
        store = FileCandleStore.open(folder.resolve("prices"), cut::add);
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(cut).as("torn tails").isEmpty();
    }

    @Override
    protected CandleStore store() {
        return store;
    }

    @Override
    protected CandleStore reopened() {
        store.close();
        open();
        return store;
    }
}
