package io.tradetracker.coretestkit;

import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.InMemoryCandleStore;

final class InMemoryCandleStoreTest extends CandleStoreContract {
    private final CandleStore store = new InMemoryCandleStore();

    @Override
    protected CandleStore store() {
        return store;
    }

    @Override
    protected CandleStore reopened() {
        return store;
    }
}
