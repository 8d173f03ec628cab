package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.strategy.StrategyFactory;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.engine.QuestionService;
import io.tradetracker.core.gateway.Mortal;
import io.tradetracker.testkit.ManualFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A bot on a feed moved by hand: minute candles whose open is ten times their number and whose close is one more. */
final class BotRig implements AutoCloseable {
    static final BotId ID = BotId.of("bot-1");

    final BreakableJournal journal = new BreakableJournal();
    final ManualFeed feed;
    final List<BotState> states = new CopyOnWriteArrayList<>();
    QuestionService answers = QuestionService.NONE;
    BotListener listener = new BotListener() {};
    int warmUp;
    private @Nullable Bot bot;

    BotRig() {
        Instrument instrument = Instrument.of("TEST");
        CandleSeries.Builder candles = CandleSeries.builder(instrument, Timeframe.M1);
        for (int i = 0; i < 500; i++) {
            candles.add(millis(i), 10 * i, 10 * i + 2, 10 * i, 10 * i + 1, 1);
        }
        CandleSeries series = candles.build();
        feed = new ManualFeed(series, series.time(0).minusMillis(1));
        journal.create(
                new BotConfiguration(ID, 1, "Bot", "any", Map.of(), EngineSettings.of(instrument, Timeframe.M1)));
    }

    private static long millis(int candle) {
        return 60_000L * candle;
    }

    static Instant at(int candle) {
        return Instant.ofEpochMilli(millis(candle));
    }

    /** Opens the bot from its record; closes the one before. */
    Bot open(StrategyFactory strategy) {
        close();
        Bot opened = TradeTracker.create()
                .bot(stored())
                .strategy(strategy)
                .feed(feed, feed)
                .warmUp(warmUp)
                .journal(journal)
                .answers(answers)
                .listener(new BotListener() {
                    @Override
                    public void onEntry(JournalEntry entry, BotSnapshot snapshot) {
                        listener.onEntry(entry, snapshot);
                    }

                    @Override
                    public void onState(BotSnapshot snapshot) {
                        states.add(snapshot.state());
                        listener.onState(snapshot);
                    }
                })
                .retryAfter(Duration.ofMillis(5))
                .open();
        bot = opened;
        return opened;
    }

    /** Prints a candle's prices, without letting it close. */
    void print(int candle) {
        feed.print(at(candle), 10 * candle, 1);
        feed.print(at(candle).plusSeconds(1), 10 * candle + 2, 0);
        feed.print(at(candle).plusSeconds(2), 10 * candle + 1, 0);
    }

    /** Plays candles to their close. */
    void play(int from, int to) {
        for (int i = from; i < to; i++) {
            print(i);
            feed.passTo(at(i + 1).minusMillis(1));
        }
        feed.passTo(at(to));
    }

    /** {@return once the bot has handled all it was told} */
    BotSnapshot settled() {
        Bot open = Objects.requireNonNull(bot);
        open.settle();
        return open.snapshot();
    }

    StoredBot stored() {
        return journal.bots().getFirst();
    }

    List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        journal.read(ID, 1, entries::add);
        return entries;
    }

    List<String> kinds() {
        return entries().stream().map(entry -> entry.input().kind()).toList();
    }

    /** Waits until an input of this kind is on record. */
    void awaitInput(String kind) {
        await(kind, () -> kinds().contains(kind));
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    List<Fill> fills() {
        return entries().stream().flatMap(entry -> entry.fills().stream()).toList();
    }

    @Override
    public void close() {
        if (bot != null) {
            bot.close();
        }
    }

    /** A journal that refuses entries when a test wants it to. */
    static final class BreakableJournal extends ForwardingJournal {
        volatile Predicate<JournalEntry> refuses = entry -> false;
        /** Of these it says that it failed, after they were written. */
        volatile Predicate<JournalEntry> tears = entry -> false;
        /** Writes for it as long as it lives; null for one that does not die. */
        volatile @Nullable Mortal process;

        @Override
        public void append(BotId id, JournalEntry entry) {
            if (refuses.test(entry)) {
                throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "the disk is full");
            }
            step();
            super.append(id, entry);
            step();
            if (tears.test(entry)) {
                throw new TradeTrackerException(CoreError.JOURNAL_FAILED, "the answer of the disk was lost");
            }
        }

        @Override
        public void saveState(BotId id, BotState state, String reason) {
            step();
            super.saveState(id, state, reason);
        }

        private void step() {
            Mortal mortal = process;
            if (mortal != null) {
                mortal.step();
            }
        }
    }

    /** Passes everything on to a journal in memory. */
    static class ForwardingJournal implements BotJournal {
        private final BotJournal kept = new InMemoryBotJournal();

        @Override
        public boolean create(BotConfiguration configuration) {
            return kept.create(configuration);
        }

        @Override
        public List<StoredBot> bots() {
            return kept.bots();
        }

        @Override
        public void change(BotConfiguration next, String changedBy) {
            kept.change(next, changedBy);
        }

        @Override
        public List<ConfigurationVersion> versions(BotId id) {
            return kept.versions(id);
        }

        @Override
        public BotJournal claim(BotId id, long epoch) {
            return kept.claim(id, epoch);
        }

        @Override
        public void saveState(BotId id, BotState state, String reason) {
            kept.saveState(id, state, reason);
        }

        @Override
        public void append(BotId id, JournalEntry entry) {
            kept.append(id, entry);
        }

        @Override
        public void read(BotId id, long fromSequence, Consumer<JournalEntry> reader) {
            kept.read(id, fromSequence, reader);
        }
    }
}
