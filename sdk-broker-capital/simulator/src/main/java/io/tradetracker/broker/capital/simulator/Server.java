package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The HTTP side: turns requests into calls, and answers into bytes or cut connections. */
final class Server {
    private static final String API = "/api/v1";

    private final Gate gate;
    private final StreamHub hub;
    private final ObjectMapper mapper;

    Server(Gate gate, StreamHub hub, ObjectMapper mapper) {
        this.gate = gate;
        this.hub = hub;
        this.mapper = mapper;
    }

    /** {@return the server, listening on the loopback} */
    Javalin start(int port, List<Route> routes, Admin admin) {
        Javalin app = Javalin.create(config -> {
            configure(config);
            config.jetty.host = "127.0.0.1";
            config.jetty.port = port;
            routes.forEach(route -> add(config.routes, route));
            stream(config.routes);
            admin.register(config.routes);
        });
        return app.start();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        // silence is counted in venue time
        config.jetty.modifyWebSocketServletFactory(factory -> factory.setIdleTimeout(Duration.ZERO));
    }

    private void add(RoutesConfig routes, Route route) {
        HandlerType method = HandlerType.findOrCreate(route.method());
        routes.addHttpHandler(method, API + route.path(), context -> answer(context, gate.serve(route, call(context))));
    }

    private void stream(RoutesConfig routes) {
        routes.ws("/connect", socket -> {
            socket.onConnect(hub::connected);
            socket.onMessage(message -> hub.heard(message.sessionId(), message.message()));
            socket.onClose(close -> hub.closed(close.sessionId()));
        });
    }

    private Call.Incoming call(Context context) {
        Map<String, String> parameters = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> parameters.put(name, values.getFirst()));
        parameters.putAll(context.pathParamMap());
        Map<String, String> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String path = context.path().substring(API.length());
        String text = context.body();
        return new Call.Incoming(context.method().name(), path, parameters, headers, text, new Body(parse(text)));
    }

    private JsonNode parse(String text) {
        try {
            JsonNode json = text.isBlank() ? null : mapper.readTree(text);
            return json != null && json.isObject() ? json : mapper.createObjectNode();
        } catch (JsonProcessingException wrong) {
            return mapper.createObjectNode();
        }
    }

    private static void answer(Context context, Wire wire) {
        switch (wire) {
            case Wire.Cut() -> cut(context);
            case Wire.Text text -> {
                Session.Tokens tokens = text.tokens();
                if (tokens != null) {
                    context.header("CST", tokens.cst());
                    context.header("X-SECURITY-TOKEN", tokens.securityToken());
                }
                context.status(text.status()).contentType(text.contentType()).result(text.text());
            }
        }
    }

    /** Closes the connection under the request: the client gets no byte of an answer. */
    private static void cut(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
