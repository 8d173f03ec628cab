package io.tradetracker.samples.server.web;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.tradetracker.samples.server.board.BotBoard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The event stream of one bot: {@code /ws?bot=ID&after=EVENT}. A snapshot comes first, or, where {@code after} is still
 * known, what was missed; then every event, and a heartbeat when nothing happens.
 */
final class LiveSocket implements AutoCloseable {
    private static final int TRY_AGAIN_LATER = 1013;
    private static final int MAX_CLIENTS = 200;
    private static final int MAX_INCOMING_BYTES = 1_000;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final BotRoutes bots;
    private final JsonMapper mapper;
    private final Duration heartbeat;
    private final InstantSource clock;
    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();

    LiveSocket(BotRoutes bots, JsonMapper mapper, Duration heartbeat, InstantSource clock) {
        this.bots = bots;
        this.mapper = mapper;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    void register(RoutesConfig routes) {
        routes.wsBeforeUpgrade("/ws", ctx -> bots.bot(String.valueOf(ctx.queryParam("bot"))));
        routes.ws("/ws", this::configure);
    }

    @Override
    public void close() {
        clients.values().forEach(LiveClient::close);
        clients.clear();
    }

    private void configure(WsConfig socket) {
        socket.onConnect(this::connect);
        socket.onClose(this::disconnect);
        socket.onError(this::disconnect);
    }

    private void connect(WsContext ctx) {
        if (clients.size() >= MAX_CLIENTS) {
            ctx.closeSession(TRY_AGAIN_LATER, "too many watchers");
            return;
        }
        ctx.session.setIdleTimeout(IDLE);
        ctx.session.setMaxTextMessageSize(MAX_INCOMING_BYTES);
        BotBoard board = bots.bot(String.valueOf(ctx.queryParam("bot"))).board();
        String after = ctx.queryParam("after");
        clients.put(
                ctx.sessionId(),
                new LiveClient(board, after == null ? "" : after, mapper, heartbeat, clock, new Session(ctx)));
    }

    private void disconnect(WsContext ctx) {
        LiveClient client = clients.remove(ctx.sessionId());
        if (client != null) {
            client.close();
        }
    }

    private record Session(WsContext ctx) implements LiveClient.Connection {
        @Override
        public void send(String text) {
            ctx.send(text);
        }

        @Override
        public void close(String reason) {
            ctx.closeSession(TRY_AGAIN_LATER, reason);
        }
    }
}
