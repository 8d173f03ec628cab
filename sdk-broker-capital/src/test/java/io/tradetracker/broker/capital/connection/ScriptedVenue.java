package io.tradetracker.broker.capital.connection;

import io.tradetracker.broker.capital.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers what a test says, and log-ins by itself. */
final class ScriptedVenue implements AutoCloseable {
    static final CapitalCredentials KEY = new CapitalCredentials("key-4711", "trader@example.org", "s3cret|päss");

    final VirtualTime time = new VirtualTime();
    final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
    final Map<String, Function<RecordedRequest, MockResponse>> answers = new ConcurrentHashMap<>();
    final Line line;
    private final MockWebServer server = new MockWebServer();
    private int logins;

    ScriptedVenue() {
        this(CapitalMetrics.NONE);
    }

    ScriptedVenue(CapitalMetrics metrics) {
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
        RateBudget budget = new RateBudget(new RateLimits(1_000, 1, Duration.ZERO, Duration.ZERO), time, metrics);
        line = new Line(server.url("/").uri(), Duration.ofSeconds(2), budget, time, metrics);
        answers.put("POST /session", request -> login("A"));
        answers.put("GET /time", request -> json(200, "{\"serverTime\":1789000123456}"));
        answers.put("DELETE /session", request -> json(200, ""));
        answers.put("GET /ping", request -> json(200, "{\"status\":\"OK\"}"));
    }

    Session session() {
        return new Session(line, new LoginSettings(KEY, null, false, null));
    }

    Session session(String account) {
        return new Session(line, new LoginSettings(KEY, account, false, null));
    }

    Calls calls(Session session) {
        return new Calls(line, session, KEY.apiKey());
    }

    /** A log-in that begins with an account; its tokens are numbered. */
    MockResponse login(String account) {
        int number = ++logins;
        return json(200, "{\"currentAccountId\":\"" + account + "\",\"streamingHost\":\"ws://localhost/\"}")
                .newBuilder()
                .setHeader("cst", "client-" + number)
                .setHeader("x-security-token", "security-" + number)
                .build();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/plain")
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

    private synchronized MockResponse answer(RecordedRequest request) {
        String path = request.getTarget();
        int query = path.indexOf('?');
        String what =
                request.getMethod() + " " + (query < 0 ? path : path.substring(0, query)).replaceFirst("^/api/v1", "");
        arrived.add(what);
        Function<RecordedRequest, MockResponse> known = answers.get(what);
        return known == null ? refusal(404, "error.not-scripted") : known.apply(request);
    }

    @Override
    public void close() {
        line.close();
        server.close();
    }
}
