package io.tradetracker.core.bot;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Stands before a feed and spoils what it says, as drawn from a seed: repeats prints, swaps them, holds them back, or
 * loses them and says that there was a gap. Its history is whole.
 */
final class HostileFeed implements MarketData {
    private final MarketData feed;
    private final Random random;
    private final Faults faults;

    /**
     * Chances in percent.
     *
     * @param repeats that an earlier print comes again after a print
     * @param swaps that prints are collected and told in another order, within one candle
     * @param delays that a print is held back until after the candle that follows it began
     * @param gaps that prints are lost, after a print, until the next pass of time
     */
    record Faults(int repeats, int swaps, int delays, int gaps) {}

    HostileFeed(MarketData feed, Faults faults, long seed) {
        this.feed = feed;
        this.faults = faults;
        random = new Random(seed);
    }

    @Override
    public Subscription subscribe(InstrumentId instrument, MarketListener listener) {
        return feed.subscribe(instrument, new Spoiler(listener));
    }

    @Override
    public List<Instrument> instruments() {
        return feed.instruments();
    }

    @Override
    public CandleSeries history(InstrumentId instrument, Timeframe timeframe, Instant from, Instant to) {
        return feed.history(instrument, timeframe, from, to);
    }

    @Override
    public void close() {
        feed.close();
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private final class Spoiler implements MarketListener {
        private final MarketListener listener;
        private final List<Print> told = new ArrayList<>();
        private final List<Print> collected = new ArrayList<>();
        private final Deque<Print> heldBack = new ArrayDeque<>();
        private boolean loses;

        Spoiler(MarketListener listener) {
            this.listener = listener;
        }

        @Override
        public void onPrint(Print print) {
            if (loses) {
                return;
            }
            if (happens(faults.gaps())) {
                loses = true;
            } else if (happens(faults.delays())) {
                heldBack.add(print);
            } else if (happens(faults.swaps()) || !collected.isEmpty()) {
                collected.add(print);
            } else {
                tell(print);
            }
        }

        private void tell(Print print) {
            told.add(print);
            listener.onPrint(print);
            if (happens(faults.repeats())) {
                listener.onPrint(told.get(random.nextInt(told.size())));
            }
        }

        @Override
        public void onTime(Instant time) {
            Collections.shuffle(collected, random);
            List<Print> now = List.copyOf(collected);
            collected.clear();
            now.forEach(this::tell);
            if (loses) {
                loses = false;
                listener.onGap(time);
            }
            listener.onTime(time);
            while (!heldBack.isEmpty() && happens(50)) {
                tell(heldBack.removeFirst());
            }
        }
    }
}
