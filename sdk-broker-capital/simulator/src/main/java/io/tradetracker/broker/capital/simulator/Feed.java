package io.tradetracker.broker.capital.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Brings prices to markets, and tells when bars are over. */
final class Feed {
    private final Timeline timeline;
    private final Triggers triggers;
    private final List<PriceListener> listeners = new ArrayList<>();
    private final Map<Market, Map<Resolution, Instant>> forming = new HashMap<>();

    Feed(Timeline timeline, Triggers triggers) {
        this.timeline = timeline;
        this.triggers = triggers;
    }

    void listen(PriceListener listener) {
        listeners.add(listener);
    }

    /** Plays a source from now on. */
    void play(Market market, PriceSource source) {
        next(market, source.from(timeline.now()));
    }

    private void next(Market market, Iterator<Quote> quotes) {
        if (quotes.hasNext()) {
            Quote quote = quotes.next();
            timeline.at(quote.time(), Timeline.Rank.QUOTE, () -> {
                take(market, quote);
                next(market, quotes);
            });
        }
    }

    /** Takes a quote with all its effects; a closed market takes none. */
    void take(Market market, Quote raw) {
        if (!market.takesQuotes(timeline.now())) {
            return;
        }
        Quote quote = market.spec().round(raw);
        market.take(quote);
        openBars(market, quote.time());
        triggers.onQuote(market);
        listeners.forEach(listener -> listener.onQuote(market, quote));
    }

    private void openBars(Market market, Instant time) {
        Map<Resolution, Instant> open = forming.computeIfAbsent(market, any -> new EnumMap<>(Resolution.class));
        for (Resolution resolution : Resolution.values()) {
            Instant bar = resolution.open(time);
            if (!bar.equals(open.put(resolution, bar))) {
                timeline.at(bar.plus(resolution.length()), Timeline.Rank.BAR, () -> closeBar(market, resolution, bar));
            }
        }
    }

    private void closeBar(Market market, Resolution resolution, Instant open) {
        for (Bar bar : market.candles().between(resolution, open, open)) {
            listeners.forEach(listener -> listener.onBar(market, resolution, bar));
        }
    }
}
