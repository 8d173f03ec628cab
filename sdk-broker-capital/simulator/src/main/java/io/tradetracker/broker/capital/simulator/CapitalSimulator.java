package io.tradetracker.broker.capital.simulator;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A local Capital.com: the same REST and stream, the same rules, on its own time. Nothing happens by itself: time is
 * moved by {@link #advance}, and all that is due happens before it returns. Safe for use by several threads; closing it
 * ends every request and stream.
 */
public final class CapitalSimulator implements AutoCloseable {
    private final Venue venue;
    private final Sessions sessions;
    private final Traffic traffic;
    private final StreamHub hub;
    private final Faults faults;
    private final Credentials credentials;
    private final Admin admin;
    private final Javalin app;
    private @Nullable Playback playback;

    private CapitalSimulator(Settings settings, int port) {
        ObjectMapper mapper = mapper();
        venue = new Venue(settings);
        sessions = new Sessions(venue);
        traffic = new Traffic(settings.rules().limits());
        FaultPlan plan = new FaultPlan(settings.seed());
        hub = new StreamHub(venue, sessions, mapper);
        faults = new Faults(venue, sessions, plan, hub);
        credentials = new Credentials(
                venue.ids().token(), "trader@example.org", venue.ids().token());
        admin = new Admin(this, mapper, UUID.randomUUID().toString());
        Times times = new Times(settings.rules().local());
        MarketViews markets = new MarketViews(venue, times);
        AccountViews accounts = new AccountViews(times, markets);
        DealRoutes deals = new DealRoutes(venue, accounts);
        HistoryRoutes history = new HistoryRoutes(venue, times);
        SessionRoutes logins = new SessionRoutes(venue, sessions, credentials, accounts);
        Past past = new Past(venue, deals, history);
        venue.journal().beforeChange(past::remember);
        venue.feed().listen(hub);
        sessions.onSwitch(hub::stop);
        List<Route> routes = new ArrayList<>(logins.routes());
        routes.addAll(new PreferenceRoutes(venue).routes());
        routes.addAll(history.routes());
        routes.addAll(deals.routes());
        routes.addAll(new MarketRoutes(venue, markets, times).routes());
        routes.addAll(new WatchlistRoutes(venue, markets).routes());
        Gate gate = new Gate(venue, sessions, traffic, plan, past, mapper);
        app = new Server(gate, hub, mapper).start(port, routes, admin);
        logins.streamAt("ws://127.0.0.1:" + app.port() + "/");
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** {@return a description to fill in} */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    static CapitalSimulator start(Settings settings, int port) {
        return new CapitalSimulator(settings, port);
    }

    /** {@return where it listens, without {@code /api/v1}} */
    public URI url() {
        return URI.create("http://127.0.0.1:" + app.port());
    }

    /** {@return what the simulated user logs in with} */
    public Credentials credentials() {
        return credentials;
    }

    /** {@return what requests below {@code /admin} carry as {@code X-ADMIN-TOKEN}} */
    public String adminToken() {
        return admin.token();
    }

    /** {@return venue time; never waits} */
    public Instant time() {
        return venue.now();
    }

    /**
     * Moves venue time; all that is due until then has happened when this returns.
     *
     * @param time how far
     */
    public void advance(Duration time) {
        venue.locked(() -> venue.advanceTo(venue.now().plus(time)));
    }

    /**
     * Moves venue time to a moment.
     *
     * @param time not before {@link #time()}
     */
    public void advanceTo(Instant time) {
        venue.advanceTo(time);
    }

    /**
     * Moves time by itself from now on, along with the monotonic clock, until this is closed.
     *
     * @param speed venue time per real time
     * @throws IllegalStateException when it does so already
     */
    public void play(double speed) {
        venue.locked(() -> {
            if (playback != null) {
                throw new IllegalStateException("this venue plays already");
            }
            playback = new Playback(venue, speed).start();
        });
    }

    /**
     * Sets a price now, with all its effects.
     *
     * @param epic market
     * @param bid what sellers get
     * @param ask what buyers pay
     * @throws IllegalStateException when the market is closed
     */
    public void quote(String epic, BigDecimal bid, BigDecimal ask) {
        venue.quote(epic, bid, ask);
    }

    /** {@return what goes wrong on purpose} */
    public Faults faults() {
        return faults;
    }

    /** {@return the truth until now} */
    public VenueRecord record() {
        return venue.locked(() -> new VenueRecord(
                venue.now(),
                venue.journal().writes(),
                venue.journal().executions(),
                traffic.counts(),
                traffic.refused(),
                new VenueRecord.Open(sessions.count(), hub.count()),
                venue.accounts().stream().map(AccountRecord::of).toList(),
                hub.closed()));
    }

    @Override
    public void close() {
        venue.locked(() -> {
            if (playback != null) {
                playback.close();
            }
        });
        venue.close();
        app.stop();
    }
}
