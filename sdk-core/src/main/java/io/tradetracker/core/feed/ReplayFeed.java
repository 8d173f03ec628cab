package io.tradetracker.core.feed;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Recorded prints, played as if they happened now: at any speed, with pause, starting over when they end. Each time
 * over, times move on by whole weeks, so that market time never goes back and candles stay aligned; listeners get a
 * notice.
 *
 * <p>{@link #start()} begins to play on a virtual thread of its own, from a moment of market time. Safe for use by
 * several threads.
 */
public final class ReplayFeed implements MarketData {
    private static final long WEEK_MILLIS = 7 * 86_400_000L;

    private final Instrument instrument;
    private final PrintSource source;
    private final ReplayPace pace;
    private final long startMillis;
    private final long firstMillis;
    private final long lapMillis;
    private final List<MarketListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Thread player = Thread.currentThread();
    private volatile boolean started;

    /**
     * Makes a feed; nothing plays yet.
     *
     * @param instrument what the prints are of
     * @param source the record, at least one print
     * @param speed market seconds in a second; {@link Double#POSITIVE_INFINITY} for as fast as listeners take it
     * @param from market time to start at; before the record's start means its start
     */
    public ReplayFeed(Instrument instrument, PrintSource source, double speed, Instant from) {
        this.instrument = instrument;
        this.source = source;
        pace = new ReplayPace(speed);
        long[] span = source.span();
        firstMillis = span[0];
        lapMillis = Math.floorDiv(span[1] - span[0], WEEK_MILLIS) * WEEK_MILLIS + WEEK_MILLIS;
        startMillis = Math.max(firstMillis, from.toEpochMilli());
    }

    /**
     * Begins to play.
     *
     * @throws IllegalStateException when it plays already
     */
    public synchronized void start() {
        if (started) {
            throw new IllegalStateException("this feed plays already; make a new one to start over");
        }
        started = true;
        player = Thread.ofVirtual().name("replay-" + instrument.id()).start(this::play);
    }

    /** Stops market time until {@link #resume()}. */
    public void pause() {
        pace.pause();
    }

    /** Lets market time go on. */
    public void resume() {
        pace.resume();
    }

    /** {@return whether market time stands still} */
    public boolean isPaused() {
        return pace.isPaused();
    }

    /** Sets how many market seconds pass in a second. */
    public void setSpeed(double speed) {
        pace.setSpeed(speed);
    }

    /** {@return how many market seconds pass in a second} */
    public double speed() {
        return pace.speed();
    }

    /**
     * {@return market time now: no later print has been told of; a millisecond before the start while nothing plays}
     */
    public Instant marketTime() {
        return Instant.ofEpochMilli(marketMillis());
    }

    private long marketMillis() {
        return Math.max(startMillis - 1, pace.marketMillis());
    }

    @Override
    public List<Instrument> instruments() {
        return List.of(instrument);
    }

    @Override
    public CandleSeries history(InstrumentId id, Timeframe timeframe, Instant from, Instant to) {
        CandleSeries.Builder candles = CandleSeries.builder(instrument, timeframe);
        CandleBuilder builder = new CandleBuilder(timeframe, new CandleBuilder.CandleListener() {
            @Override
            public void onCandleOpen(Instant time, double open) {}

            @Override
            public void onCandle(Candle candle) {
                if (!candle.time().isBefore(from) && candle.time().isBefore(to)) {
                    candles.add(candle);
                }
            }
        });
        long end = Math.min(
                timeframe.openOf(to.toEpochMilli() - 1) + timeframe.millis(), timeframe.openOf(marketMillis() + 1));
        for (long lap = lapOf(from.toEpochMilli()); firstMillis + lap * lapMillis < end; lap++) {
            build(builder, lap * lapMillis, timeframe.openOf(from.toEpochMilli()), end);
        }
        builder.onTime(Long.MAX_VALUE);
        return candles.build();
    }

    private void build(CandleBuilder builder, long shift, long from, long end) {
        try (Stream<Print> prints = source.open()) {
            prints.forEach(print -> {
                long time = print.time().toEpochMilli() + shift;
                if (time >= from && time < end) {
                    builder.onPrint(time, print.price(), print.size());
                }
            });
        }
    }

    @Override
    public Subscription subscribe(InstrumentId id, MarketListener listener) {
        if (!id.equals(instrument.id())) {
            throw new IllegalArgumentException("this feed has " + instrument.id() + " only, not " + id);
        }
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        pace.stop();
        Thread playing = player;
        if (started && !playing.equals(Thread.currentThread())) {
            joinUninterruptibly(playing);
        }
    }

    private void play() {
        for (long lap = lapOf(startMillis); !pace.isStopped(); lap++) {
            long shift = lap * lapMillis;
            if (firstMillis + shift > startMillis) {
                notice(firstMillis + shift);
            }
            try (Stream<Print> prints = source.open()) {
                playLap(prints.iterator(), shift);
            }
        }
    }

    private void playLap(Iterator<Print> prints, long shift) {
        boolean first = true;
        while (prints.hasNext()) {
            Print print = prints.next();
            long time = print.time().toEpochMilli() + shift;
            if (time < startMillis) {
                continue;
            }
            if (first) {
                pace.jumpTo(time);
                first = false;
            }
            if (!pace.awaitMarket(time, this::tellTime)) {
                return;
            }
            Print shifted = new Print(print.instrument(), Instant.ofEpochMilli(time), print.price(), print.size());
            listeners.forEach(listener -> listener.onPrint(shifted));
        }
    }

    private void tellTime(long marketMillis) {
        Instant time = Instant.ofEpochMilli(marketMillis);
        listeners.forEach(listener -> listener.onTime(time));
    }

    private void notice(long marketMillis) {
        Instant time = Instant.ofEpochMilli(marketMillis);
        tellTime(marketMillis);
        listeners.forEach(listener ->
                listener.onNotice(time, "The recorded prices ended and start over; times go on from " + time + "."));
    }

    private long lapOf(long marketMillis) {
        return Math.max(0, Math.floorDiv(marketMillis - firstMillis, lapMillis));
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
