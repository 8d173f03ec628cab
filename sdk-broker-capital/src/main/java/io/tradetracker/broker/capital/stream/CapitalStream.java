package io.tradetracker.broker.capital.stream;

import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.ElapsedTime;
import io.tradetracker.broker.capital.connection.Line;
import io.tradetracker.broker.capital.connection.Session;
import io.tradetracker.broker.capital.connection.Tokens;
import io.tradetracker.broker.capital.connection.VenueFault;
import io.tradetracker.broker.capital.rest.CapitalApi;
import io.tradetracker.broker.capital.rest.Resolution;
import io.tradetracker.broker.capital.stream.Subscribers.Subscriber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Prices as they come, of up to 40 instruments, by one socket that is opened when somebody wants prices and made anew
 * when it fails. Safe for use by several threads.
 */
public final class CapitalStream implements AutoCloseable {
    private static final long SHORTEST_WAIT = Duration.ofMillis(1).toNanos();

    private final Line line;
    private final Session session;
    private final StreamTerms terms;
    private final ElapsedTime time;
    private final CapitalMetrics metrics;
    private final Subscribers subscribers = new Subscribers();
    private final Echo echo;
    private final QuietCheck quiet;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StreamDecoder decoder = new StreamDecoder(new Dispatch());
    private @Nullable Thread thread;
    private @Nullable Socket socket;
    private volatile long lastHeard;
    private volatile boolean live;
    private volatile @Nullable String refusal;
    private boolean wasLive;
    private boolean stirred;
    private boolean closed;

    /** Makes a stream without a socket. */
    public CapitalStream(Line line, Session session, CapitalApi api, StreamTerms terms) {
        this.line = line;
        this.session = session;
        this.terms = terms;
        time = line.time();
        metrics = line.metrics();
        echo = new Echo(session.clock());
        quiet = new QuietCheck(api, time, terms.quietAfter());
    }

    /** {@return whether prices come now} */
    public boolean isLive() {
        return live;
    }

    /**
     * Listens to quotes.
     *
     * @return ends it
     * @throws CapitalException when there would be more instruments than a stream carries
     */
    public Runnable quotes(String epic, StreamListener listener) {
        return subscribe(new Subscriber(epic, null, listener));
    }

    /**
     * Listens to candles.
     *
     * @return ends it
     * @throws CapitalException when there would be more instruments than a stream carries
     */
    public Runnable bars(String epic, Resolution resolution, StreamListener listener) {
        return subscribe(new Subscriber(epic, resolution, listener));
    }

    private Runnable subscribe(Subscriber subscriber) {
        subscribers.add(subscriber);
        stir();
        lock.lock();
        try {
            if (thread == null && !closed) {
                thread = Thread.ofVirtual().name("capital-stream").start(this::run);
            }
        } finally {
            lock.unlock();
        }
        return () -> {
            subscribers.remove(subscriber);
            stir();
        };
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (await(pause) && awaitWanted()) {
            long opened = time.nanos();
            String end = serve();
            boolean lasted = time.nanos() - opened > terms.longestPause().toNanos();
            pause = lasted ? jittered(terms.firstPause()) : longer(pause);
            lost();
            if (end != null) {
                metrics.streamEnded(end);
            }
        }
        lost();
    }

    private Duration longer(Duration pause) {
        Duration next = pause.isZero() ? terms.firstPause() : pause.multipliedBy(2);
        return jittered(next.compareTo(terms.longestPause()) > 0 ? terms.longestPause() : next);
    }

    /** Many who lost the service at once do not come back at once. */
    private static Duration jittered(Duration pause) {
        long nanos = pause.toNanos();
        return Duration.ofNanos(nanos - ThreadLocalRandom.current().nextLong(nanos / 3 + 1));
    }

    /** Serves one socket to its end. */
    private @Nullable String serve() {
        Socket now;
        try {
            Tokens tokens = session.tokens();
            String host = session.streamHost();
            String url = host.endsWith("/") ? host + "connect" : host + "/connect";
            refusal = null;
            lastHeard = time.nanos();
            now = new Socket(line, url, tokens, this::heard, this::stir);
        } catch (CapitalException | IllegalArgumentException failed) {
            return "it could not be opened: " + failed.getMessage();
        }
        setSocket(now);
        try {
            serve(now);
        } catch (InterruptedException interrupted) {
            now.end("interrupted");
        } finally {
            setSocket(null);
            now.end("it is not needed any more");
        }
        return now.end();
    }

    private void serve(Socket now) throws InterruptedException {
        Wanted subscribed = Wanted.NOTHING;
        echo.restart();
        long pinged = time.nanos();
        while (now.end() == null && !isClosed()) {
            if (now.isOpen()) {
                Wanted wanted = subscribers.wanted();
                if (wanted.isEmpty()) {
                    return;
                }
                if (!wanted.equals(subscribed)) {
                    change(now, subscribed, wanted);
                    subscribed = wanted;
                }
                if (time.nanos() - pinged >= terms.pingEvery().toNanos()) {
                    pinged = time.nanos();
                    now.send("ping", null);
                }
                if (echo.due().isZero()) {
                    echo.ask(() -> now.send("ping", null));
                }
                doubt(now, wanted);
            }
            watch(now);
            long untilPing = pinged + terms.pingEvery().toNanos() - time.nanos();
            long untilAsked = Math.max(SHORTEST_WAIT, echo.due().toNanos());
            awaitChange(Duration.ofNanos(Math.max(1, Math.min(untilPing, untilAsked))));
        }
    }

    private void change(Socket now, Wanted before, Wanted wanted) {
        Wanted gone = before.without(wanted);
        Wanted more = wanted.without(before);
        if (!gone.quotes().isEmpty()) {
            now.send("marketData.unsubscribe", Map.of("epics", gone.quotes()));
        }
        gone.bars()
                .forEach((epic, lengths) ->
                        now.send("OHLCMarketData.unsubscribe", Map.of("epics", Set.of(epic), "resolutions", lengths)));
        if (!more.quotes().isEmpty()) {
            now.send("marketData.subscribe", Map.of("epics", more.quotes()));
        }
        more.bars()
                .forEach((epic, lengths) -> now.send(
                        "OHLCMarketData.subscribe",
                        Map.of("epics", Set.of(epic), "resolutions", lengths, "type", "classic")));
        quiet.watch(wanted.epics());
        List<Subscriber> told = subscribers.all();
        boolean again = wasLive;
        for (Subscriber each : told) {
            if (!live || !before.epics().contains(each.epic)) {
                each.listener.onLive(again && !live);
            }
        }
        live = true;
        wasLive = true;
    }

    /** A socket is alive as long as anything comes, also for a market that is closed: pings are answered. */
    private void watch(Socket now) {
        String refused = refusal;
        if (refused != null) {
            boolean ended = VenueFault.isSessionEnd(refused);
            if (ended) {
                session.forget(now.tokens());
            }
            now.end("the service refused it: " + refused);
        }
        if (time.nanos() - lastHeard
                > terms.pingEvery().plus(terms.answerWithin()).toNanos()) {
            now.end("nothing was heard for too long");
        }
        if (!session.isCurrent(now.tokens())) {
            now.end("the session is a new one");
        }
    }

    /** A subscription can be lost while pings are answered: then the price has moved and nobody told. */
    private void doubt(Socket now, Wanted wanted) {
        String epic = quiet.findMoved(wanted.epics());
        if (epic != null) {
            now.end("the price of " + epic + " moved and was not sent");
        }
    }

    private void heard(String message) {
        lastHeard = time.nanos();
        decoder.decode(message);
    }

    private void lost() {
        if (live) {
            live = false;
            subscribers.all().forEach(each -> each.listener.onLost());
        }
    }

    private void setSocket(@Nullable Socket now) {
        lock.lock();
        try {
            socket = now;
        } finally {
            lock.unlock();
        }
    }

    private void stir() {
        lock.lock();
        try {
            stirred = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long end = time.nanos() + atMost.toNanos();
            while (!stirred && !closed && end - time.nanos() > 0) {
                time.await(lock, changed, Duration.ofNanos(end - time.nanos()));
            }
            stirred = false;
        } finally {
            lock.unlock();
        }
    }

    /** {@return false when it was closed} */
    private boolean await(Duration pause) {
        lock.lock();
        try {
            long end = time.nanos() + pause.toNanos();
            while (!closed && end - time.nanos() > 0) {
                time.await(lock, changed, Duration.ofNanos(end - time.nanos()));
            }
            return !closed;
        } catch (InterruptedException interrupted) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitWanted() {
        try {
            while (!isClosed() && subscribers.wanted().isEmpty()) {
                wasLive = false;
                awaitChange(terms.pingEvery());
            }
            return !isClosed();
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    /** Ends it; nothing arrives after this returns but what is being told of. */
    @Override
    public void close() {
        Thread running;
        Socket last;
        lock.lock();
        try {
            closed = true;
            running = thread;
            last = socket;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.end("it was closed");
        }
        if (running != null && !running.equals(Thread.currentThread())) {
            join(running);
        }
    }

    private static void join(Thread running) {
        try {
            running.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Dispatch implements StreamDecoder.Sink {
        @Override
        public void quote(String epic, long timeMillis, double bid, double ask) {
            quiet.heard(epic, bid, ask);
            for (Subscriber each : subscribers.of(epic)) {
                if (each.resolution == null) {
                    each.listener.onQuote(timeMillis, bid, ask);
                }
            }
        }

        @Override
        public void bar(String epic, Bar bar) {
            long end = bar.timeMillis() + bar.resolution().length().toMillis();
            if (echo.isEarly(end)) {
                return;
            }
            echo.came(end);
            long heardUntil = echo.heardUntil();
            for (Subscriber each : subscribers.of(epic)) {
                if (each.resolution == bar.resolution()) {
                    each.listener.onBar(bar);
                    each.listener.onHeard(heardUntil);
                }
            }
            if (end > heardUntil) {
                stir();
            }
        }

        @Override
        public void answer(String correlation, @Nullable String errorCode) {
            if (errorCode != null) {
                refusal = VenueFault.of(0, errorCode).code();
                stir();
            } else if (echo.answered(correlation)) {
                long heardUntil = echo.heardUntil();
                subscribers.all().forEach(each -> each.listener.onHeard(heardUntil));
                stir();
            }
        }

        @Override
        public void unreadable(String reason) {
            metrics.messageLeftOut(reason);
        }
    }
}
