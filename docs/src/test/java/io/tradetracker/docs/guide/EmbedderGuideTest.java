package io.tradetracker.docs.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.indicator.Bands;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import io.tradetracker.core.RunMetrics;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.Backtest;
import io.tradetracker.core.backtest.BacktestListener;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.BotListener;
import io.tradetracker.core.bot.BotSnapshot;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.InMemoryBotJournal;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.core.data.CandleCsv;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.feed.PrintSource;
import io.tradetracker.core.feed.ReplayFeed;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

final class EmbedderGuideTest {
    private static final Path FILE = Path.of("..", "samples", "data", "files", "us500-1d.csv");

    private final Instrument us500 = Instrument.of("US500");

    @Test
    void readsCandlesAndRunsAStrategy() {
        CandleSeries candles = read(FILE);

        // snippet: backtest
        BacktestResult result = TradeTracker.create()
                .backtest()
                .candles(candles)
                .strategy(context -> new Breakout(context, 20))
                .cash(50_000)
                .size(PositionSize.percentOfEquity(20))
                .costs(Costs.NONE.withSpread(0.5).withCommission(Commission.percent(0.01)))
                .run();
        // end

        assertThat(result.report().roundTrips()).isGreaterThan(50);
        assertThat(result.fills())
                .allSatisfy(fill ->
                        assertThat(fill.quantity().stripTrailingZeros().scale()).isNotPositive());
    }

    @Test
    void tellsOfFillsAndProgress() {
        AtomicInteger runs = new AtomicInteger();
        List<String> journal = new ArrayList<>();
        List<Integer> percents = new ArrayList<>();
        Backtest backtest = listened(
                read(FILE),
                new RunMetrics() {
                    @Override
                    public void backtestDone(int candles, Duration took) {
                        runs.incrementAndGet();
                    }
                },
                journal,
                percents::add);

        backtest.run();

        assertThat(journal).isNotEmpty();
        assertThat(percents).startsWith(0).endsWith(100).isSorted();
        assertThat(runs).hasValue(1);
    }

    private static Backtest listened(
            CandleSeries candles, RunMetrics metrics, List<String> journal, IntConsumer progress) {
        // snippet: listen
        Backtest backtest = TradeTracker.builder()
                .metrics(metrics)
                .build()
                .backtest()
                .candles(candles)
                .strategy(context -> new Breakout(context, 20))
                .listener(new BacktestListener() {
                    @Override
                    public void onFill(Fill fill) {
                        journal.add(fill.time() + " " + fill.side() + " " + fill.quantity() + " at " + fill.price());
                    }
                })
                .progress((done, total) -> progress.accept(100 * done / total))
                .build();
        // end
        return backtest;
    }

    @Test
    void tradesOnPaper() throws InterruptedException {
        CandleSeries candles = read(FILE);
        BotJournal journal = new InMemoryBotJournal();
        CountDownLatch firstFill = new CountDownLatch(1);

        // snippet: paper
        journal.create(new BotConfiguration(
                BotId.of("breakout-1"), 1, "Breakout", "breakout", Map.of(), EngineSettings.of(us500, Timeframe.D1)));
        double hundredDaysASecond = 100 * 86_400;
        try (ReplayFeed feed = new ReplayFeed(us500, PrintSource.of(candles), hundredDaysASecond, candles.time(0));
                Bot bot = TradeTracker.create()
                        .bot(journal.bots().getFirst())
                        .strategy(context -> new Breakout(context, 20))
                        .feed(feed, feed::marketTime)
                        .journal(journal)
                        .listener(new BotListener() {
                            @Override
                            public void onEntry(JournalEntry entry, BotSnapshot now) {
                                entry.fills().forEach(fill -> firstFill.countDown());
                            }
                        })
                        .open()) {
            bot.start();
            feed.start();
            firstFill.await();
        }
        // end

        assertThat(journal.bots().getFirst().state()).isEqualTo(BotState.RUNNING);
    }

    private static CandleSeries read(Path file) {
        // snippet: read-candles
        Instrument us500 = Instrument.of("US500").withRules(InstrumentRules.of("0.01", "1"));
        CandleSeries candles = CandleCsv.read(file, us500, Timeframe.D1);
        // end
        return candles;
    }

    // snippet: breakout
    record Breakout(Bands channel, Indicator atr) implements Strategy {
        Breakout(StrategyContext context, int period) {
            this(context.indicators().donchian(period), context.indicators().atr(14));
        }

        @Override
        public Decision onCandle(StrategyView view) {
            double close = view.candles().close();
            if (view.position().isFlat() && close > channel.upper().value(1)) {
                return Decision.enter(OrderSide.BUY)
                        .stopLoss(close - 2 * atr.value())
                        .trailing(3 * atr.value())
                        .reason("close above the channel of the candles before");
            }
            return Decision.hold();
        }
    }
    // end
}
