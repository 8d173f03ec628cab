package io.tradetracker.postgres.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Answers the calls of other processes, each in a thread of its own. */
final class BrokerServer implements AutoCloseable {
    private final ServerSocket server;
    private final BiFunction<String, Call, @Nullable Object> answers;

    BrokerServer(BiFunction<String, Call, @Nullable Object> answers) throws IOException {
        this.answers = answers;
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("broker-server").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** An answer that cannot be given, since the process is dead or the venue throws, is none. */
    private void answer(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String cell = in.readLine();
            Call call = Wire.read(in.readLine());
            String line = Wire.write(answers.apply(cell, call)) + "\n";
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException gone) {
            // the other side sees a connection that was closed without an answer
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
