package io.tradetracker.broker.capital.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.api.broker.SendPermit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One exchange over HTTP, within the budget of a key: it repeats nothing and follows nowhere. Safe for use by several
 * threads.
 */
public final class Line implements AutoCloseable {
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final HttpUrl base;
    private final JsonMapper mapper;
    private final RateBudget budget;
    private final ElapsedTime time;
    private final CapitalMetrics metrics;

    /**
     * Makes a line; nothing is sent yet.
     *
     * @param host of the service, with scheme and port and without a path of its version
     * @param timeout of a request, from connecting to the end of the answer
     * @throws IllegalArgumentException when the host is no HTTP address
     */
    public Line(URI host, Duration timeout, RateBudget budget, ElapsedTime time, CapitalMetrics metrics) {
        HttpUrl url = HttpUrl.get(host);
        if (url == null) {
            throw new IllegalArgumentException("host '" + host + "' must be an address such as https://example.org");
        }
        base = url.newBuilder().addPathSegments("api/v1").build();
        this.budget = budget;
        this.time = time;
        this.metrics = metrics;
        mapper = VenueJson.mapper();
        client = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .callTimeout(timeout)
                .addNetworkInterceptor(Line::askPermit)
                .build();
    }

    /** {@return how the service's JSON is read} */
    public JsonMapper mapper() {
        return mapper;
    }

    /** {@return the time that pauses and limits go by} */
    public ElapsedTime time() {
        return time;
    }

    /** {@return who receives measurements} */
    public CapitalMetrics metrics() {
        return metrics;
    }

    /**
     * Opens a stream.
     *
     * @param url with the scheme {@code ws} or {@code wss}
     * @throws IllegalArgumentException when it is no such address
     */
    public WebSocket open(String url, WebSocketListener listener) {
        return client.newBuilder()
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .build()
                .newWebSocket(new Request.Builder().url(url).build(), listener);
    }

    /** {@return whether the service was asked too much, so that nothing leaves for a while} */
    boolean isPaused() {
        return budget.isPaused();
    }

    Reply exchange(Ask ask, String apiKey, @Nullable Tokens tokens) throws IOException {
        return exchange(ask, apiKey, tokens, new Departure(SendPermit.ALWAYS));
    }

    /**
     * {@return the answer}
     *
     * @throws IOException when there was none, or none that came to its end
     * @throws TooLongException when it had no end within reason
     */
    Reply exchange(Ask ask, String apiKey, @Nullable Tokens tokens, Departure departure) throws IOException {
        Request request = request(ask, apiKey, tokens, departure);
        boolean isLogin = ask.purpose() == Purpose.SESSION && ask.method().equals("POST");
        RateBudget.Place place = place(ask.purpose(), isLogin);
        try {
            Reply reply = exchange(ask, request);
            if (reply.status() == 429) {
                budget.tooMuch();
            } else if (reply.isSuccess()) {
                budget.taken();
            }
            return reply;
        } finally {
            place.leave();
        }
    }

    private RateBudget.Place place(Purpose purpose, boolean isLogin) throws IOException {
        try {
            return budget.take(purpose, isLogin);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it waited for its turn");
        }
    }

    private Reply exchange(Ask ask, Request request) throws IOException {
        long from = time.nanos();
        int status = 0;
        try (Response response = client.newCall(request).execute()) {
            byte[] body = body(response.body().source());
            JsonNode json = json(body);
            status = response.code();
            return new Reply(status, response.headers(), json, json == null && !isNothing(body));
        } finally {
            metrics.answered(ask.what(), status, Duration.ofNanos(time.nanos() - from));
        }
    }

    private Request request(Ask ask, String apiKey, @Nullable Tokens tokens, Departure departure) {
        HttpUrl.Builder url = base.newBuilder();
        ask.path().forEach(url::addPathSegment);
        ask.query().forEach(url::addQueryParameter);
        Request.Builder request = new Request.Builder()
                .url(url.build())
                .method(ask.method(), body(ask))
                .tag(Departure.class, departure)
                .header("X-CAP-API-KEY", apiKey);
        if (tokens != null) {
            request.header("CST", tokens.clientToken()).header("X-SECURITY-TOKEN", tokens.securityToken());
        }
        return request.build();
    }

    private @Nullable RequestBody body(Ask ask) {
        Object body = ask.body();
        if (body == null) {
            boolean needsOne = ask.method().equals("POST") || ask.method().equals("PUT");
            return needsOne ? RequestBody.create(new byte[0], JSON) : null;
        }
        try {
            return RequestBody.create(mapper.writeValueAsBytes(body), JSON);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("cannot be written as JSON: " + ask.what(), impossible);
        }
    }

    /** What is cut short is no answer. */
    private static byte[] body(BufferedSource source) throws IOException {
        if (source.request(MOST_BYTES)) {
            throw new TooLongException();
        }
        return source.readByteArray();
    }

    private static boolean isNothing(byte[] body) {
        String begin = new String(body, 0, Math.min(body.length, 16), StandardCharsets.UTF_8).strip();
        return begin.isEmpty() || begin.equals("null");
    }

    /** JSON is read whatever type the answer claims to have. */
    private @Nullable JsonNode json(byte[] body) throws IOException {
        try {
            JsonNode node = mapper.readTree(body);
            return node == null || node.isMissingNode() || node.isNull() ? null : node;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    /** An answer that nobody wants to hold. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the answer is longer than " + (MOST_BYTES >> 20) + " MB");
        }
    }

    /** Runs when the connection is made and nothing has been written yet. */
    private static Response askPermit(Interceptor.Chain chain) throws IOException {
        Departure departure = chain.request().tag(Departure.class);
        if (departure != null) {
            departure.leave();
        }
        return chain.proceed(chain.request());
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        try {
            client.dispatcher().executorService().awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        client.connectionPool().evictAll();
    }
}
