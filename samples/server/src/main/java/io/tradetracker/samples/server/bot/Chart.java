package io.tradetracker.samples.server.bot;

import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.core.feed.CandleBuilder;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.CandleLine;
import io.tradetracker.samples.server.board.Notice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Puts the feed's prices on a board: closed candles with indicators, the candle in progress a few times a second, and
 * what the feed itself says. Hears the feed in the feed's thread.
 */
final class Chart implements MarketListener, CandleBuilder.CandleListener {
    private static final long PRICE_EVERY_MILLIS = 250;

    private final BotBoard board;
    private final ChartIndicators indicators;
    private final InstantSource wallClock;
    private final Consumer<Instant> onRound;
    private final CandleBuilder builder;
    private final Timeframe timeframe;
    private CandleLine forming = new CandleLine(Long.MIN_VALUE, 0, 0, 0, 0, 0, Map.of());
    private long priceToldAt;

    Chart(
            BotBoard board,
            Timeframe timeframe,
            ChartIndicators indicators,
            InstantSource wallClock,
            Consumer<Instant> onRound) {
        this.board = board;
        this.timeframe = timeframe;
        this.indicators = indicators;
        this.wallClock = wallClock;
        this.onRound = onRound;
        builder = new CandleBuilder(timeframe, this);
    }

    /** Begins with what happened before. */
    void fill(CandleSeries history) {
        for (int i = 0; i < history.size(); i++) {
            onCandle(history.candle(i));
        }
    }

    @Override
    public void onPrint(Print print) {
        long time = print.time().toEpochMilli();
        builder.onPrint(time, print.price(), print.size());
        extend(timeframe.openOf(time), print.price(), print.size());
        if (wallClock.millis() - priceToldAt >= PRICE_EVERY_MILLIS) {
            priceToldAt = wallClock.millis();
            board.price(forming);
            board.feedTime(print.time());
        }
    }

    /** Where nothing is printed, the price is half way between bid and ask. */
    @Override
    public void onQuote(Quote quote) {
        onPrint(new Print(quote.instrument(), quote.time(), quote.mid(), 0));
    }

    @Override
    public void onTime(Instant time) {
        builder.onTime(time.toEpochMilli());
        board.feedTime(time);
    }

    @Override
    public void onNotice(Instant time, String message) {
        board.notice(new Notice(wallClock.instant(), message));
        onRound.accept(time);
    }

    @Override
    public void onCandleOpen(Instant time, double open) {}

    @Override
    public void onCandle(Candle candle) {
        board.candle(CandleLine.of(candle, indicators.after(candle)));
    }

    private void extend(long bucket, double price, double size) {
        CandleLine f = forming;
        forming = f.time() == bucket
                ? new CandleLine(
                        bucket, f.o(), Math.max(f.h(), price), Math.min(f.l(), price), price, f.v() + size, Map.of())
                : new CandleLine(bucket, price, price, price, price, size, Map.of());
    }
}
