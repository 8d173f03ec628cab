package io.tradetracker.broker.capital;

import io.tradetracker.broker.capital.connection.Calls;
import io.tradetracker.broker.capital.connection.CapitalError;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.Line;
import io.tradetracker.broker.capital.connection.LoginSettings;
import io.tradetracker.broker.capital.connection.RateBudget;
import io.tradetracker.broker.capital.connection.Session;
import io.tradetracker.broker.capital.market.CapitalMarketData;
import io.tradetracker.broker.capital.market.Instruments;
import io.tradetracker.broker.capital.rest.Accounts;
import io.tradetracker.broker.capital.rest.CapitalApi;
import io.tradetracker.broker.capital.stream.CapitalStream;
import io.tradetracker.broker.capital.trading.CapitalBroker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Capital.com with one key: everybody in a program who uses the key shares it, and so one budget of
 * requests, one stream and one session for each account. Nothing is sent before something is asked for. Then it has a
 * thread for each session, which keeps it, and threads for prices that somebody listens to. Safe for use by several
 * threads.
 *
 * <pre>{@code
 * try (CapitalCom capital = CapitalCom.connect(CapitalSettings.demo(credentials))) {
 *     Broker broker = capital.broker();
 *     MarketData prices = capital.marketData();
 * }
 * }</pre>
 */
public final class CapitalCom implements AutoCloseable {
    private static final String FIRST = "";
    private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(5);

    private final CapitalSettings settings;
    private final Line line;
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private @Nullable CapitalStream stream;
    private @Nullable CapitalMarketData prices;
    private boolean closed;

    private CapitalCom(CapitalSettings settings) {
        this.settings = settings;
        RateBudget budget = new RateBudget(settings.limits(), settings.time(), settings.metrics());
        line = new Line(settings.host(), settings.requestTimeout(), budget, settings.time(), settings.metrics());
    }

    /**
     * {@return a connection} Nothing is sent yet.
     *
     * @throws IllegalArgumentException when the host is no HTTP address
     */
    public static CapitalCom connect(CapitalSettings settings) {
        return new CapitalCom(settings);
    }

    /**
     * {@return all accounts of the key's owner on this host}
     *
     * @throws CapitalException when the service refuses or cannot be reached
     */
    public List<Accounts.Account> accounts() {
        return api().accounts();
    }

    /**
     * {@return trading on the account that a log-in begins with, and on no other after that}
     *
     * @throws CapitalException when the service refuses or cannot be reached
     */
    public CapitalBroker broker() {
        return broker(desk(FIRST));
    }

    /**
     * {@return trading on an account, with a session of its own}
     *
     * @param accountId as {@link #accounts()} tells
     * @throws CapitalException when the service refuses or cannot be reached
     */
    public CapitalBroker broker(String accountId) {
        return broker(desk(accountId));
    }

    private CapitalBroker broker(Desk desk) {
        return CapitalBroker.open(
                desk.api,
                desk.session,
                desk.instruments,
                settings.requestTimeout().plus(AFTER_TIMEOUT));
    }

    /**
     * {@return prices} Closing it does nothing; they end with this connection.
     *
     * @throws CapitalException when the service refuses or cannot be reached
     */
    public CapitalMarketData marketData() {
        Desk desk = desk(FIRST);
        desk.session.tokens();
        synchronized (this) {
            CapitalStream running = stream;
            if (running == null) {
                running = new CapitalStream(line, desk.session, desk.api, settings.streamTerms());
                stream = running;
            }
            CapitalMarketData known = prices;
            if (known == null) {
                known = new CapitalMarketData(
                        desk.api, desk.session, desk.instruments, running, settings.time(), settings.metrics());
                prices = known;
            }
            return known;
        }
    }

    /** {@return every call of the service, on the account that a log-in begins with} */
    public CapitalApi api() {
        return desk(FIRST).api;
    }

    /** {@return every call of the service, on an account} */
    public CapitalApi api(String accountId) {
        return desk(accountId).api;
    }

    private synchronized Desk desk(String accountId) {
        if (closed) {
            throw new CapitalException(CapitalError.CLOSED, "This connection was closed: make a new one.");
        }
        return desks.computeIfAbsent(accountId, id -> open(id.equals(FIRST) ? null : id));
    }

    private Desk open(@Nullable String accountId) {
        LoginSettings login = new LoginSettings(
                settings.credentials(),
                accountId,
                settings.encryptedLogin(),
                settings.streamHost() == null ? null : settings.streamHost().toString());
        Session session = new Session(line, login);
        CapitalApi api =
                new CapitalApi(new Calls(line, session, settings.credentials().apiKey()));
        return new Desk(session, api, new Instruments(api, settings.time()));
    }

    /** Ends subscriptions, logs out and lets the sockets go. Positions and orders stay. Safe to call again. */
    @Override
    public void close() {
        CapitalStream running;
        List<Desk> open;
        synchronized (this) {
            closed = true;
            running = stream;
            stream = null;
            open = List.copyOf(desks.values());
            desks.clear();
        }
        if (running != null) {
            running.close();
        }
        open.forEach(desk -> desk.session.close());
        line.close();
    }

    private record Desk(Session session, CapitalApi api, Instruments instruments) {}
}
