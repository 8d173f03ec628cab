package io.tradetracker.samples.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.LiveEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watcher of a board: a bounded queue and a virtual thread that sends, so that a slow watcher delays nobody. One
 * that falls too far behind is let go; it comes back with its last event id.
 */
final class LiveClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);
    private static final int CAPACITY = 4_000;
    private static final int BUSY = 100;

    private final BlockingQueue<LiveEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final JsonMapper mapper;
    private final Duration heartbeat;
    private final InstantSource clock;
    private final Connection connection;
    private final Runnable unsubscribe;
    private final Thread sender;
    private volatile boolean open = true;

    /** Where texts go. */
    interface Connection {
        void send(String text);

        void close(String reason);
    }

    LiveClient(
            BotBoard board,
            String after,
            JsonMapper mapper,
            Duration heartbeat,
            InstantSource clock,
            Connection connection) {
        this.mapper = mapper;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.connection = connection;
        this.unsubscribe = board.subscribe(after, new Queueing());
        this.sender = Thread.ofVirtual().name("live-client").start(this::sendAll);
    }

    @Override
    public void close() {
        open = false;
        unsubscribe.run();
        sender.interrupt();
    }

    private void sendAll() {
        try {
            while (open) {
                LiveEvent next = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                connection.send(text(next == null ? LiveEvent.passing("heartbeat", clock.instant()) : next));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | JsonProcessingException gone) {
            LOG.debug("a watcher is gone", gone);
            close();
        }
    }

    private String text(LiveEvent event) throws JsonProcessingException {
        return mapper.writeValueAsString(event);
    }

    private final class Queueing implements Consumer<LiveEvent> {
        @Override
        public void accept(LiveEvent event) {
            boolean passing = event.id().isEmpty();
            if (passing && queue.size() > BUSY) {
                return;
            }
            if (!queue.offer(event)) {
                open = false;
                Thread.ofVirtual().start(() -> connection.close("too slow: connect again"));
            }
        }
    }
}
