package io.tradetracker.core.candles;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.error.RetryAdvice;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.CoreError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A market with candles of two sides that keeps what it was asked, and fails when told to. */
final class AskedMarket implements MarketData {
    private final CandleSeries candles;
    private final List<TimeRange> asked = new ArrayList<>();
    private final List<PriceSide> sides = new ArrayList<>();
    private final Map<Integer, RetryAdvice> failures = new HashMap<>();
    private @Nullable CandleSeries answer;
    private Runnable whenAsked = () -> {};
    private Runnable whenFailing = () -> {};

    AskedMarket(CandleSeries candles) {
        this.candles = candles;
    }

    /** Fails at this question and those behind it, counted from 1. */
    void failAt(int question, RetryAdvice retry, int times) {
        for (int i = 0; i < times; i++) {
            failures.put(question + i, retry);
        }
    }

    void answerWith(CandleSeries always) {
        answer = always;
    }

    void onAsk(Runnable listener) {
        whenAsked = listener;
    }

    void onFailure(Runnable listener) {
        whenFailing = listener;
    }

    List<TimeRange> asked() {
        return asked;
    }

    List<PriceSide> sidesAsked() {
        return sides;
    }

    @Override
    public List<Instrument> instruments() {
        return List.of(candles.instrument());
    }

    @Override
    public List<PriceSide> sides() {
        return List.of(PriceSide.LAST, PriceSide.BID);
    }

    @Override
    public CandleSeries history(InstrumentId instrument, Timeframe timeframe, Instant from, Instant to) {
        return history(instrument, timeframe, PriceSide.LAST, from, to);
    }

    @Override
    public CandleSeries history(
            InstrumentId instrument, Timeframe timeframe, PriceSide side, Instant from, Instant to) {
        TimeRange range = new TimeRange(from, to);
        asked.add(range);
        sides.add(side);
        whenAsked.run();
        RetryAdvice failure = failures.remove(asked.size());
        if (failure != null) {
            whenFailing.run();
            throw new TradeTrackerException(CoreError.NOT_TRADING, "the market failed", failure, null);
        }
        return answer == null ? in(range) : answer;
    }

    private CandleSeries in(TimeRange range) {
        CandleSeries.Builder some = CandleSeries.builder(candles.instrument(), candles.timeframe());
        for (int i = 0; i < candles.size(); i++) {
            if (range.contains(candles.time(i))) {
                some.add(candles.candle(i));
            }
        }
        return some.build();
    }

    @Override
    public Subscription subscribe(InstrumentId instrument, MarketListener listener) {
        throw new UnsupportedOperationException("this market has a past only");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
