package io.tradetracker.postgres.bot;

import io.tradetracker.api.indicator.PriceField;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.bot.Bot;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.BotListener;
import io.tradetracker.core.bot.BotSnapshot;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.core.bot.ReplayResult;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.testkit.ManualFeed;
import io.tradetracker.testkit.Markets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** A bot of two instruments on seeded candles, from where its record ends to the last candle. */
final class SeededSession {
    static final BotId ID = BotId.of("under-fire");
    private static final int WARM_UP = 6;
    private static final int SIZE = 150;

    private final List<CandleSeries> markets;
    private final BotConfiguration configuration;
    private final List<Print> prints = new ArrayList<>();
    private final ManualFeed feed;

    SeededSession(long seed) {
        markets = List.of(
                Markets.seeded(seed).randomWalk(SIZE), Markets.seeded(seed + 1).gappy(SIZE));
        Instrument own = markets.getFirst().instrument();
        configuration = new BotConfiguration(
                        ID,
                        1,
                        "Under fire",
                        "restless",
                        Map.of(),
                        EngineSettings.of(own, Timeframe.M1).withSeed(seed))
                .withOthers(markets.getLast().instrument());
        feed = new ManualFeed(markets, markets.getFirst().time(0));
        markets.forEach(this::addPrints);
        prints.sort(Comparator.comparing(Print::time));
    }

    private void addPrints(CandleSeries series) {
        for (int i = 0; i < series.size(); i++) {
            InstrumentId id = series.instrument().id();
            Instant time = series.time(i);
            prints.add(new Print(id, time, series.open(i), series.volume(i)));
            prints.add(new Print(id, time.plusSeconds(20), series.high(i), 0));
            prints.add(new Print(id, time.plusSeconds(40), series.low(i), 0));
            prints.add(new Print(id, time.plusSeconds(59), series.close(i), 0));
        }
    }

    void create(BotJournal journal) {
        if (journal.create(configuration)) {
            journal.saveState(ID, BotState.RUNNING, "");
        }
    }

    /** Puts the feed where the record ends, and opens the bot. */
    Bot open(StoredBot stored, BotJournal journal, LongConsumer onEntry) {
        feed.moveTo(begin(journal).minusMillis(1));
        return TradeTracker.create()
                .bot(stored)
                .strategy(SeededSession::restless)
                .feed(feed, feed)
                .warmUp(WARM_UP)
                .journal(journal)
                .listener(new BotListener() {
                    @Override
                    public void onEntry(JournalEntry entry, BotSnapshot snapshot) {
                        onEntry.accept(entry.sequence());
                    }
                })
                .open();
    }

    private Instant begin(BotJournal journal) {
        Instant first = markets.getFirst().time(WARM_UP);
        List<JournalEntry> entries = entries(journal);
        Instant last = entries.isEmpty() ? first : entries.getLast().input().time();
        return last.isBefore(first) ? first : Timeframe.M1.openOf(last);
    }

    /** Plays to the end; after each minute the bot has handled it. */
    void play(Bot bot) {
        Instant from = feed.instant().plusMillis(1);
        Instant minute = from;
        for (Print print : prints) {
            if (print.time().isBefore(from)) {
                continue;
            }
            while (!print.time().isBefore(minute.plusSeconds(60))) {
                minute = minute.plusSeconds(60);
                feed.passTo(minute);
                bot.settle();
            }
            feed.print(print);
        }
        feed.passTo(minute.plusSeconds(60));
        bot.settle();
    }

    ReplayResult replay(BotJournal journal) {
        return TradeTracker.create()
                .replay(configuration)
                .journal(journal)
                .strategy(SeededSession::restless)
                .run();
    }

    static List<JournalEntry> entries(BotJournal journal) {
        List<JournalEntry> entries = new ArrayList<>();
        journal.read(ID, 1, entries::add);
        return entries;
    }

    private static Strategy restless(StrategyContext context) {
        var random = context.random();
        var slow = context.indicators(Timeframe.M5).sma(PriceField.CLOSE, 1);
        List<Instrument> all = context.instruments();
        return view -> {
            InstrumentId on = all.get(random.nextInt(all.size())).id();
            OrderSide side = random.nextBoolean() ? OrderSide.BUY : OrderSide.SELL;
            return switch (random.nextInt(6)) {
                case 0 -> Decision.enter(side).on(on).reason("slow mean " + slow.value());
                case 1 -> Decision.exit().on(on);
                case 2 -> Decision.reverse(side).on(on);
                case 3 ->
                    Decision.enter(side)
                            .atLimit(view.candles().close() * (side == OrderSide.BUY ? 0.999 : 1.001))
                            .tag("limit");
                default -> Decision.hold();
            };
        };
    }
}
