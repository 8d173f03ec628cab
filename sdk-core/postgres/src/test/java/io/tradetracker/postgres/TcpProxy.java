package io.tradetracker.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A way to a server that can be cut: connections end, and new ones are refused. It can also freeze one connection. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch frozen = new CountDownLatch(1);
    private volatile boolean cut;
    private volatile @Nullable String lastWords;

    public TcpProxy(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("tcp-proxy").start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void cut() {
        cut = true;
        sockets.forEach(TcpProxy::end);
    }

    /** From the message with these words on, nothing more of its client reaches the server. */
    public void freezeAfter(String words) {
        lastWords = words;
    }

    /** Returns when a client has said its last words. */
    public void awaitFrozen() throws InterruptedException {
        frozen.await();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket from = server.accept();
                if (cut) {
                    end(from);
                } else {
                    Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(from);
                    sockets.add(to);
                    Thread.ofVirtual().start(() -> carryUntilFrozen(from, to));
                    Thread.ofVirtual().start(() -> carry(to, from));
                }
            } catch (IOException closed) {
                // the next connection may work; a closed server ends the loop
            }
        }
    }

    private void carryUntilFrozen(Socket from, Socket to) {
        byte[] part = new byte[65_536];
        try {
            boolean goesOn = true;
            for (int length = from.getInputStream().read(part); length >= 0; ) {
                if (goesOn) {
                    to.getOutputStream().write(part, 0, length);
                    goesOn = !isLast(new String(part, 0, length, StandardCharsets.ISO_8859_1));
                }
                length = from.getInputStream().read(part);
            }
        } catch (IOException ended) {
            // cut, or one side went
        } finally {
            end(from);
            end(to);
        }
    }

    private boolean isLast(String message) {
        String words = lastWords;
        if (words == null || !message.contains(words)) {
            return false;
        }
        frozen.countDown();
        return true;
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // cut, or one side went
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to end
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        server.close();
    }
}
