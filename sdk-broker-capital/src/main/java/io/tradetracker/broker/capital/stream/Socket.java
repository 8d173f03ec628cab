package io.tradetracker.broker.capital.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.broker.capital.connection.Line;
import io.tradetracker.broker.capital.connection.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** One socket: it opens, brings messages, and ends once. Safe for use by several threads. */
final class Socket extends WebSocketListener {
    private final Runnable changed;
    private final Consumer<String> messages;
    private final Tokens tokens;
    private final JsonMapper mapper;
    private final WebSocket socket;
    private volatile boolean open;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String end;
    private long sent;

    /**
     * Opens a socket.
     *
     * @param messages takes each message, on the socket's thread
     * @param changed called when it opened or ended
     */
    Socket(Line line, String url, Tokens tokens, Consumer<String> messages, Runnable changed) {
        this.changed = changed;
        this.messages = messages;
        this.tokens = tokens;
        mapper = line.mapper();
        socket = line.open(url, this);
    }

    Tokens tokens() {
        return tokens;
    }

    boolean isOpen() {
        return open && end == null;
    }

    /** {@return why it ended; null while it has not} */
    @Nullable
    String end() {
        return end;
    }

    /** {@return the name by which the answer will be known} */
    String send(String destination, @Nullable Object payload) {
        String name = Long.toString(++sent);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("destination", destination);
        message.put("correlationId", name);
        message.put("cst", tokens.clientToken());
        message.put("securityToken", tokens.securityToken());
        if (payload != null) {
            message.put("payload", payload);
        }
        try {
            if (!socket.send(mapper.writeValueAsString(message))) {
                end("what was to be sent piled up");
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("cannot be written as JSON: " + destination, impossible);
        }
        return name;
    }

    /** Ends it for the first reason that is given; no message is told of after this returns. */
    void end(String reason) {
        lock.lock();
        try {
            if (end == null) {
                end = reason;
            }
        } finally {
            lock.unlock();
        }
        socket.cancel();
        changed.run();
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        open = true;
        changed.run();
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        lock.lock();
        try {
            if (end == null) {
                messages.accept(text);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onClosing(WebSocket from, int code, String reason) {
        end("the service closed it with " + code);
    }

    @Override
    public void onClosed(WebSocket from, int code, String reason) {
        end("it was closed with " + code);
    }

    @Override
    public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
        end("it failed: " + failure.getClass().getSimpleName());
    }
}
