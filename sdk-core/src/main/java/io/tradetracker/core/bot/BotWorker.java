package io.tradetracker.core.bot;

import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.error.ErrorType;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.bot.Mailbox.Message;
import io.tradetracker.core.risk.KillSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a bot's thread does. All but {@link #snapshot()} belongs to that thread. */
final class BotWorker implements Runnable {
    private final BotSetup setup;
    private final StoredBot stored;
    private final Mailbox mailbox;
    private final CatchUp catchUp;
    private final Retry retry;
    private final @Nullable Courier courier;
    private volatile BotSnapshot snapshot;

    private @Nullable BotRun run;
    private @Nullable Intake intake;
    private @Nullable Subscription subscription;
    private final Deque<Answer> waitingAnswers = new ArrayDeque<>();
    private Instant nextMoment = Instant.MAX;
    private boolean haltWanted;
    /** What was done to the kill switch and is not on record yet. */
    private final Deque<Function<Instant, BotInput>> owed = new ArrayDeque<>();

    private volatile @Nullable KillSwitch killSwitch;
    private int session;

    BotWorker(BotSetup setup, StoredBot stored, Mailbox mailbox) {
        this.setup = setup;
        this.stored = stored;
        this.mailbox = mailbox;
        catchUp = new CatchUp(setup, stored.configuration());
        retry = new Retry(setup.firstRetry());
        courier = setup.gateway() == null
                ? null
                : new Courier(setup.gateway(), stored.configuration(), setup.marketTime());
        snapshot = BotSnapshot.before(stored);
    }

    BotSnapshot snapshot() {
        return snapshot;
    }

    @Nullable
    KillSwitch killSwitch() {
        return killSwitch;
    }

    @Override
    public void run() {
        Subscription following = courier == null ? () -> {} : courier.follow(() -> mailbox.send(new Message.News()));
        try {
            guarded(this::resume);
            while (handle(mailbox.take(retry.nanosLeft()))) {
                // until it is closed
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            harmless(following::close);
            guarded(this::unsubscribe);
            harmless(setup.onClose());
            mailbox.close().forEach(BotWorker::refuse);
        }
    }

    private static void refuse(Message unhandled) {
        if (unhandled instanceof Message.Command command) {
            command.done().complete(command.order() == Mailbox.Order.CLOSE);
        }
    }

    private boolean handle(@Nullable Message message) {
        if (message == null) {
            guarded(this::resume);
            return true;
        }
        return switch (message) {
            case Message.Input input -> {
                guarded(() -> accept(input));
                yield true;
            }
            case Message.Late late -> {
                harmless(() -> setup.metrics().printWasLate());
                tell(listener -> listener.onLate(late.print()));
                yield true;
            }
            case Message.Reply reply -> {
                guarded(() -> accept(reply));
                yield true;
            }
            case Message.News news -> {
                guarded(this::hear);
                yield true;
            }
            case Message.Command command -> {
                guarded(() -> obey(command));
                command.done().complete(true);
                yield command.order() != Mailbox.Order.CLOSE;
            }
        };
    }

    private void obey(Message.Command command) {
        switch (command.order()) {
            case START -> begin();
            case STOP -> halt();
            case SWITCH -> flip(Objects.requireNonNull(command.toRecord()));
            case CLOSE -> unsubscribe();
            case SETTLE -> {}
        }
    }

    /** Whatever is thrown inside ends in a state that says so; the thread goes on. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (TradeTrackerException failure) {
            if (failure.code().type() == ErrorType.EXTERNAL) {
                recoverLater(failure);
            } else {
                fault(failure);
            }
        } catch (Throwable failure) {
            fault(failure);
        }
    }

    /** Makes the bot anew from its record, and lets it work if it should. */
    private void resume() {
        boolean recovering = snapshot.state() == BotState.RECOVERING;
        retry.stop();
        run = null;
        BotRun replayed = replay();
        run = replayed;
        killSwitch = replayed.killSwitch();
        snapshot = replayed.snapshot(snapshot.state(), snapshot.reason());
        LiveRun live = replayed.live();
        if (courier != null && live != null) {
            courier.begin(live);
        }
        putOwedOnRecord();
        if (haltWanted) {
            putHaltOnRecord();
        } else if (recovering || snapshot.state() == BotState.RUNNING) {
            listen(replayed);
        }
        retry.reset();
        if (recovering) {
            // only now: before, it has not caught up, and that may fail again
            snapshot = snapshot.withState(BotState.RUNNING, "");
            tell(listener -> listener.onState(snapshot));
        }
    }

    private BotRun replay() {
        BotConfiguration bot = stored.configuration();
        BotRun replayed = courier == null
                ? BotRun.simulated(bot, setup.strategy(), stored.beginsAfter())
                : BotRun.live(bot, setup.strategy(), stored.beginsAfter());
        setup.journal().read(stored.id(), stored.beginsAfter() + 1, recorded -> {
            JournalEntry now = replayed.handle(recorded.input());
            if (!now.equals(recorded)) {
                throw new TradeTrackerException(CoreError.REPLAY_DIFFERS, recorded.differenceTo(now));
            }
        });
        replayed.takeQuestions();
        return replayed;
    }

    private void accept(Message.Input message) {
        BotRun current = run;
        BotInput input = message.input();
        if (current == null || snapshot.state() != BotState.RUNNING || !current.isNew(input)) {
            return;
        }
        if (input instanceof BotInput.CandleClosed || input instanceof BotInput.Moment) {
            hear(true, true);
        }
        if (message.gapUntil() != null) {
            catchUp.until(input.time(), message.gapUntil(), current, this::recordInTurn);
            input = catchUp.complete(input);
        }
        if (!(input instanceof BotInput.Moment moment && moment.candles().isEmpty())) {
            recordInTurn(input);
        }
    }

    /** The time of an answer is when it reached the bot, however long it was on its way. */
    private void accept(Message.Reply reply) {
        if (snapshot.state() == BotState.RUNNING && reply.session() == session) {
            waitingAnswers.add(reply.answer().withTime(setup.marketTime().instant()));
            recordAnswers(nextMoment);
        }
    }

    /**
     * The candles of several instruments come in when they are over. Answers from while they were in progress come
     * after them, as in a backtest.
     */
    private void recordInTurn(BotInput input) {
        recordAnswers(input.time());
        record(input);
        if (input instanceof BotInput.Moment) {
            nextMoment = input.time()
                    .plus(stored.configuration().settings().timeframe().duration());
            recordAnswers(nextMoment);
        }
    }

    private void recordAnswers(Instant until) {
        while (!waitingAnswers.isEmpty() && !waitingAnswers.getFirst().time().isAfter(until)) {
            record(new BotInput.Answered(waitingAnswers.removeFirst()));
        }
    }

    /** Looks what became known of the real account, and puts on record what concerns the bot. */
    private void hear() {
        hear(snapshot.state() == BotState.RUNNING, false);
    }

    private void hear(boolean attended, boolean withBalances) {
        BotRun current = run;
        LiveRun live = current == null ? null : current.live();
        boolean listens = snapshot.state() != BotState.FAULTED && snapshot.state() != BotState.RECOVERING;
        if (courier != null && live != null && live.isConnected() && (listens || !attended)) {
            courier.news(live, attended, withBalances).ifPresent(this::record);
        }
    }

    private void record(BotInput input) {
        putOnRecord(input);
        deliver();
    }

    /** What is on the bot's record is asked for, once. */
    private void deliver() {
        LiveRun live = run == null ? null : run.live();
        if (courier != null && live != null) {
            courier.deliver(live);
        }
    }

    private void putOnRecord(BotInput input) {
        BotRun current = Objects.requireNonNull(run);
        long started = System.nanoTime();
        JournalEntry entry = current.handle(input);
        setup.journal().append(stored.id(), entry);
        killSwitch = current.killSwitch();
        snapshot = current.snapshot(snapshot.state(), snapshot.reason());
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        harmless(() -> setup.metrics().inputHandled(input.kind(), took));
        tell(listener -> listener.onEntry(entry, snapshot));
        current.takeQuestions().forEach(this::ask);
    }

    private void ask(Question question) {
        Instant asked = setup.marketTime().instant();
        int askedIn = session;
        Thread.ofVirtual()
                .name("question-" + question.id())
                .start(() -> mailbox.send(new Message.Reply(setup.questions().answerOrFail(question, asked), askedIn)));
    }

    /** Nobody answers what was asked before the bot was halted or the process ended; the strategy is told. */
    private void failOpenQuestions(BotRun current) {
        session++;
        waitingAnswers.clear();
        nextMoment = stored.configuration().others().isEmpty() ? Instant.MAX : Instant.MIN;
        for (Question question : current.openQuestions()) {
            Instant now = setup.marketTime().instant();
            record(new BotInput.Answered(
                    Answer.failed(question.id(), now, "the bot was restarted before the answer came")));
        }
    }

    private void begin() {
        if (snapshot.state() == BotState.RUNNING) {
            return;
        }
        requireInForce();
        haltWanted = false;
        boolean anew = run == null || snapshot.state() != BotState.STOPPED;
        changeState(BotState.RUNNING, "");
        if (anew) {
            resume();
        } else {
            listen(Objects.requireNonNull(run));
        }
    }

    private void requireInForce() {
        int inForce =
                setup.journal().versions(stored.id()).getLast().configuration().version();
        if (inForce != stored.configuration().version()) {
            throw new TradeTrackerException(
                    CoreError.ANOTHER_WRITER,
                    "version " + inForce + " of the configuration of bot " + stored.id() + " is in force, and not "
                            + stored.configuration().version() + " any more: close the bot and open it again");
        }
    }

    private void halt() {
        boolean working = snapshot.state() == BotState.RUNNING;
        if (working || snapshot.state() == BotState.RECOVERING) {
            unsubscribe();
            haltWanted = true;
            snapshot = snapshot.withState(BotState.STOPPED, "Stopped by its owner.");
            if (working) {
                putHaltOnRecord();
            } else {
                resume();
            }
        }
    }

    /** Somebody did something to the kill switch: it is on record before anything is traded again. */
    private void flip(Function<Instant, BotInput> toRecord) {
        owed.addLast(toRecord);
        if (snapshot.state() == BotState.FAULTED) {
            return;
        }
        if (run == null) {
            resume();
        } else {
            putOwedOnRecord();
        }
    }

    private void putOwedOnRecord() {
        for (Function<Instant, BotInput> next = owed.peekFirst(); next != null; next = owed.peekFirst()) {
            putOnRecord(next.apply(setup.marketTime().instant()));
            owed.removeFirst();
            deliver();
        }
    }

    private void putHaltOnRecord() {
        putOnRecord(new BotInput.Halted(setup.marketTime().instant()));
        changeState(BotState.STOPPED, "Stopped by its owner.");
        haltWanted = false;
        deliver();
    }

    /** Catches up with what the market did meanwhile, then follows the feed. */
    private void listen(BotRun current) {
        if (courier != null && current.live() != null && !current.live().isConnected()) {
            record(courier.connect());
        }
        hear(false, true);
        catchUp.beforeListening(current, this::record);
        failOpenQuestions(current);
        Intake opened = new Intake(mailbox);
        intake = opened;
        subscription = LiveCandles.subscribe(setup, stored.configuration(), opened);
    }

    private void unsubscribe() {
        if (intake != null) {
            intake.close();
            intake = null;
        }
        Subscription current = subscription;
        subscription = null;
        if (current != null) {
            current.close();
        }
    }

    /** Something outside failed. The state on record stays, so the next process tries again as well. */
    private void recoverLater(TradeTrackerException failure) {
        harmless(this::unsubscribe);
        run = null;
        String reason = "Tries again: " + failure.getMessage();
        boolean working = snapshot.state() == BotState.RUNNING || snapshot.state() == BotState.RECOVERING;
        snapshot = snapshot.withState(working ? BotState.RECOVERING : snapshot.state(), reason);
        if (working || courier != null || haltWanted || !owed.isEmpty()) {
            retry.later();
        }
        tell(listener -> listener.onState(snapshot));
    }

    private void fault(Throwable failure) {
        harmless(this::unsubscribe);
        retry.stop();
        harmless(() -> setup.metrics().botFaulted());
        String reason = failure instanceof TradeTrackerException known
                ? String.valueOf(known.getMessage())
                : "The bot failed: " + failure;
        boolean ours = !(failure instanceof TradeTrackerException known && known.code() == CoreError.ANOTHER_WRITER);
        BotSnapshot known = run == null ? snapshot.withoutAmounts() : snapshot;
        snapshot = known.withState(BotState.FAULTED, reason);
        if (ours) {
            harmless(() -> setup.journal().saveState(stored.id(), BotState.FAULTED, reason));
        }
        tell(listener -> listener.onState(snapshot));
    }

    private void changeState(BotState state, String reason) {
        setup.journal().saveState(stored.id(), state, reason);
        snapshot = snapshot.withState(state, reason);
        tell(listener -> listener.onState(snapshot));
    }

    private void tell(Consumer<BotListener> what) {
        harmless(() -> what.accept(setup.listener()));
    }

    /** A host's listener, or a clean-up, must not change what the bot does. */
    private void harmless(Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            try {
                setup.metrics().callbackFailed(failure);
            } catch (Throwable ignored) {
                // there is nobody left to tell
            }
        }
    }
}
