package io.tradetracker.broker.capital.hostile;

import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.VirtualTime;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.RateLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A server that answers as the service does until a test says otherwise, and counts what arrives. */
final class HostileVenue implements AutoCloseable {
    static final CapitalCredentials KEY = new CapitalCredentials("key-4711", "trader@example.org", "s3cret");
    static final String CLIENT_TOKEN = "client-token-1";
    static final String SECURITY_TOKEN = "security-token-1";
    /** Begins what a socket is closed with. */
    static final String CLOSE = "close:";

    static final String GOLD = """
            {"instrument":{"epic":"GOLD","currency":"USD","type":"COMMODITIES"},
             "dealingRules":{"minStepDistance":{"unit":"POINTS","value":0.01},
              "minDealSize":{"unit":"POINTS","value":0.1},"maxDealSize":{"unit":"POINTS","value":500},
              "minSizeIncrement":{"unit":"POINTS","value":0.1}},
             "snapshot":{"marketStatus":"TRADEABLE","bid":3500.20,"offer":3500.70,"decimalPlacesFactor":2}}""";

    final VirtualTime time = new VirtualTime();
    final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    final Map<String, Function<RecordedRequest, MockResponse>> answers = new ConcurrentHashMap<>();
    /** What was asked for, as it came. */
    final List<String> targets = Collections.synchronizedList(new ArrayList<>());

    final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    final List<String> streamed = Collections.synchronizedList(new ArrayList<>());
    volatile boolean answersPings = true;
    private final MockWebServer server = new MockWebServer();
    private volatile Consumer<WebSocket> onSubscribe = socket -> {};

    HostileVenue() {
        this(CLIENT_TOKEN, SECURITY_TOKEN);
    }

    HostileVenue(String clientToken, String securityToken) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        answer("POST /session", login(clientToken, securityToken));
        answer("DELETE /session", json(200, "{\"status\":\"SUCCESS\"}"));
        answer("GET /time", json(200, "{\"serverTime\":1789000123456}"));
        answer("GET /ping", json(200, "{\"status\":\"OK\"}"));
        answer("GET /accounts/preferences", json(200, "{\"hedgingMode\":false,\"leverages\":{}}"));
        answer("GET /markets/GOLD", json(200, GOLD));
    }

    URI url() {
        return server.url("/").uri();
    }

    CapitalCom connect(CapitalCredentials key) {
        return CapitalCom.connect(settings(key));
    }

    CapitalSettings settings(CapitalCredentials key) {
        return CapitalSettings.at(url(), key)
                .withPlainLogin()
                .withLimits(new RateLimits(1_000, 1, Duration.ZERO, Duration.ZERO))
                .withRequestTimeout(Duration.ofSeconds(20))
                .withTime(time);
    }

    private MockResponse login(String clientToken, String securityToken) {
        return login("{\"currentAccountId\":\"A\",\"streamingHost\":\"ws://" + server.getHostName() + ":"
                        + server.getPort() + "/\"}")
                .newBuilder()
                .setHeader("cst", clientToken)
                .setHeader("x-security-token", securityToken)
                .build();
    }

    static MockResponse login(String body) {
        return json(200, body)
                .newBuilder()
                .setHeader("cst", CLIENT_TOKEN)
                .setHeader("x-security-token", SECURITY_TOKEN)
                .build();
    }

    void answer(String what, MockResponse always) {
        answers.put(what, request -> always);
    }

    /** Says that to everybody who subscribes to something. */
    void stream(String... messages) {
        onSubscribe = socket -> {
            for (String message : messages) {
                if (message.startsWith(CLOSE)) {
                    socket.close(1008, message.substring(CLOSE.length()));
                } else {
                    socket.send(message);
                }
            }
        };
    }

    static MockResponse json(int status, String body) {
        return answer(status, "application/json", body);
    }

    static MockResponse answer(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build();
    }

    static MockResponse refusal(int status, String code) {
        return json(status, "{\"errorCode\":\"" + code + "\"}");
    }

    long count(String what) {
        synchronized (arrived) {
            return arrived.stream().filter(what::equals).count();
        }
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getTarget();
        targets.add(path);
        bodies.add(request.getBody() == null ? "" : request.getBody().utf8());
        if (path.equals("/connect")) {
            arrived.add("stream");
            return new MockResponse.Builder().webSocketUpgrade(new Speaker()).build();
        }
        int query = path.indexOf('?');
        String what =
                request.getMethod() + " " + (query < 0 ? path : path.substring(0, query)).replaceFirst("^/api/v1", "");
        arrived.add(what);
        Function<RecordedRequest, MockResponse> known = answers.get(what);
        return known == null ? refusal(404, "error.not-scripted") : known.apply(request);
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Speaker extends WebSocketListener {
        @Override
        public void onMessage(WebSocket socket, String text) {
            streamed.add(text);
            if (text.contains("marketData.subscribe") || text.contains("OHLCMarketData.subscribe")) {
                onSubscribe.accept(socket);
            } else if (text.contains("\"ping\"") && answersPings) {
                String name = text.replaceFirst(".*\"correlationId\":\"(\\d+)\".*", "$1");
                socket.send("{\"status\":\"OK\",\"destination\":\"ping\",\"correlationId\":\"" + name + "\"}");
            }
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, @org.jspecify.annotations.Nullable Response from) {
            socket.cancel();
        }
    }
}
