package io.tradetracker.core.bot;

import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.engine.EngineSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A running bot: one strategy on one live feed with the paper broker. It has one mailbox and one virtual thread, so its
 * strategy is called by one thread at a time. Each input is handled and put on record with all it caused before the
 * next.
 *
 * <p>Opening a bot replays its record: the decisions and fills must come out as they did before, else the bot is
 * FAULTED. Safe for use by several threads.
 */
public final class Bot implements AutoCloseable {
    private static final int MAILBOX = 10_000;
    private static final long PUT_MILLIS = 100;

    private final BotSetup setup;
    private final BlockingQueue<Message> mailbox = new ArrayBlockingQueue<>(MAILBOX);
    private final Thread thread;
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
    private volatile BotSnapshot snapshot;
    private @Nullable BotRun run;
    private @Nullable Subscription subscription;
    private boolean behind;
    private volatile boolean closed;

    private Bot(BotSetup setup, StoredBot stored) {
        this.setup = setup;
        snapshot = BotSnapshots.empty(stored);
        thread = Thread.ofVirtual().name("bot-" + stored.configuration().id()).unstarted(() -> work(stored));
    }

    /**
     * Opens a bot that is on record: replays, and goes on as its stored state says. Returns when the replay is done.
     *
     * @param setup what it works with
     * @param stored what is on record
     */
    static Bot open(BotSetup setup, StoredBot stored) {
        Bot bot = new Bot(setup, stored);
        bot.thread.start();
        await(bot.opened);
        return bot;
    }

    /**
     * Lets the bot work from now on. Returns when it does. A FAULTED bot is made anew from its record first, and stays
     * FAULTED if that fails.
     */
    public void start() {
        send(new Message.Start(new CompletableFuture<>()));
    }

    /**
     * Halts the bot: waiting orders are taken back, the position and its protection stay. Returns when it is halted.
     */
    public void stop() {
        send(new Message.Stop(new CompletableFuture<>()));
    }

    /** Returns when the bot has handled all it was told before. */
    public void settle() {
        send(new Message.Settle(new CompletableFuture<>()));
    }

    /** {@return what it is and holds now} */
    public BotSnapshot snapshot() {
        return snapshot;
    }

    /** Ends the bot's thread; its record and stored state stay, so it can be opened again. */
    @Override
    public void close() {
        if (thread.isAlive()) {
            send(new Message.Close(new CompletableFuture<>()));
        }
    }

    private void send(Message.Command command) {
        if (!thread.isAlive()) {
            throw new IllegalStateException("bot " + snapshot.configuration().id() + " is closed");
        }
        put(command);
        await(command.done());
    }

    private void work(StoredBot stored) {
        try {
            replay(stored);
            if (snapshot.state() == BotState.RUNNING) {
                listen();
            }
        } catch (RuntimeException failure) {
            fault(failure);
        } finally {
            opened.complete(true);
        }
        boolean open = true;
        while (open) {
            open = handle(take());
        }
    }

    private void replay(StoredBot stored) {
        BotRun replayed = new BotRun(stored.configuration(), setup.strategy());
        run = replayed;
        setup.journal().read(stored.configuration().id(), 1, recorded -> {
            JournalEntry now = replayed.handle(recorded.input());
            if (!now.equals(recorded)) {
                throw new TradeTrackerException(CoreError.REPLAY_DIFFERS, BotSnapshots.difference(recorded, now));
            }
        });
        replayed.takeQuestions();
        snapshot = replayed.snapshot(stored.state(), stored.reason());
    }

    private boolean handle(Message message) {
        try {
            switch (message) {
                case Message.Input(BotInput input) -> accept(input);
                case Message.Start start -> begin();
                case Message.Stop stop -> halt();
                case Message.Settle settle -> {}
                case Message.Close close -> {
                    unsubscribe();
                    closed = true;
                }
            }
        } catch (RuntimeException failure) {
            fault(failure);
        }
        if (message instanceof Message.Command command) {
            command.done().complete(true);
        }
        return !(message instanceof Message.Close);
    }

    private void accept(BotInput input) {
        BotRun current = run;
        if (current == null || snapshot.state() != BotState.RUNNING || !current.isNew(input)) {
            return;
        }
        if (behind && input instanceof BotInput.CandleOpened) {
            behind = false;
            catchUp(current, input.time());
        }
        record(current, input instanceof BotInput.Answered(Answer answer) ? arrived(answer) : input);
    }

    private void record(BotRun current, BotInput input) {
        long started = System.nanoTime();
        JournalEntry entry = current.handle(input);
        setup.journal().append(snapshot.configuration().id(), entry);
        snapshot = current.snapshot(snapshot.state(), snapshot.reason());
        setup.metrics().inputHandled(input.kind(), Duration.ofNanos(System.nanoTime() - started));
        setup.listener().onEntry(entry, snapshot);
        current.takeQuestions().forEach(this::ask);
    }

    private void ask(Question question) {
        Instant asked = setup.marketTime().instant();
        Thread.ofVirtual()
                .name("question-" + question.id())
                .start(() -> put(new BotInput.Answered(answer(question, asked))));
    }

    private Answer answer(Question question, Instant asked) {
        try {
            return setup.questions().answer(question, asked);
        } catch (RuntimeException | LinkageError failure) {
            return Answer.failed(question.id(), asked, "the service failed: " + failure);
        }
    }

    /** The time of an answer is when it reached the bot, however long it was on its way. */
    private BotInput.Answered arrived(Answer answer) {
        return new BotInput.Answered(answer.withTime(setup.marketTime().instant()));
    }

    /** Nobody answers what was asked before the bot was halted or the process ended; the strategy is told. */
    private void failOpenQuestions(BotRun current) {
        for (Question question : current.openQuestions()) {
            Instant now = setup.marketTime().instant();
            record(
                    current,
                    new BotInput.Answered(
                            Answer.failed(question.id(), now, "the bot was restarted before the answer came")));
        }
    }

    private void begin() {
        if (snapshot.state() == BotState.FAULTED) {
            replay(new StoredBot(snapshot.configuration(), BotState.STOPPED, ""));
        }
        if (snapshot.state() == BotState.STOPPED) {
            changeState(BotState.RUNNING, "");
            listen();
        }
    }

    private void halt() {
        BotRun current = run;
        if (current != null && snapshot.state() == BotState.RUNNING) {
            unsubscribe();
            record(current, new BotInput.Halted(setup.marketTime().instant()));
            changeState(BotState.STOPPED, "Stopped by its owner.");
        }
    }

    /** Catches up with what the market did meanwhile, then follows the feed. */
    private void listen() {
        BotRun current = run;
        if (current != null) {
            EngineSettings settings = snapshot.configuration().settings();
            catchUp(
                    current,
                    settings.timeframe().openOf(setup.marketTime().instant().plusMillis(1)));
            failOpenQuestions(current);
            subscription = LiveCandles.subscribe(setup.feed(), settings, setup.marketTime(), this::put);
            behind = true;
        }
    }

    /** Puts candles on record that closed before a moment and are not there yet. */
    private void catchUp(BotRun current, Instant until) {
        EngineSettings settings = snapshot.configuration().settings();
        Instant last = current.lastCandle();
        Instant from = last == null
                ? until.minus(settings.timeframe().duration().multipliedBy(setup.warmUpCandles()))
                : last.plusMillis(1);
        if (from.isBefore(until)) {
            CandleSeries missed = setup.feed().history(settings.instrument().id(), settings.timeframe(), from, until);
            for (int i = 0; i < missed.size(); i++) {
                Candle candle = missed.candle(i);
                record(current, current.hasRun() ? new BotInput.CandleMissed(candle) : new BotInput.WarmUp(candle));
            }
        }
    }

    private void unsubscribe() {
        Subscription current = subscription;
        subscription = null;
        if (current != null) {
            current.close();
        }
    }

    private void fault(RuntimeException failure) {
        unsubscribe();
        setup.metrics().botFaulted();
        String reason = String.valueOf(failure.getMessage());
        try {
            changeState(BotState.FAULTED, reason);
        } catch (RuntimeException recordFailed) {
            snapshot = BotSnapshots.withState(snapshot, BotState.FAULTED, reason);
            setup.listener().onState(snapshot);
        }
    }

    private void changeState(BotState state, String reason) {
        setup.journal().saveState(snapshot.configuration().id(), state, reason);
        snapshot = BotSnapshots.withState(snapshot, state, reason);
        setup.listener().onState(snapshot);
    }

    private void put(BotInput input) {
        put(new Message.Input(input));
    }

    private void put(Message message) {
        try {
            while (!closed && !mailbox.offer(message, PUT_MILLIS, TimeUnit.MILLISECONDS)) {
                // The bot is behind; whoever feeds it waits.
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Message take() {
        try {
            return mailbox.take();
        } catch (InterruptedException interrupted) {
            return new Message.Close(new CompletableFuture<>());
        }
    }

    private static void await(CompletableFuture<Boolean> done) {
        try {
            done.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private sealed interface Message {
        record Input(BotInput input) implements Message {}

        sealed interface Command extends Message {
            CompletableFuture<Boolean> done();
        }

        record Start(CompletableFuture<Boolean> done) implements Command {}

        record Stop(CompletableFuture<Boolean> done) implements Command {}

        record Settle(CompletableFuture<Boolean> done) implements Command {}

        record Close(CompletableFuture<Boolean> done) implements Command {}
    }
}
