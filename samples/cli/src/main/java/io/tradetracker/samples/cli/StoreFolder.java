package io.tradetracker.samples.cli;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.FileCandleStore;
import io.tradetracker.core.candles.StoredCandles;
import io.tradetracker.core.data.DataError;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Opens stores of candles. */
final class StoreFolder {
    private StoreFolder() {}

    /** {@return the store in a folder that must be there: a wrong name must not make an empty store} */
    static CandleStore existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new TradeTrackerException(
                    DataError.FILE_MISSING,
                    "there is no store in " + folder
                            + ", it is no folder; fill one with: tradetracker data download, or "
                            + "tradetracker data import");
        }
        return FileCandleStore.open(folder);
    }

    /** {@return a store to write, whose folder is made when it is missing} */
    static CandleStore writable(Path folder, PrintWriter err) {
        return FileCandleStore.open(
                folder,
                tail -> err.println("tradetracker: the last write to " + tail.file() + " was not finished; its "
                        + tail.bytes() + " bytes are now in " + tail.kept()));
    }

    /** {@return what the store has of a key} */
    static StoredCandles get(CandleStore store, CandleKey key) {
        List<StoredCandles> all = store.list();
        return all.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new TradeTrackerException(
                        DataError.FILE_MISSING,
                        "the store has no candles of " + key + "; it has "
                                + (all.isEmpty()
                                        ? "none at all"
                                        : all.stream()
                                                .map(each -> each.key().toString())
                                                .collect(Collectors.joining(", ")))));
    }
}
