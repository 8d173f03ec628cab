package io.tradetracker.broker.capital.simulator;

import io.javalin.websocket.WsContext;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.websocket.api.Callback;
import org.jspecify.annotations.Nullable;

/** One stream to a client and what it wants to hear. Used under the venue's lock. */
final class StreamSocket {
    private final WsContext context;
    private final Set<String> quotes = new LinkedHashSet<>();
    private final Set<BarKey> bars = new LinkedHashSet<>();
    private @Nullable Session session;
    private Instant lastFrame;

    /** How the prices of a bar are told. */
    enum BarType {
        CLASSIC("classic"),
        HEIKIN_ASHI("heikin-ashi");

        private final String text;

        BarType(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A subscription to bars.
     *
     * @param epic market
     * @param resolution length
     * @param type how prices are told
     */
    record BarKey(String epic, Resolution resolution, BarType type) {
        String text() {
            return epic + ":" + resolution + ":" + type.text();
        }
    }

    StreamSocket(WsContext context, Instant now) {
        this.context = context;
        this.lastFrame = now;
    }

    Set<String> quotes() {
        return quotes;
    }

    Set<BarKey> bars() {
        return bars;
    }

    /** {@return the markets it hears of, whatever of them} */
    Set<String> epics() {
        Set<String> epics = new TreeSet<>(quotes);
        bars.forEach(key -> epics.add(key.epic()));
        return epics;
    }

    @Nullable
    Session session() {
        return session;
    }

    void heard(Instant now) {
        lastFrame = now;
    }

    void belongsTo(Session owner) {
        session = owner;
    }

    Instant lastFrame() {
        return lastFrame;
    }

    void stop() {
        quotes.clear();
        bars.clear();
    }

    void send(String text) {
        context.session.sendText(text, Callback.NOOP);
    }

    /** Ends without a closing handshake: the client sees 1006. */
    void cut() {
        context.session.disconnect();
    }
}
