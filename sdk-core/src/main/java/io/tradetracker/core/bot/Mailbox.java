package io.tradetracker.core.bot;

import io.tradetracker.api.strategy.Answer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a bot was told, in order. A full one makes who feeds it wait a little, then turns inputs away. */
final class Mailbox {
    private static final int INPUTS = 10_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Message> messages = new ArrayDeque<>();
    /** What is done to the kill switch does not wait behind prices. */
    private final Deque<Message> urgent = new ArrayDeque<>();

    private int inputs;
    private boolean impatient;
    private boolean closed;

    /**
     * Adds what a feed said.
     *
     * @param wanted whether it is still of use, asked while it waits for room
     * @return false when it was turned away
     */
    boolean put(Message.FromFeed input, BooleanSupplier wanted) {
        lock.lock();
        try {
            if (inputs >= INPUTS && !awaitRoom(wanted)) {
                return false;
            }
            if (closed || !wanted.getAsBoolean()) {
                return false;
            }
            inputs++;
            messages.addLast(input);
            changed.signalAll();
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits once; as long as there is no room after that, nobody waits again. */
    private boolean awaitRoom(BooleanSupplier wanted) throws InterruptedException {
        long left = impatient ? 0 : PATIENCE_NANOS;
        while (inputs >= INPUTS && !closed && wanted.getAsBoolean() && left > 0) {
            left = changed.awaitNanos(left);
        }
        impatient = inputs >= INPUTS;
        return !impatient;
    }

    /** Adds a message for which there is always room. Returns false when the mailbox is closed. */
    boolean send(Message message) {
        lock.lock();
        try {
            if (!closed) {
                (message.isUrgent() ? urgent : messages).addLast(message);
                changed.signalAll();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@return the next message; null after that time}
     *
     * @param nanos at most; {@link Long#MAX_VALUE} for any time
     */
    @Nullable
    Message take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (urgent.isEmpty() && messages.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            Message next = urgent.isEmpty() ? messages.pollFirst() : urgent.pollFirst();
            if (next instanceof Message.FromFeed) {
                inputs--;
                impatient = false;
                changed.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Asks all who wait for room whether their input is still of use. */
    void wakeWaiting() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** {@return what nobody will handle} */
    List<Message> close() {
        lock.lock();
        try {
            closed = true;
            List<Message> left = new ArrayList<>(urgent);
            left.addAll(messages);
            urgent.clear();
            messages.clear();
            inputs = 0;
            changed.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** One thing a bot is told. */
    sealed interface Message {
        /** {@return whether it overtakes what waits} */
        default boolean isUrgent() {
            return this instanceof Command command && command.order() == Order.SWITCH;
        }

        /** Comes as fast as a feed brings it, so there is room for some only. */
        sealed interface FromFeed extends Message {}

        /**
         * Something came in.
         *
         * @param input what
         * @param gapUntil when inputs before this one may have been lost, the market time from which on none were
         */
        record Input(BotInput input, @Nullable Instant gapUntil) implements FromFeed {}

        /**
         * Something came too late.
         *
         * @param print what
         */
        record Late(LatePrint print) implements FromFeed {}

        /**
         * A slow service answered.
         *
         * @param answer what
         * @param session in which the bot listened when it asked
         */
        record Reply(Answer answer, int session) implements Message {}

        /** There is something new at the gateway. */
        record News() implements Message {}

        /**
         * Its owner wants something.
         *
         * @param order what
         * @param toRecord makes the input of a {@link Order#SWITCH}, from market time; null for other orders
         * @param done completed with whether it was done
         */
        record Command(Order order, @Nullable Function<Instant, BotInput> toRecord, CompletableFuture<Boolean> done)
                implements Message {
            Command(Order order) {
                this(order, null, new CompletableFuture<>());
            }

            Command(Function<Instant, BotInput> ofTheSwitch) {
                this(Order.SWITCH, ofTheSwitch, new CompletableFuture<>());
            }
        }
    }

    /** What an owner can want. */
    enum Order {
        START,
        STOP,
        SWITCH,
        SETTLE,
        CLOSE
    }
}
