package io.tradetracker.broker.capital.rest;

import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.broker.capital.connection.Ask;
import io.tradetracker.broker.capital.connection.Calls;
import io.tradetracker.broker.capital.connection.CapitalError;
import io.tradetracker.broker.capital.connection.CapitalException;
import io.tradetracker.broker.capital.connection.CapitalMetrics;
import io.tradetracker.broker.capital.connection.Purpose;
import io.tradetracker.broker.capital.connection.VenueJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every call of the service, on one account. Session, budget and repeating of what only reads are taken care of. Calls
 * block; safe for use by several threads.
 *
 * <p>Calls that read, and those that change something other than positions and orders, throw {@link CapitalException}.
 * Calls that change positions and orders leave at most once and throw nothing: they return what is known.
 */
public final class CapitalApi {
    private static final int MOST_EPICS = 50;
    private static final int MOST_NODES = 500;

    private final Calls calls;

    /** Makes the calls of a session. */
    public CapitalApi(Calls calls) {
        this.calls = calls;
    }

    /** {@return who receives measurements} */
    public CapitalMetrics metrics() {
        return calls.metrics();
    }

    // ---- session ----

    /** {@return the service's time} */
    public Instant time() {
        return Instant.ofEpochMilli(
                calls.read(Ask.get(Purpose.ACCOUNT, "time"), ServerTime.class).serverTime());
    }

    /** Keeps the session. */
    public void ping() {
        calls.read(Ask.get(Purpose.SESSION, "ping"), Done.class);
    }

    /** {@return the session as the service sees it} */
    public SessionState session() {
        return calls.read(Ask.get(Purpose.SESSION, "session"), SessionState.class);
    }

    // ---- accounts ----

    /** {@return all accounts of the user} */
    public List<Accounts.Account> accounts() {
        return calls.read(Ask.get(Purpose.ACCOUNT, "accounts"), Accounts.class).accounts();
    }

    /** {@return how the account trades} */
    public Preferences preferences() {
        return calls.read(Ask.get(Purpose.ACCOUNT, "accounts/preferences"), Preferences.class);
    }

    /**
     * Sets how the account trades.
     *
     * @param hedging whether long and short stay beside each other
     * @param leverages by kind of instrument; those that are missing stay
     */
    public void setPreferences(boolean hedging, Map<String, Integer> leverages) {
        calls.change(
                Ask.of("PUT", Purpose.ACCOUNT, "accounts/preferences")
                        .sending(Map.of("hedgingMode", hedging, "leverages", leverages)),
                Done.class);
    }

    /** Adds play money to a demo account, or takes some away. */
    public void topUp(BigDecimal amount) {
        calls.change(Ask.of("POST", Purpose.ACCOUNT, "accounts/topUp").sending(Map.of("amount", amount)), Done.class);
    }

    /**
     * {@return rows of the service's record, newest first, with details}
     *
     * @param from first moment, to the second
     * @param to last moment, to the second, at most a day later
     * @param filter such as {@code type==POSITION}; null for all
     */
    public List<Activities.Row> activities(Instant from, Instant to, @Nullable String filter) {
        Ask ask = Ask.get(Purpose.ACCOUNT, "history/activity")
                .with("from", VenueJson.seconds(from))
                .with("to", VenueJson.seconds(to))
                .with("detailed", true)
                .with("filter", filter);
        return calls.read(ask, Activities.class).activities();
    }

    /**
     * {@return movements of the account's money, newest first}
     *
     * @param type such as {@code TRADE}; null for all
     */
    public List<Transactions.Row> transactions(Instant from, Instant to, @Nullable String type) {
        Ask ask = Ask.get(Purpose.ACCOUNT, "history/transactions")
                .with("from", VenueJson.seconds(from))
                .with("to", VenueJson.seconds(to))
                .with("type", type);
        return calls.read(ask, Transactions.class).transactions();
    }

    // ---- dealing ----

    /** {@return what became of a request; empty while the service does not know, which proves nothing} */
    public Optional<DealConfirmation> confirmation(String dealReference) {
        return missing(
                () -> calls.read(Ask.get(Purpose.TRADING, "confirms/{}", dealReference), DealConfirmation.class));
    }

    /** {@return open positions} */
    public List<Positions.Row> positions() {
        return calls.read(Ask.get(Purpose.ACCOUNT, "positions"), Positions.class)
                .positions();
    }

    /** {@return an open position; empty when it is not there} */
    public Optional<Positions.Row> position(String dealId) {
        return missing(() -> calls.read(Ask.get(Purpose.ACCOUNT, "positions/{}", dealId), Positions.Row.class));
    }

    /** Opens a position at the market, or makes opposite ones smaller where the account does not hedge. */
    public SubmitOutcome open(NewPosition position, SendPermit permit) {
        return calls.deal(Ask.of("POST", Purpose.ORDER, "positions").sending(position), permit);
    }

    /** Sets the whole protection of a position. */
    public SubmitOutcome protect(String dealId, Protection protection, SendPermit permit) {
        return calls.deal(Ask.of("PUT", Purpose.TRADING, "positions/{}", dealId).sending(protection), permit);
    }

    /** Closes a whole position at the market. */
    public SubmitOutcome close(String dealId, SendPermit permit) {
        return calls.deal(Ask.of("DELETE", Purpose.TRADING, "positions/{}", dealId), permit);
    }

    /** {@return orders that wait} */
    public List<WorkingOrders.Row> workingOrders() {
        return calls.read(Ask.get(Purpose.ACCOUNT, "workingorders"), WorkingOrders.class)
                .workingOrders();
    }

    /** Places an order that waits. */
    public SubmitOutcome place(NewOrder order, SendPermit permit) {
        return calls.deal(Ask.of("POST", Purpose.ORDER, "workingorders").sending(order), permit);
    }

    /** Sets the whole state of an order that waits. */
    public SubmitOutcome amend(String dealId, OrderChange change, SendPermit permit) {
        return calls.deal(
                Ask.of("PUT", Purpose.TRADING, "workingorders/{}", dealId).sending(change), permit);
    }

    /** Takes an order back. */
    public SubmitOutcome cancel(String dealId, SendPermit permit) {
        return calls.deal(Ask.of("DELETE", Purpose.TRADING, "workingorders/{}", dealId), permit);
    }

    // ---- markets ----

    /** {@return the roots of the tree of instruments} */
    public Navigation navigation() {
        return calls.read(Ask.get(Purpose.MARKET, "marketnavigation"), Navigation.class);
    }

    /** {@return a node of the tree of instruments} */
    public Navigation navigation(String nodeId) {
        return calls.read(
                Ask.get(Purpose.MARKET, "marketnavigation/{}", nodeId).with("limit", MOST_NODES), Navigation.class);
    }

    /** {@return all instruments} */
    public List<MarketSummary> markets() {
        return calls.read(Ask.get(Purpose.MARKET, "markets"), Markets.class).markets();
    }

    /** {@return instruments whose name is like that} */
    public List<MarketSummary> search(String text) {
        return calls.read(Ask.get(Purpose.MARKET, "markets").with("searchTerm", text), Markets.class)
                .markets();
    }

    /**
     * {@return all about instruments}
     *
     * @param epics at most 50
     */
    public List<MarketDetails> markets(List<String> epics) {
        if (epics.isEmpty() || epics.size() > MOST_EPICS) {
            throw new IllegalArgumentException(
                    epics.size() + " instruments: ask for 1 to " + MOST_EPICS + " at a time");
        }
        Ask ask = Ask.get(Purpose.MARKET, "markets").with("epics", String.join(",", epics));
        return calls.read(ask, MarketDetails.Many.class).marketDetails();
    }

    /** {@return all about an instrument} */
    public MarketDetails market(String epic) {
        return calls.read(Ask.get(Purpose.MARKET, "markets/{}", epic), MarketDetails.class);
    }

    /**
     * {@return candles, oldest first; none when nothing was quoted then}
     *
     * @param max most candles, at most 1000
     * @param from first open time; null for the newest candles
     * @param to last open time, not in the future, at most {@code max - 1} candles later
     */
    public List<Prices.Row> prices(
            String epic, Resolution resolution, int max, @Nullable Instant from, @Nullable Instant to) {
        Ask ask = Ask.get(Purpose.MARKET, "prices/{}", epic)
                .with("resolution", resolution)
                .with("max", max)
                .with("from", from == null ? null : VenueJson.seconds(from))
                .with("to", to == null ? null : VenueJson.seconds(to));
        try {
            return calls.read(ask, Prices.class).prices();
        } catch (CapitalException failed) {
            if (failed.venueCode().equals("error.prices.not-found")
                    || failed.venueCode().equals(CapitalException.NO_CODE_404)) {
                return List.of();
            }
            throw failed;
        }
    }

    /** {@return what the service's clients hold, for each instrument} */
    public List<Sentiments.Sentiment> sentiments(List<String> epics) {
        Ask ask = Ask.get(Purpose.MARKET, "clientsentiment").with("marketIds", String.join(",", epics));
        return calls.read(ask, Sentiments.class).clientSentiments();
    }

    /** {@return what the service's clients hold of an instrument} */
    public Sentiments.Sentiment sentiment(String epic) {
        return calls.read(Ask.get(Purpose.MARKET, "clientsentiment/{}", epic), Sentiments.Sentiment.class);
    }

    // ---- watchlists ----

    /** {@return all lists} */
    public List<Watchlists.Watchlist> watchlists() {
        return calls.read(Ask.get(Purpose.MARKET, "watchlists"), Watchlists.class)
                .watchlists();
    }

    /**
     * Makes a list.
     *
     * @param name 1 to 20 characters
     */
    public Watchlists.Made makeWatchlist(String name, List<String> epics) {
        return calls.change(
                Ask.of("POST", Purpose.MARKET, "watchlists").sending(Map.of("name", name, "epics", epics)),
                Watchlists.Made.class);
    }

    /** {@return the instruments of a list} */
    public List<MarketSummary> watchlist(String id) {
        return calls.read(Ask.get(Purpose.MARKET, "watchlists/{}", id), Markets.class)
                .markets();
    }

    /** Adds an instrument to a list. */
    public void addToWatchlist(String id, String epic) {
        calls.change(Ask.of("PUT", Purpose.MARKET, "watchlists/{}", id).sending(Map.of("epic", epic)), Done.class);
    }

    /** Takes an instrument from a list. */
    public void removeFromWatchlist(String id, String epic) {
        calls.change(Ask.of("DELETE", Purpose.MARKET, "watchlists/{}/{}", id, epic), Done.class);
    }

    /** Deletes a list. */
    public void deleteWatchlist(String id) {
        calls.change(Ask.of("DELETE", Purpose.MARKET, "watchlists/{}", id), Done.class);
    }

    /** What is missing is empty, but only when the service itself says that it is. */
    private static <T> Optional<T> missing(java.util.function.Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (CapitalException failed) {
            if (failed.code() == CapitalError.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
