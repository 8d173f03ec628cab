package io.tradetracker.core.bot;

import io.tradetracker.core.bot.Mailbox.Message;
import io.tradetracker.core.bot.Mailbox.Order;
import io.tradetracker.core.internal.Round;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * A running bot: one strategy on one live feed with the paper broker. It has one mailbox and one virtual thread, so its
 * strategy is called by one thread at a time. Each input is handled and put on record with all it caused before the
 * next.
 *
 * <p>Opening a bot replays its record: the decisions and fills must come out as they did before, else the bot is
 * FAULTED. When its record or its feed fails, it is RECOVERING: it makes itself anew from its record, again and again,
 * until that works.
 *
 * <p>Safe for use by several threads. What its own thread calls, such as a listener, returns at once and takes effect
 * after that.
 */
public final class Bot implements AutoCloseable {
    private final BotId id;
    private final Mailbox mailbox = new Mailbox();
    private final BotWorker worker;
    private final Thread thread;

    private Bot(BotSetup setup, StoredBot stored) {
        id = stored.configuration().id();
        worker = new BotWorker(setup, stored, mailbox);
        thread = Thread.ofVirtual().name("bot-" + id).unstarted(worker);
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
        bot.settle();
        return bot;
    }

    /**
     * Lets the bot work from now on. Returns when it does. A FAULTED bot is made anew from its record first, and stays
     * FAULTED if that fails.
     *
     * @throws IllegalStateException when the bot is closed
     */
    public void start() {
        requireDone(Order.START);
    }

    /**
     * Halts the bot: orders that would open or enlarge a position are taken back; the position, its protection and its
     * exits stay. Returns when it is halted.
     *
     * @throws IllegalStateException when the bot is closed
     */
    public void stop() {
        requireDone(Order.STOP);
    }

    /**
     * Pulls the kill switch: from now on nothing is opened or enlarged, and orders that would are taken back, until
     * {@link #resume}. Exits and protection go on. It overtakes prices that wait to be handled, it is on the bot's
     * record and so survives a restart; pulled again, the last reason and mode count. A bot that is not RUNNING takes
     * it as well: a RECOVERING one as soon as it can write its record, a FAULTED one before it works again.
     *
     * @param reason who pulled it and why, 1 to 500 characters
     * @param mode whether positions stay, or are closed at the market when the bot's next candle opens
     * @throws IllegalArgumentException when the reason is blank or too long
     * @throws IllegalStateException when the bot is closed
     */
    public void kill(String reason, HaltMode mode) {
        KillSwitch.requireReason(reason);
        Objects.requireNonNull(mode, "mode");
        requireDone(new Message.Command(time -> new BotInput.Killed(new KillSwitch(time, reason, mode))));
    }

    /**
     * Lets entries go on after {@link #kill}, or after a drawdown that reached its limit. It neither starts a bot that
     * is stopped nor ends the block of a daily loss.
     *
     * @param reason who and why, 1 to 500 characters
     * @throws IllegalArgumentException when the reason is blank or too long
     * @throws IllegalStateException when the bot is closed
     */
    public void resume(String reason) {
        KillSwitch.requireReason(reason);
        requireDone(new Message.Command(time -> new BotInput.Resumed(time, reason)));
    }

    /** {@return the kill switch that is in force by the bot's record; empty when entries are free} */
    public Optional<KillSwitch> killSwitch() {
        return Optional.ofNullable(worker.killSwitch());
    }

    /**
     * Returns when the bot has handled all it was told before.
     *
     * @throws IllegalStateException when the bot is closed
     */
    public void settle() {
        requireDone(Order.SETTLE);
    }

    /** {@return what it is and holds now} */
    public BotSnapshot snapshot() {
        return worker.snapshot();
    }

    /**
     * Ends the bot's thread; its record and stored state stay, so it can be opened again. Returns when the thread has
     * ended, unless it is this one. Safe to call again.
     */
    @Override
    public void close() {
        if (send(new Message.Command(Order.CLOSE)) || !Thread.currentThread().equals(thread)) {
            Round.join(thread);
        }
    }

    private void requireDone(Order order) {
        requireDone(new Message.Command(order));
    }

    private void requireDone(Message.Command command) {
        if (!send(command)) {
            throw new IllegalStateException("bot " + id + " is closed");
        }
    }

    private boolean send(Message.Command command) {
        if (!mailbox.send(command)) {
            return false;
        }
        return Thread.currentThread().equals(thread) || await(command);
    }

    private static boolean await(Message.Command command) {
        try {
            return command.done().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
