package io.tradetracker.core.bot;

import io.tradetracker.core.bot.Mailbox.Message;
import io.tradetracker.core.bot.Mailbox.Order;
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
        if (send(Order.CLOSE) || !Thread.currentThread().equals(thread)) {
            Round.join(thread);
        }
    }

    private void requireDone(Order order) {
        if (!send(order)) {
            throw new IllegalStateException("bot " + id + " is closed");
        }
    }

    private boolean send(Order order) {
        Message.Command command = new Message.Command(order);
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
