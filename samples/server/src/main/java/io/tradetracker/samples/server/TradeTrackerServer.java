package io.tradetracker.samples.server;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.strategy.StrategySpec;
import io.tradetracker.charts.service.ChartService;
import io.tradetracker.core.gateway.GatewaySnapshot;
import io.tradetracker.core.gateway.GatewayState;
import io.tradetracker.core.lease.LeaseTerms;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.pluginhost.PluginCatalog;
import io.tradetracker.pluginhost.StrategyEntry;
import io.tradetracker.postgres.CoreSchema;
import io.tradetracker.postgres.bot.PostgresBotJournal;
import io.tradetracker.postgres.lease.PostgresLeases;
import io.tradetracker.samples.server.bot.DemoBots;
import io.tradetracker.samples.server.database.EmbeddedDatabase;
import io.tradetracker.samples.server.market.Market;
import io.tradetracker.samples.server.web.Readiness;
import io.tradetracker.samples.server.web.WebServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All parts of a server, started in order and closed in the reverse one: plugins, port, database, bots. The port opens
 * early, so that one in use is noticed before anything else runs.
 */
public final class TradeTrackerServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TradeTrackerServer.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Readiness readiness = new Readiness();
    private String url = "";

    private boolean closed;

    /**
     * Starts all parts; returns when the server serves. Whoever closes it meanwhile waits, so nothing is left behind.
     *
     * @throws TradeTrackerException when a part cannot start; nothing keeps running then
     */
    public synchronized void start(ServerSettings settings) {
        if (closed) {
            throw new IllegalStateException("this server was closed; make a new one");
        }
        try {
            open(settings);
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    /** {@return where people find it} */
    public synchronized String url() {
        return url;
    }

    /** Closes bots, streams and port, connections, and the embedded database, in this order. Safe to call again. */
    @Override
    public synchronized void close() {
        closed = true;
        readiness.stopping();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failed) {
                LOG.error("A part of the server did not close: {}", failed.getMessage(), failed);
            }
        }
    }

    private void open(ServerSettings settings) {
        PluginCatalog plugins = keep(PluginCatalog.load(settings.plugins()));
        plugins.failures().forEach(failure -> LOG.warn("Plugin refused: {}", failure));
        List<StrategySpec> strategies =
                plugins.strategies().stream().map(StrategyEntry::spec).toList();
        // a machine without fonts is told so before anything else runs
        ChartService charts = ChartService.create();
        WebServer web = WebServer.start(settings.host(), settings.port(), readiness, () -> strategies, charts);
        if (web.isOpenToOthers()) {
            LOG.warn(
                    "--host {} lets others in: whoever reaches this machine steers its bots, there is no login",
                    settings.host());
        }
        try {
            readiness.starting("starting its database");
            Database database = keep(Database.open(databaseOf(settings)));
            CoreSchema.migrate(database);
            // Bots close before the port, the port before the database.
            keep(web);
            readiness.starting("opening its bots");
            serve(settings, plugins, database);
            url = web.url();
        } catch (RuntimeException | Error failed) {
            web.close();
            throw failed;
        }
    }

    private DatabaseConfig databaseOf(ServerSettings settings) {
        return settings.database()
                .orElseGet(() -> keep(EmbeddedDatabase.start(settings.home())).config());
    }

    private void serve(ServerSettings settings, PluginCatalog plugins, Database database) {
        PostgresLeases leases = new PostgresLeases(database, LeaseTerms.DEFAULT);
        if (settings.database().isEmpty()) {
            // the embedded database lets in one server at a time, so those that held leases are gone
            leases.freeAll();
        }
        Market market = keep(settings.market().open(database));
        DemoBots bots =
                keep(DemoBots.open(new PostgresBotJournal(database), leases, plugins, market, settings.speed()));
        String remedy = settings.database().isPresent()
                ? "start it again, and the server goes on by itself"
                : "restart the server, which starts its database";
        Map<String, Supplier<String>> checks = new LinkedHashMap<>();
        checks.put("database", () -> database.answers() ? "" : "The database does not answer: " + remedy + ".");
        market.gateway().ifPresent(gateway -> checks.put("account", () -> trouble(gateway.snapshot())));
        readiness.serving(bots::hosted, checks);
    }

    private static String trouble(GatewaySnapshot account) {
        return account.state() == GatewayState.TRADING
                ? ""
                : "Account " + account.account() + " is not traded: " + account.reason();
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }
}
