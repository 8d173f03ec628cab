package io.tradetracker.broker.capital.simulator;

import java.util.function.Function;

/**
 * One pair of method and path.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path below {@code /api/v1}
 * @param access whether it needs a session
 * @param handler what it answers
 */
record Route(String method, String path, Access access, Function<Call, Json> handler) {
    /** Who may call. */
    enum Access {
        OPEN,
        SESSION
    }

    static Route open(String method, String path, Function<Call, Json> handler) {
        return new Route(method, path, Access.OPEN, handler);
    }

    static Route of(String method, String path, Function<Call, Json> handler) {
        return new Route(method, path, Access.SESSION, handler);
    }

    boolean isDealing() {
        return path.startsWith("/positions") || path.startsWith("/workingorders");
    }

    /** {@return whether it changes positions or orders} */
    boolean isWrite() {
        return isDealing() && !isRead();
    }

    boolean isRead() {
        return "GET".equals(method);
    }

    boolean isLogin() {
        return "POST".equals(method) && "/session".equals(path);
    }

    /** {@return whether it may create a deal} */
    boolean isOrder() {
        return isDealing() && "POST".equals(method);
    }
}
