package io.tradetracker.core.candles;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.CoreError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fills a store from a market, window by window, oldest first. It asks only for what the store does not know, so that
 * running it again goes on where it ended, however it ended: each window is in the store for good before the next is
 * asked for.
 *
 * <p>Only candles that closed some time ago are asked for: a market that has not added its newest candle yet would else
 * be taken to say that there is none. Settings come first; then it may be run by several threads, once for each key.
 */
public final class CandleDownload {
    private static final int WINDOW = 1_000;
    private static final int TRIES = 4;
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private final MarketData market;
    private final CandleStore store;
    private final InstantSource clock;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private int window = WINDOW;
    private int tries = TRIES;
    private Duration settling = SETTLING;
    private boolean replacing;
    private DownloadProgress progress = DownloadProgress.NONE;

    /**
     * Makes a download.
     *
     * @param clock says which candles have closed
     */
    public CandleDownload(MarketData market, CandleStore store, InstantSource clock) {
        this.market = market;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Sets how many candles to ask for at once; 1,000 otherwise.
     *
     * @param candles 1 to {@value CandleStore#LARGEST_WINDOW}
     * @throws IllegalArgumentException when it is another number
     */
    public CandleDownload window(int candles) {
        require(candles >= 1 && candles <= CandleStore.LARGEST_WINDOW, "window " + candles + " must be 1 to 1000000");
        window = candles;
        return this;
    }

    /**
     * Sets how often to ask for a window that fails in a way that may pass; 4 times otherwise.
     *
     * @param times 1 or more
     * @throws IllegalArgumentException when it is less
     */
    public CandleDownload tries(int times) {
        require(times >= 1, "tries " + times + " must be 1 or more");
        tries = times;
        return this;
    }

    /**
     * Sets how long a candle must have been closed before it is asked for; a minute otherwise.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public CandleDownload settling(Duration time) {
        require(!time.isNegative(), "settling " + time + " must not be negative");
        settling = time;
        return this;
    }

    /** Sets whether to ask for all and to replace what is known, for a market that has corrected its past. */
    public CandleDownload replacing(boolean all) {
        replacing = all;
        return this;
    }

    /** Sets who hears of each window. */
    public CandleDownload progress(DownloadProgress listener) {
        progress = listener;
        return this;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Ends all runs of this download for good, soon. Any thread may call it; to interrupt a run does the same to it.
     */
    public void cancel() {
        cancelled.countDown();
    }

    /**
     * Downloads what is missing.
     *
     * @param key what to ask the market for, and the name to keep it under
     * @param from first open time, inclusive
     * @param to last open time, exclusive; candles that have not closed are left for later
     * @throws IllegalArgumentException when the range is empty
     * @throws TradeTrackerException what the market or the store threw; CANCELLED; WRONG_ANSWER; BAD_CONFIGURATION when
     *     the market has no candles of that side. What was written before stays
     */
    public DownloadReport run(CandleKey key, Instant from, Instant to) {
        if (!market.sides().contains(key.side())) {
            throw new TradeTrackerException(
                    CoreError.BAD_CONFIGURATION,
                    key + " cannot be downloaded: this market has candles of " + market.sides() + " only");
        }
        List<TimeRange> windows = windows(key, new TimeRange(from, to));
        long candles = 0;
        for (int i = 0; i < windows.size(); i++) {
            int count = download(key, windows.get(i), i);
            candles += count;
            progress.onWindow(new DownloadProgress.Step(key, windows.get(i), count, i + 1, windows.size()));
        }
        return new DownloadReport(key, windows.size(), candles, store.covered(key));
    }

    private List<TimeRange> windows(CandleKey key, TimeRange wanted) {
        Timeframe timeframe = key.timeframe();
        Instant newest = timeframe.openOf(clock.instant().minus(settling));
        Instant to = wanted.to().isBefore(newest) ? wanted.to() : newest;
        Optional<TimeRange> opens =
                wanted.from().isBefore(to) ? new TimeRange(wanted.from(), to).opens(timeframe) : Optional.empty();
        List<TimeRange> windows = new ArrayList<>();
        opens.ifPresent(range -> missing(key, range).forEach(part -> split(part, timeframe, windows)));
        return windows;
    }

    private List<TimeRange> missing(CandleKey key, TimeRange range) {
        return replacing ? List.of(range) : store.covered(key).missingIn(range);
    }

    private void split(TimeRange range, Timeframe timeframe, List<TimeRange> windows) {
        Duration length = timeframe.duration().multipliedBy(window);
        for (Instant next = range.from(); next.isBefore(range.to()); next = next.plus(length)) {
            Instant end = next.plus(length);
            windows.add(new TimeRange(next, end.isBefore(range.to()) ? end : range.to()));
        }
    }

    private int download(CandleKey key, TimeRange range, int done) {
        try {
            CandleSeries candles = ask(key, range, done);
            write(key, range, candles);
            return candles.size();
        } catch (RuntimeException failed) {
            // what an interrupted thread reads or writes fails in many ways
            throw Thread.currentThread().isInterrupted() ? cancelled(key, done, failed) : failed;
        }
    }

    private void write(CandleKey key, TimeRange range, CandleSeries candles) {
        if (replacing) {
            store.replace(key, range, candles);
        } else {
            store.write(key, range, candles);
        }
    }

    private CandleSeries ask(CandleKey key, TimeRange range, int done) {
        Duration pause = Duration.ZERO;
        for (int left = tries - 1; ; left--) {
            requireNotCancelled(key, done, pause);
            try {
                CandleSeries answer =
                        market.history(key.instrument(), key.timeframe(), key.side(), range.from(), range.to());
                requireAnswer(key, range, answer);
                return answer;
            } catch (TradeTrackerException failed) {
                if (!failed.retry().repeatable() || left == 0) {
                    throw failed;
                }
                Duration delay = failed.retry().delay();
                pause = delay == null ? Duration.ZERO : delay;
            }
        }
    }

    private static void requireAnswer(CandleKey key, TimeRange range, CandleSeries answer) {
        try {
            CandleWindow.of(key, range, answer);
        } catch (TradeTrackerException wrong) {
            throw new TradeTrackerException(
                    CandleError.WRONG_ANSWER,
                    "the market was asked for " + key + " of " + range + ", and its answer is something else: "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    /** Waits for somebody to cancel, and goes on when nobody does. */
    private void requireNotCancelled(CandleKey key, int done, Duration pause) {
        try {
            if (Thread.currentThread().isInterrupted() || cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw cancelled(key, done, null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled(key, done, interrupted);
        }
    }

    private static TradeTrackerException cancelled(CandleKey key, int done, @Nullable Exception cause) {
        return new TradeTrackerException(
                CoreError.CANCELLED,
                "the download of " + key + " was cancelled after " + done
                        + " windows, which are kept; run it again to go on",
                cause);
    }
}
