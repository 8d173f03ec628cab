package io.tradetracker.core.candles;

import static io.tradetracker.core.candles.Prices.KEY;
import static io.tradetracker.core.candles.Prices.minute;

import io.tradetracker.testkit.ManualClock;
import java.nio.file.Path;

/** A process that downloads all there is, and says how many minutes are in the store after each window. */
final class DownloadUnderFire {
    static final int MINUTES = 200_000;
    private static final int WINDOW = 137;

    private DownloadUnderFire() {}

    /** Takes the folder. */
    public static void main(String[] args) {
        AskedMarket market = new AskedMarket(Prices.each(0, MINUTES));
        try (CandleStore store = FileCandleStore.open(Path.of(args[0]))) {
            new CandleDownload(market, store, ManualClock.at(minute(2 * MINUTES)))
                    .window(WINDOW)
                    .progress(step -> System.out.println(minuteOf(step.range())))
                    .run(KEY, minute(0), minute(MINUTES));
        }
    }

    /** {@return the minute behind a range} */
    static long minuteOf(TimeRange range) {
        return (range.to().toEpochMilli() - minute(0).toEpochMilli()) / 60_000;
    }
}
