package io.tradetracker.samples.server.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.charts.service.ChartService;
import io.tradetracker.json.JsonMappers;
import io.tradetracker.samples.server.ServerError;
import java.math.BigDecimal;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The HTTP side. Handlers run on virtual threads. Closing it ends every stream and request. */
public final class WebServer implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final long MAX_BODY_BYTES = 16_000;

    private final Javalin app;
    private final LiveSocket live;
    private final ListenAddress address;

    private WebServer(Javalin app, LiveSocket live, ListenAddress address) {
        this.app = app;
        this.live = live;
        this.address = address;
    }

    /**
     * Opens the port.
     *
     * @param host address to listen on
     * @param port 0 for a free one
     * @param readiness what the server has so far
     * @param strategies what plugins offer
     * @param charts draws pictures
     * @throws TradeTrackerException HOST_UNUSABLE or PORT_IN_USE
     */
    public static WebServer start(
            String host, int port, Readiness readiness, Supplier<List<StrategySpec>> strategies, ChartService charts) {
        ListenAddress address = ListenAddress.of(host);
        JsonMapper mapper = wireMapper();
        BotRoutes bots = new BotRoutes(readiness, strategies);
        LiveSocket live = new LiveSocket(bots, mapper, HEARTBEAT, InstantSource.system());
        Javalin app = Javalin.create(config -> {
            configure(config, mapper);
            config.jetty.host = host;
            config.jetty.port = port;
            new SiteGuard(address).register(config.routes);
            WebErrors.register(config.routes);
            new VendorFiles().register(config.routes);
            bots.register(config.routes);
            new ChartRoutes(bots, charts).register(config.routes);
            live.register(config.routes);
        });
        return new WebServer(started(app, host, port), live, address);
    }

    /** {@return where people find it} */
    public String url() {
        return "http://" + address.inUrl() + ":" + app.port();
    }

    /** {@return whether other machines can reach it; it has no login} */
    public boolean isOpenToOthers() {
        return address.isOpenToOthers();
    }

    @Override
    public void close() {
        live.close();
        app.stop();
    }

    private static void configure(JavalinConfig config, JsonMapper mapper) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson(mapper, true));
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/web";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
    }

    /** Decimals travel as text: a browser's numbers would lose digits. */
    private static JsonMapper wireMapper() {
        JsonMapper mapper = JsonMappers.strict();
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }

    private static Javalin started(Javalin app, String host, int port) {
        try {
            return app.start();
        } catch (RuntimeException failed) {
            app.stop();
            throw bindFailure(failed)
                    .map(bind -> notOpened(host, port, bind))
                    .map(RuntimeException.class::cast)
                    .orElse(failed);
        }
    }

    private static Optional<BindException> bindFailure(@Nullable Throwable failed) {
        if (failed == null) {
            return Optional.empty();
        }
        return failed instanceof BindException bind ? Optional.of(bind) : bindFailure(failed.getCause());
    }

    private static TradeTrackerException notOpened(String host, int port, BindException failed) {
        boolean forbidden = String.valueOf(failed.getMessage()).contains("Permission denied");
        String why = forbidden ? "this user may not use it" : "another program listens there: stop it";
        return new TradeTrackerException(
                ServerError.PORT_IN_USE,
                "port " + port + " of " + host + " cannot be opened, " + why + ", or choose another port with "
                        + "--port, -Dserve.port or TRADETRACKER_PORT",
                failed);
    }
}
