package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The stream: who listens to what, and what they are told. */
final class StreamHub implements PriceListener {
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Venue venue;
    private final Sessions sessions;
    private final ObjectMapper mapper;
    private final StreamFaults faults;
    private final HeikinAshi heikinAshi = new HeikinAshi();
    private final Subscriptions subscriptions;
    private final Map<String, StreamSocket> sockets = new LinkedHashMap<>();
    private final Map<String, List<Bar>> closed = new LinkedHashMap<>();

    StreamHub(Venue venue, Sessions sessions, ObjectMapper mapper) {
        this.venue = venue;
        this.sessions = sessions;
        this.mapper = mapper;
        this.subscriptions = new Subscriptions(venue);
        this.faults = new StreamFaults(venue.settings().seed());
    }

    StreamFaults faults() {
        return faults;
    }

    /** {@return closed bars by "epic resolution"} */
    Map<String, List<Bar>> closed() {
        Map<String, List<Bar>> copy = new LinkedHashMap<>();
        closed.forEach((key, bars) -> copy.put(key, List.copyOf(bars)));
        return copy;
    }

    int count() {
        return sockets.size();
    }

    void connected(WsContext context) {
        venue.locked(() -> {
            StreamSocket socket = new StreamSocket(context, venue.now());
            sockets.put(context.sessionId(), socket);
            watch(context.sessionId(), socket);
        });
    }

    void closed(String id) {
        venue.locked(() -> {
            sockets.remove(id);
        });
    }

    private void watch(String id, StreamSocket socket) {
        Instant end = socket.lastFrame().plus(SILENCE);
        venue.timeline().at(end, Timeline.Rank.TIMER, () -> {
            if (sockets.get(id) == socket
                    && !venue.now().isBefore(socket.lastFrame().plus(SILENCE))) {
                drop(id);
            }
        });
    }

    private void drop(String id) {
        StreamSocket socket = sockets.remove(id);
        if (socket != null) {
            socket.cut();
        }
    }

    void cutAll() {
        List.copyOf(sockets.keySet()).forEach(this::drop);
    }

    /** A session has another account: what it heard so far ends. */
    void stop(Session session) {
        sockets.values().stream().filter(socket -> socket.session() == session).forEach(StreamSocket::stop);
    }

    void heard(String id, String text) {
        venue.locked(() -> {
            StreamSocket socket = sockets.get(id);
            if (socket != null) {
                socket.heard(venue.now());
                watch(id, socket);
                answer(socket, text);
            }
        });
    }

    private void answer(StreamSocket socket, String text) {
        if (faults.isSilent()) {
            return;
        }
        JsonNode message = parse(text);
        Json head = Json.of("destination", message.path("destination").asText(""))
                .with("correlationId", message.path("correlationId").asText(null));
        try {
            socket.belongsTo(sessions.find(
                    message.path("cst").asText(""),
                    message.path("securityToken").asText("")));
            Json payload = payload(socket, message);
            socket.send(write(Json.of("status", "OK").withAll(head).with("payload", payload)));
        } catch (Refusal refusal) {
            socket.send(write(error(head, refusal.code())));
        }
    }

    private Json payload(StreamSocket socket, JsonNode message) {
        String destination = message.path("destination").asText("");
        if ("ping".equals(destination)) {
            return new Json();
        }
        if (destination.endsWith(".subscribe")) {
            faults.checkSubscription();
            checkOthers(socket);
        }
        return subscriptions.apply(socket, destination, message.path("payload"));
    }

    private void checkOthers(StreamSocket socket) {
        boolean taken = sockets.values().stream()
                .anyMatch(other -> other != socket
                        && !other.epics().isEmpty()
                        && isLive(other)
                        && account(other) == account(socket));
        if (faults.isOnlyOne() && taken) {
            throw Refusal.tooMany();
        }
    }

    private static @Nullable Account account(StreamSocket socket) {
        Session session = socket.session();
        return session == null ? null : session.account();
    }

    private static Json error(Json head, String code) {
        return Json.of("status", "ERROR").withAll(head).with("payload", Json.of("errorCode", code));
    }

    void sendError(String code) {
        String text = write(error(Json.of("destination", "quote"), code));
        sockets.values().forEach(socket -> socket.send(text));
    }

    private JsonNode parse(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException wrong) {
            return mapper.createObjectNode();
        }
    }

    private String write(Json json) {
        try {
            return mapper.writeValueAsString(json.fields());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("this message cannot be written", impossible);
        }
    }

    @Override
    public void onQuote(Market market, Quote quote) {
        StreamFault fault = faults.takeQuote();
        Json payload = Json.of("epic", market.epic())
                .with("product", "CFD")
                .with("bid", fault == StreamFault.QUOTE_WITHOUT_BID ? null : quote.bid())
                .with("bidQty", 900.0)
                .with("ofr", fault == StreamFault.QUOTE_WITHOUT_ASK ? null : quote.ask())
                .with("ofrQty", 850.0)
                .with("timestamp", quote.time().toEpochMilli());
        tell("quote", List.of(payload), socket -> socket.quotes().contains(market.epic()));
        if (fault == StreamFault.CUT) {
            cutAll();
        }
    }

    @Override
    public void onBar(Market market, Resolution resolution, Bar bar) {
        closed.computeIfAbsent(market.epic() + " " + resolution, any -> new ArrayList<>())
                .add(bar);
        Bar smooth = heikinAshi.next(market.epic() + " " + resolution, bar);
        int times = faults.takeBarCopies();
        for (int copy = 0; copy < times; copy++) {
            tellBar(market, resolution, StreamSocket.BarType.CLASSIC, bar);
            tellBar(market, resolution, StreamSocket.BarType.HEIKIN_ASHI, smooth);
        }
    }

    /** Tells of the bar that is forming as if it were over. */
    void tellForming(Market market, Resolution resolution) {
        Instant open = resolution.open(venue.now());
        for (Bar bar : market.candles().between(resolution, open, open)) {
            tellBar(market, resolution, StreamSocket.BarType.CLASSIC, bar);
        }
    }

    private void tellBar(Market market, Resolution resolution, StreamSocket.BarType type, Bar bar) {
        StreamSocket.BarKey key = new StreamSocket.BarKey(market.epic(), resolution, type);
        List<Json> sides = List.of(side(key, bar, "bid", bar.bid()), side(key, bar, "ask", bar.ask()));
        tell("ohlc.event", sides, socket -> socket.bars().contains(key));
    }

    private static Json side(StreamSocket.BarKey key, Bar bar, String side, Bar.Ohlc prices) {
        return Json.of("resolution", key.resolution())
                .with("epic", key.epic())
                .with("type", key.type().text())
                .with("priceType", side)
                .with("t", bar.open().toEpochMilli())
                .with("o", prices.open())
                .with("h", prices.high())
                .with("l", prices.low())
                .with("c", prices.close());
    }

    private void tell(String destination, List<Json> payloads, Predicate<StreamSocket> wants) {
        if (faults.isSilent()) {
            return;
        }
        List<StreamSocket> listeners =
                sockets.values().stream().filter(wants).filter(this::isLive).toList();
        if (listeners.isEmpty()) {
            return;
        }
        for (Json payload : payloads) {
            String text = write(
                    Json.of("status", "OK").with("destination", destination).with("payload", payload));
            listeners.forEach(socket -> socket.send(text));
        }
    }

    private boolean isLive(StreamSocket socket) {
        @Nullable Session session = socket.session();
        return session != null && sessions.isAlive(session);
    }
}
