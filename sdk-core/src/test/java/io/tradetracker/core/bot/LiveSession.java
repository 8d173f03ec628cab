package io.tradetracker.core.bot;

import io.tradetracker.api.broker.MarketData;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.backtest.BacktestResult;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.engine.QuestionService;
import io.tradetracker.testkit.ManualFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bot on the prints of some minute candles: each prints its open, high, low and close. */
final class LiveSession implements AutoCloseable {
    static final BotId ID = BotId.of("session");

    final List<CandleSeries> markets;
    final ManualFeed feed;
    final BotConfiguration configuration;
    final List<LatePrint> late = new ArrayList<>();
    BotJournal journal = new InMemoryBotJournal();
    MarketData heard;
    QuestionService answers = QuestionService.NONE;
    int warmUp;
    private final List<Print> prints = new ArrayList<>();
    private int next;
    private @Nullable Bot bot;

    LiveSession(List<CandleSeries> markets) {
        this.markets = markets;
        feed = new ManualFeed(markets, minute(0).minusMillis(1));
        heard = feed;
        Instrument own = markets.getFirst().instrument();
        configuration = new BotConfiguration(
                        ID, 1, "Session", "restless", Map.of(), EngineSettings.of(own, Timeframe.M1))
                .withOthers(
                        markets.stream().skip(1).map(CandleSeries::instrument).toArray(Instrument[]::new));
        markets.forEach(this::addPrints);
        prints.sort(Comparator.comparing(Print::time));
    }

    private void addPrints(CandleSeries series) {
        for (int i = 0; i < series.size(); i++) {
            double[] prices = {series.open(i), series.high(i), series.low(i), series.close(i)};
            for (int p = 0; p < prices.length; p++) {
                prints.add(new Print(
                        series.instrument().id(),
                        series.time(i).plusSeconds(19L * p),
                        prices[p],
                        p == 0 ? series.volume(i) : 0,
                        i + "/" + p));
            }
        }
    }

    /** {@return the first moment of a minute, counted from the first candle of all} */
    Instant minute(int number) {
        return markets.stream()
                .map(series -> series.time(0))
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .plus(Duration.ofMinutes(number));
    }

    void begin() {
        journal.create(configuration);
    }

    Bot open(StrategyFactory strategy) {
        close();
        Bot opened = TradeTracker.create()
                .bot(journal.bots().getFirst())
                .strategy(strategy)
                .feed(heard, feed)
                .warmUp(warmUp)
                .journal(journal)
                .answers(answers)
                .listener(new BotListener() {
                    @Override
                    public void onLate(LatePrint print) {
                        late.add(print);
                    }
                })
                .retryAfter(Duration.ofMillis(5))
                .open();
        bot = opened;
        return opened;
    }

    /** Prints all before a minute, and lets time pass to it, minute by minute. */
    void playTo(int minute) {
        Instant end = minute(minute);
        Instant now = Timeframe.M1.openOf(feed.instant().plusMillis(1));
        while (now.isBefore(end)) {
            now = now.plusSeconds(60);
            while (next < prints.size() && prints.get(next).time().isBefore(now)) {
                feed.print(prints.get(next++));
            }
            if (now.isAfter(feed.instant())) {
                feed.passTo(now);
            }
        }
    }

    /** Prints all before a moment, without letting time pass. */
    void printUntil(Instant moment) {
        while (next < prints.size() && prints.get(next).time().isBefore(moment)) {
            feed.print(prints.get(next++));
        }
    }

    /** Skips what is printed before a minute; it is in the history only. */
    void skipTo(int minute) {
        while (next < prints.size() && prints.get(next).time().isBefore(minute(minute))) {
            next++;
        }
        feed.moveTo(minute(minute).minusMillis(1));
    }

    /** Puts the feed where the record ends, with the candle in progress from its first print; at first to a minute. */
    void resumeFromRecord(int firstMinute) {
        List<JournalEntry> entries = entries();
        Instant first = minute(firstMinute);
        Instant last = entries.isEmpty() ? first : entries.getLast().input().time();
        Instant from = last.isBefore(first) ? first : Timeframe.M1.openOf(last);
        feed.moveTo(from.minusMillis(1));
        next = 0;
        while (next < prints.size() && prints.get(next).time().isBefore(from)) {
            next++;
        }
    }

    BotSnapshot settled() {
        Bot open = Objects.requireNonNull(bot);
        open.settle();
        return open.snapshot();
    }

    List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        journal.read(ID, 1, entries::add);
        return entries;
    }

    List<DecisionRecord> decisions() {
        return entries().stream().flatMap(entry -> entry.decisions().stream()).toList();
    }

    List<Fill> fills() {
        return entries().stream().flatMap(entry -> entry.fills().stream()).toList();
    }

    /** {@return the fills with the order names of a backtest} */
    List<String> fillLines() {
        return fills().stream().map(LiveSession::line).toList();
    }

    static String line(Fill fill) {
        return fill.time() + " " + fill.instrument() + " " + fill.side() + " " + fill.quantity() + " " + fill.price()
                + " " + fill.reason() + " " + fill.fee() + " "
                + fill.clientOrderId().value().replace("session-v1-", "");
    }

    /** {@return what a plain backtest of the same candles makes of it} */
    BacktestResult backtest(StrategyFactory strategy) {
        var backtest = TradeTracker.create().backtest().strategy(strategy);
        markets.forEach(backtest::candles);
        return backtest.run();
    }

    @Override
    public void close() {
        end();
    }

    /** Nothing goes on record any more. */
    void end() {
        if (bot != null) {
            bot.close();
        }
    }
}
