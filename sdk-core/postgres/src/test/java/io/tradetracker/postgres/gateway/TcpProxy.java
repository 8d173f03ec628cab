package io.tradetracker.postgres.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut: connections end, and new ones are refused. */
final class TcpProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    TcpProxy(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("tcp-proxy").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        cut = true;
        sockets.forEach(TcpProxy::end);
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
                    Thread.ofVirtual().start(() -> carry(from, to));
                    Thread.ofVirtual().start(() -> carry(to, from));
                }
            } catch (IOException closed) {
                // the next connection may work; a closed server ends the loop
            }
        }
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
