package io.tradetracker.docs.guide;

import static io.tradetracker.api.indicator.PriceField.CLOSE;
import static io.tradetracker.api.order.OrderSide.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.candles.CandleDownload;
import io.tradetracker.core.candles.CandleGap;
import io.tradetracker.core.candles.CandleGaps;
import io.tradetracker.core.candles.CandleKey;
import io.tradetracker.core.candles.CandleStore;
import io.tradetracker.core.candles.DownloadReport;
import io.tradetracker.core.candles.FileCandleStore;
import io.tradetracker.core.candles.GapKind;
import io.tradetracker.core.candles.LongerCandles;
import io.tradetracker.samples.data.SampleData;
import io.tradetracker.testkit.ManualFeed;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What "The candle store" shows. */
final class CandleStoreGuideTest {
    private static final Instant FROM = Instant.parse("2013-11-25T00:00:00Z");
    private static final Instant TO = Instant.parse("2013-11-29T00:00:00Z");

    private final ManualFeed market = new ManualFeed(SampleData.btcUsdMinutes(), Instant.parse("2013-12-01T00:00:00Z"));

    @TempDir
    private Path folder;

    // snippet: candle-download
    static DownloadReport download(MarketData market, CandleStore store, InstantSource clock) {
        var key = CandleKey.of("venue", "BTC/USD", Timeframe.M1);
        return new CandleDownload(market, store, clock)
                .window(500)
                .progress(step -> System.out.println(step.done() + " of " + step.total() + ": " + step.range()))
                .run(key, Instant.parse("2013-11-25T00:00:00Z"), Instant.parse("2013-11-29T00:00:00Z"));
    }
    // end

    @Test
    void downloadsOnce() {
        try (CandleStore store = FileCandleStore.open(folder)) {
            assertThat(download(market, store, market).windows()).isEqualTo(12);
            assertThat(download(market, store, market).windows()).isZero();
        }
    }

    @Test
    void runsABacktest() {
        try (CandleStore store = FileCandleStore.open(folder)) {
            download(market, store, market);
        }
        Path prices = folder;

        // snippet: candle-backtest
        CandleSeries candles;
        try (CandleStore store = FileCandleStore.open(prices)) {
            var key = CandleKey.of("venue", "BTC/USD", Timeframe.M1);
            candles = store.read(key, Instant.parse("2013-11-25T00:00:00Z"), Instant.parse("2013-11-29T00:00:00Z"));
        }
        var result = TradeTracker.create()
                .backtest()
                .candles(candles)
                .strategy(CandleStoreGuideTest::cross)
                .run();
        // end

        assertThat(result.fills()).isNotEmpty();
        assertThat(candles.size()).isGreaterThan(5_000);
    }

    private static Strategy cross(StrategyContext context) {
        var fast = context.indicators().sma(CLOSE, 10);
        var slow = context.indicators().sma(CLOSE, 30);
        return view -> fast.crossedAbove(slow)
                ? Decision.enter(BUY)
                : fast.crossedBelow(slow) ? Decision.exit() : Decision.hold();
    }

    @Test
    void namesGapsAndMakesLongerCandles() {
        try (CandleStore store = FileCandleStore.open(folder)) {
            download(market, store, market);
            CandleKey key = CandleKey.of("venue", "BTC/USD", Timeframe.M1);

            // snippet: candle-gaps
            List<CandleGap> lost = CandleGaps.of(store, key).stream()
                    .filter(gap -> gap.kind() == GapKind.IRREGULAR && gap.missing() > 5)
                    .toList();
            // end
            assertThat(lost).allSatisfy(gap -> assertThat(gap.missing()).isGreaterThan(5));

            CandleSeries hours = LongerCandles.read(store, key, Timeframe.H1, FROM, TO);
            assertThat(hours.size()).isEqualTo(96);
        }
    }
}
