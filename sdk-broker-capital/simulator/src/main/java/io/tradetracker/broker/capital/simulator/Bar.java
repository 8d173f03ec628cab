package io.tradetracker.broker.capital.simulator;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Prices over one span.
 *
 * @param open when it opened
 * @param bid prices of the bid
 * @param ask prices of the ask
 * @param ticks how many quotes it is made of
 */
public record Bar(Instant open, Ohlc bid, Ohlc ask, int ticks) {
    /**
     * First, highest, lowest and last price of one side.
     *
     * @param open first
     * @param high highest
     * @param low lowest
     * @param close last
     */
    public record Ohlc(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {
        static Ohlc of(BigDecimal price) {
            return new Ohlc(price, price, price, price);
        }

        Ohlc then(Ohlc later) {
            return new Ohlc(open, high.max(later.high), low.min(later.low), later.close);
        }
    }

    static Bar of(Instant open, Quote quote) {
        return new Bar(open, Ohlc.of(quote.bid()), Ohlc.of(quote.ask()), 1);
    }

    Bar then(Bar later) {
        return new Bar(open, bid.then(later.bid), ask.then(later.ask), ticks + later.ticks);
    }

    Bar withOpen(Instant other) {
        return new Bar(other, bid, ask, ticks);
    }
}
