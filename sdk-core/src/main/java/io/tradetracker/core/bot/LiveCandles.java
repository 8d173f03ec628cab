package io.tradetracker.core.bot;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.feed.CandleBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns a feed's prints into a bot's inputs. The candle that is in progress at the beginning is left out, since its
 * first prints may have been missed; the bot takes it from the feed's history once it is over.
 */
final class LiveCandles implements MarketListener, CandleBuilder.CandleListener {
    private final EngineSettings settings;
    private final InstantSource marketTime;
    private final Intake inputs;
    private CandleBuilder builder;
    private final ReentrantLock lock = new ReentrantLock();
    private long completeFrom;

    private LiveCandles(EngineSettings settings, InstantSource marketTime, Intake inputs) {
        this.settings = settings;
        this.marketTime = marketTime;
        this.inputs = inputs;
        builder = new CandleBuilder(settings.timeframe(), this);
    }

    static Subscription subscribe(MarketData feed, EngineSettings settings, InstantSource marketTime, Intake inputs) {
        LiveCandles candles = new LiveCandles(settings, marketTime, inputs);
        // Prints that arrive meanwhile wait; any that were missed are not later than the market time read here.
        candles.lock.lock();
        try {
            Subscription subscription = feed.subscribe(settings.instrument().id(), candles);
            candles.beginAfterTheCandleInProgress();
            return subscription;
        } finally {
            candles.lock.unlock();
        }
    }

    private void beginAfterTheCandleInProgress() {
        Instant now = marketTime.instant();
        Timeframe timeframe = settings.timeframe();
        completeFrom = timeframe.openOf(now.toEpochMilli()) + timeframe.millis();
        builder = new CandleBuilder(timeframe, this);
        inputs.gapUntil(now);
    }

    @Override
    public void onGap(Instant time) {
        lock.lock();
        try {
            beginAfterTheCandleInProgress();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onPrint(Print print) {
        long time = print.time().toEpochMilli();
        lock.lock();
        try {
            if (time >= completeFrom) {
                builder.onPrint(time, print.price(), print.size());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onTime(Instant time) {
        lock.lock();
        try {
            builder.onTime(time.toEpochMilli());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onCandleOpen(Instant time, double open) {
        inputs.accept(new BotInput.CandleOpened(time, open));
    }

    @Override
    public void onCandle(Candle candle) {
        inputs.accept(new BotInput.CandleClosed(candle));
    }
}
