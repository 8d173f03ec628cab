package io.tradetracker.samples.server.board;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The present state of one bot as people see it, and the events that lead there. State and events change together under
 * one lock, so a snapshot followed by the events after its id is never wrong. Safe for use by several threads.
 */
public final class BotBoard {
    private static final int MAX_CANDLES = 600;
    private static final int MAX_DECISIONS = 200;
    private static final int MAX_FILLS = 200;

    private final Object lock = new Object();
    private final BotProfile profile;
    private final EventLog log = new EventLog();
    private final List<Consumer<LiveEvent>> listeners = new CopyOnWriteArrayList<>();
    private final EquityCurve equity = new EquityCurve();
    private final Deque<CandleLine> candles = new ArrayDeque<>();
    private final Deque<DecisionLine> decisions = new ArrayDeque<>();
    private final Deque<FillLine> fills = new ArrayDeque<>();
    private BotStatus status;
    private @Nullable FeedStatus feed;
    private @Nullable AccountLine account;
    private @Nullable CandleLine forming;
    private @Nullable Notice notice;
    private int fillCount;

    /** Makes an empty board. */
    public BotBoard(BotProfile profile, BotStatus status) {
        this.profile = profile;
        this.status = status;
    }

    /** {@return what the bot is} */
    public BotProfile profile() {
        return profile;
    }

    /** {@return whether it runs} */
    public BotStatus status() {
        synchronized (lock) {
            return status;
        }
    }

    /** A candle closed. */
    public void candle(CandleLine candle) {
        publish("candle", candle, () -> {
            forming = null;
            addLast(candles, candle, MAX_CANDLES);
        });
    }

    /** The price moved inside a candle; goes to those who watch and is not kept. */
    public void price(CandleLine soFar) {
        synchronized (lock) {
            forming = soFar;
            tell(LiveEvent.passing("price", soFar));
        }
    }

    /** The bot decided something. */
    public void decision(DecisionLine decision) {
        publish("decision", decision, () -> addFirst(decisions, decision, MAX_DECISIONS));
    }

    /** An order filled. */
    public void fill(FillLine fill) {
        publish("fill", fill, () -> {
            fillCount++;
            addFirst(fills, fill, MAX_FILLS);
        });
    }

    /** Equity changed; goes to those who watch with the account. */
    public void equity(EquityPoint point) {
        synchronized (lock) {
            equity.add(point);
        }
    }

    /** Money or position changed. */
    public void account(AccountLine line) {
        publish("account", line, () -> account = line);
    }

    /** The bot started, stopped or failed. */
    public void status(BotStatus newStatus) {
        publish("state", newStatus, () -> status = newStatus);
    }

    /** The replay changed speed, paused, went on or began another round. */
    public void feed(FeedStatus newFeed) {
        publish("feed", newFeed, () -> feed = newFeed);
    }

    /** The replay reached a moment; told with the next thing that is worth telling. */
    public void feedTime(Instant time) {
        synchronized (lock) {
            feed = feed == null ? null : feed.at(time);
        }
    }

    /** Another bot took this one's place; nothing follows. */
    public void replacedBy(String id) {
        publish("replaced", id, () -> {});
    }

    /** Something is worth saying. */
    public void notice(Notice newNotice) {
        publish("notice", newNotice, () -> notice = newNotice);
    }

    /** {@return all of it, at this moment} */
    public BotSnapshot snapshot() {
        synchronized (lock) {
            return new BotSnapshot(
                    log.lastId(),
                    profile,
                    status,
                    feed,
                    account,
                    equity.points(),
                    List.copyOf(candles),
                    forming,
                    List.copyOf(decisions),
                    List.copyOf(fills),
                    fillCount,
                    notice);
        }
    }

    /**
     * Gives a listener what it missed, or a snapshot, and from then on every event.
     *
     * @param after the last event it has seen; empty for none
     * @param listener must return at once; it is called under the board's lock
     * @return ends the subscription
     */
    public Runnable subscribe(String after, Consumer<LiveEvent> listener) {
        synchronized (lock) {
            opening(after).forEach(listener);
            listeners.add(listener);
        }
        return () -> listeners.remove(listener);
    }

    private List<LiveEvent> opening(String after) {
        Optional<List<LiveEvent>> missed = log.after(after);
        if (missed.isEmpty()) {
            return List.of(new LiveEvent(log.lastId(), "snapshot", snapshot()));
        }
        List<LiveEvent> events = new ArrayList<>();
        events.add(LiveEvent.passing("resumed", missed.get().size()));
        events.addAll(missed.get());
        return events;
    }

    private void publish(String type, Object data, Runnable change) {
        synchronized (lock) {
            change.run();
            tell(log.append(type, data));
        }
    }

    private void tell(LiveEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private static <T> void addFirst(Deque<T> queue, T item, int limit) {
        queue.addFirst(item);
        if (queue.size() > limit) {
            queue.removeLast();
        }
    }

    private static <T> void addLast(Deque<T> queue, T item, int limit) {
        queue.addLast(item);
        if (queue.size() > limit) {
            queue.removeFirst();
        }
    }
}
