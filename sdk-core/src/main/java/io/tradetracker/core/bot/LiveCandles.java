package io.tradetracker.core.bot;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns a feed's prints into a bot's inputs; where a venue prints nothing, prices half way between bid and ask. A
 * moment is over when every instrument's candle of it is, or when patience has run out; then it is given to the bot,
 * once. Until then late and swapped prints find their place in it.
 *
 * <p>The candles in progress at the beginning are left out, since their first prints may have been missed; the bot
 * takes them from the feed's history once they are over.
 */
final class LiveCandles {
    private final List<Instrument> instruments;
    private final Timeframe timeframe;
    private final long patienceMillis;
    private final InstantSource marketTime;
    private final Intake inputs;
    private final boolean madeOfQuotes;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Tape> tapes = new ArrayList<>();
    private final TreeMap<Long, Map<Integer, LiveCandle>> moments = new TreeMap<>();
    private long decidedUntil = Long.MIN_VALUE;
    private long nowMillis = Long.MIN_VALUE;

    private LiveCandles(BotSetup setup, BotConfiguration bot, Intake inputs) {
        marketTime = setup.marketTime();
        madeOfQuotes = setup.feed().sides().getFirst().equals(PriceSide.MID);
        this.inputs = inputs;
        instruments = bot.instruments();
        timeframe = bot.settings().timeframe();
        patienceMillis = setup.patience().toMillis();
        instruments.forEach(each -> tapes.add(new Tape()));
    }

    static Subscription subscribe(BotSetup setup, BotConfiguration bot, Intake inputs) {
        LiveCandles candles = new LiveCandles(setup, bot, inputs);
        // Prints that arrive meanwhile wait; any that were missed are not later than the market time read here.
        candles.lock.lock();
        try {
            return candles.subscribeTo(setup.feed());
        } finally {
            candles.lock.unlock();
        }
    }

    private Subscription subscribeTo(MarketData feed) {
        List<Subscription> subscriptions = new ArrayList<>();
        Subscription all = () -> subscriptions.forEach(Subscription::close);
        try {
            for (int i = 0; i < tapes.size(); i++) {
                subscriptions.add(feed.subscribe(instruments.get(i).id(), new Ear(i)));
            }
        } catch (RuntimeException | Error failed) {
            all.close();
            throw failed;
        }
        for (int i = 0; i < tapes.size(); i++) {
            beginAfterTheCandleInProgress(i);
        }
        return all;
    }

    private void beginAfterTheCandleInProgress(int instrument) {
        Instant now = marketTime.instant();
        long current = timeframe.openOf(now.toEpochMilli());
        tapes.get(instrument).wholeFrom(current + timeframe.millis());
        moments.values().forEach(candles -> candles.remove(instrument));
        if (isOne()) {
            moments.clear();
        } else {
            moments.computeIfAbsent(current, time -> new LinkedHashMap<>());
        }
        inputs.gapUntil(now);
    }

    private boolean isOne() {
        return tapes.size() == 1;
    }

    private void onPrint(int instrument, Print print) {
        Tape tape = tapes.get(instrument);
        if (tape.isRepeat(print)) {
            return;
        }
        long bucket = timeframe.openOf(print.time().toEpochMilli());
        passTo(instrument, print.time().toEpochMilli());
        if (!tape.isWhole(bucket)) {
            return;
        }
        if (bucket < decidedUntil) {
            late(print, bucket);
        } else {
            add(instrument, print, bucket);
        }
    }

    private void add(int instrument, Print print, long bucket) {
        Map<Integer, LiveCandle> candles = moments.computeIfAbsent(bucket, time -> new LinkedHashMap<>());
        LiveCandle candle = candles.get(instrument);
        if (candle == null) {
            candles.put(instrument, new LiveCandle(Instant.ofEpochMilli(bucket), print));
            if (isOne()) {
                inputs.accept(new BotInput.CandleOpened(Instant.ofEpochMilli(bucket), print.price()));
            }
        } else if (candle.add(print) && isOne()) {
            late(print, bucket);
        }
    }

    private void late(Print print, long bucket) {
        inputs.late(print, Instant.ofEpochMilli(bucket));
    }

    private void passTo(int instrument, long millis) {
        tapes.get(instrument).overUntil(timeframe.openOf(millis));
        nowMillis = Math.max(nowMillis, millis);
        while (!moments.isEmpty() && isDue(moments.firstKey())) {
            long due = moments.firstKey();
            decide(due, Objects.requireNonNull(moments.remove(due)));
        }
    }

    private boolean isDue(long openMillis) {
        boolean waitedEnough = nowMillis >= openMillis + timeframe.millis() + patienceMillis;
        return (waitedEnough && !isOne()) || tapes.stream().allMatch(tape -> tape.isOver(openMillis));
    }

    private void decide(long openMillis, Map<Integer, LiveCandle> built) {
        decidedUntil = openMillis + timeframe.millis();
        Instant time = Instant.ofEpochMilli(openMillis);
        Map<InstrumentId, Candle> candles = new LinkedHashMap<>();
        for (int i = 0; i < tapes.size(); i++) {
            LiveCandle candle = built.get(i);
            if (candle != null) {
                candles.put(instruments.get(i).id(), candle.toCandle());
            }
        }
        if (isOne()) {
            candles.values().forEach(candle -> inputs.accept(new BotInput.CandleClosed(candle)));
            return;
        }
        if (!tapes.stream().allMatch(tape -> tape.isWhole(openMillis) && tape.isOver(openMillis))) {
            inputs.mayMiss(time);
        }
        inputs.accept(new BotInput.Moment(time, BotInput.Part.CLOSED, candles));
    }

    /** Hears of one instrument. */
    private final class Ear implements MarketListener {
        private final int instrument;

        Ear(int instrument) {
            this.instrument = instrument;
        }

        @Override
        public void onPrint(Print print) {
            locked(() -> LiveCandles.this.onPrint(instrument, print));
        }

        @Override
        public void onQuote(Quote quote) {
            if (madeOfQuotes) {
                onPrint(new Print(quote.instrument(), quote.time(), quote.mid(), 0));
            }
        }

        @Override
        public void onTime(Instant time) {
            locked(() -> passTo(instrument, time.toEpochMilli()));
        }

        @Override
        public void onGap(Instant time) {
            locked(() -> beginAfterTheCandleInProgress(instrument));
        }

        private void locked(Runnable work) {
            lock.lock();
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }
    }
}
