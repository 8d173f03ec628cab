package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client of the stream that knows nothing but its address. */
final class StreamClient implements WebSocket.Listener, AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final Api api;
    private final WebSocket socket;
    private int lastId;

    StreamClient(CapitalSimulator venue, Api api) {
        this.api = api;
        String host = api.get("/session").at("/streamEndpoint").asText();
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(host + "connect"), this)
                .join();
    }

    void send(String destination, String payload) {
        lastId++;
        String text = "{'destination':'" + destination + "','correlationId':'" + lastId + "','cst':'" + api.cst()
                + "','securityToken':'" + api.securityToken() + "'"
                + (payload.isEmpty() ? "" : ",'payload':" + payload) + "}";
        socket.sendText(text.replace('\'', '"'), true).join();
    }

    /** Sends and returns the answer; frames before it are dropped. */
    JsonNode ask(String destination, String payload) {
        send(destination, payload);
        String id = Integer.toString(lastId);
        JsonNode frame = next();
        while (!frame.path("correlationId").asText().equals(id)) {
            frame = next();
        }
        return frame;
    }

    /** {@return all frames up to the answer to a ping that is sent now} */
    List<JsonNode> untilPing() {
        send("ping", "");
        List<JsonNode> seen = new ArrayList<>();
        for (JsonNode frame = next(); !"ping".equals(frame.path("destination").asText()); frame = next()) {
            seen.add(frame);
        }
        return seen;
    }

    JsonNode next() {
        try {
            String frame = frames.poll(10, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame came");
            }
            return Api.parse(frame);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * {@return how it ended, 1006 when there was no closing handshake}
     *
     * <p>The JDK's client now and then misses the end of a connection until it writes.
     */
    int ended() {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return ended.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException open) {
                socket.sendPing(ByteBuffer.allocate(0)).whenComplete((sent, failed) -> endedIf(failed != null));
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
        throw new AssertionError("the stream is still open");
    }

    private void endedIf(boolean failed) {
        if (failed) {
            ended.complete(1006);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended.complete(status);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
