package io.tradetracker.broker.capital.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as its handler sees it. */
final class Call {
    private final Incoming incoming;
    private final @Nullable Session session;

    Call(Incoming incoming, @Nullable Session session) {
        this.incoming = incoming;
        this.session = session;
    }

    /**
     * A request as it came.
     *
     * @param method GET, POST, PUT or DELETE
     * @param path below {@code /api/v1}
     * @param parameters of path and query
     * @param headers by lower case name
     * @param text the body as sent
     * @param body the same, parsed
     */
    record Incoming(
            String method,
            String path,
            Map<String, String> parameters,
            Map<String, String> headers,
            String text,
            Body body) {}

    Session session() {
        if (session == null) {
            throw Refusal.unauthorized("error.null.client.token");
        }
        return session;
    }

    Account account() {
        return session().account();
    }

    Body body() {
        return incoming.body;
    }

    @Nullable
    String header(String lowerCaseName) {
        return incoming.headers.get(lowerCaseName);
    }

    boolean has(String name) {
        return incoming.parameters.containsKey(name);
    }

    /** {@return a parameter of path or query, "" when it is absent} */
    String parameter(String name) {
        return incoming.parameters.getOrDefault(name, "");
    }

    int number(String name, int otherwise) {
        try {
            return has(name) ? Integer.parseInt(parameter(name)) : otherwise;
        } catch (NumberFormatException notNumber) {
            throw Refusal.badRequest("error.invalid." + name);
        }
    }
}
