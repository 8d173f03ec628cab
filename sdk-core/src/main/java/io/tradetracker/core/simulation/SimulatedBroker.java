package io.tradetracker.core.simulation;

import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.Intent.Amend;
import io.tradetracker.api.strategy.Intent.Cancel;
import io.tradetracker.api.strategy.Intent.Enter;
import io.tradetracker.api.strategy.Intent.Exit;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.Losses;
import io.tradetracker.core.risk.RefusedCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills one strategy's orders from candles, on one account with one or several instruments. The rules are in the guide
 * "How fills work"; where a candle leaves a choice, the default is the one that is worse for the strategy.
 *
 * <p>Each candle of an instrument is given in three steps, {@link #onOpen}, {@link #onRange} and {@link #onClose}:
 * paper trading fills market orders as soon as a candle opens, and a strategy that hears of a fill does not see the
 * close yet. Instruments are counted from 0, the strategy's own. Used by one thread.
 */
public final class SimulatedBroker implements StrategyAccount {
    private final AccountSettings settings;
    private final List<Instrument> instruments;
    private final Records records;
    private final List<Rejection> rejections;
    private final List<RefusedCheck> refusedChecks;
    private final Account account;
    private final Book[] books;
    private final CandleMatcher[] matchers;
    private final EntryGate gate;
    private final boolean watchesLoss;
    private final boolean watchesMargin;
    private boolean wasBroke;
    private boolean called;
    private long decisions;

    /**
     * Makes an account.
     *
     * @param settings what it begins with
     * @param timeframe of the candles
     * @param markets what is traded, the strategy's own first
     */
    public SimulatedBroker(AccountSettings settings, Timeframe timeframe, List<SimulatedMarket> markets) {
        this.settings = settings;
        instruments = markets.stream().map(SimulatedMarket::instrument).toList();
        records = new Records(instruments);
        rejections = Collections.unmodifiableList(records.rejections);
        refusedChecks = Collections.unmodifiableList(records.refusedChecks);
        account = new Account(settings, records.charges);
        gate = new EntryGate(account, records);
        books = new Book[markets.size()];
        matchers = new CandleMatcher[markets.size()];
        for (int i = 0; i < books.length; i++) {
            books[i] = new Book(i, instruments.get(i), account, records, gate);
            matchers[i] = new CandleMatcher(books[i], settings.costs(), records, markets.get(i), timeframe.millis());
            account.add(books[i].holdings);
        }
        gate.watchOver(books);
        watchesLoss = gate.watchesLoss;
        watchesMargin = settings.rules().margin().isAskedFor();
    }

    /** {@return an account of one instrument} */
    public static SimulatedBroker of(AccountSettings settings, Instrument instrument, Timeframe timeframe) {
        return new SimulatedBroker(settings, timeframe, List.of(SimulatedMarket.of(instrument)));
    }

    /** Sets the indicators whose values may be distances of trailing stops; each has a name of its own. */
    @Override
    public void indicators(List<Indicator> declared) {
        Map<String, Indicator> byName =
                declared.stream().collect(Collectors.toUnmodifiableMap(Indicator::name, Function.identity()));
        for (Book book : books) {
            book.indicators(byName);
        }
    }

    /** A candle opened: market orders fill, and whatever the open has passed. */
    @Override
    public void onOpen(int instrument, long timeMillis, double price) {
        if (watchesLoss) {
            gate.onTime(timeMillis);
        }
        matchers[instrument].open(timeMillis, price);
    }

    /** The prices of the candle that opened last are known: stops and limits inside it fill. */
    @Override
    public void onRange(int instrument, double high, double low, double close) {
        matchers[instrument].range(high, low, close);
    }

    /**
     * A bid and an ask were quoted: takes the place of a candle of one price, whose spread they are. An instrument that
     * was quoted once goes on with quotes.
     *
     * @param timeMillis when, not before the one before
     */
    public void onQuote(int instrument, long timeMillis, double bid, double ask) {
        if (watchesLoss) {
            gate.onTime(timeMillis);
        }
        matchers[instrument].quote(timeMillis, bid, ask);
        onMoment(timeMillis);
    }

    /** {@return whether nothing can fill, be charged or be limited in the next candle} */
    @Override
    public boolean isQuiet(int instrument) {
        return !watchesLoss && matchers[instrument].isQuiet();
    }

    /** {@return candles in which nothing can fill, while they pass; at the last of them, tell of the whole candle} */
    @Override
    public QuietStretch quietStretch() {
        return account.stretch;
    }

    /** Computes the equity at the closes of candles in which nothing could fill, with the position that is open now. */
    @Override
    public void quietEquity(CandleSeries series, int from, int to, double[] equity) {
        if (isFlat()) {
            Arrays.fill(equity, from, to, account.equity());
        } else {
            account.equity(books[0].holdings, series, from, to, equity);
        }
        int checked = isFlat() ? Math.min(from + 1, to) : to;
        for (int i = from; i < checked; i++) {
            if (equity[i] <= 0) {
                onNothingLeft(series.timeMillis(i) + series.timeframe().millis());
                return;
            }
        }
    }

    /**
     * A candle in which nothing could fill is over; takes the place of open, range and close.
     *
     * @param timeMillis when it opened
     */
    @Override
    public void onQuietCandle(int instrument, long timeMillis, double open, double close) {
        matchers[instrument].passQuietly(timeMillis, open, close);
    }

    /** The candle is over: stops follow, and equity counts its close. Its indicators are up to date by now. */
    @Override
    public void onClose(int instrument, double close) {
        matchers[instrument].close(close);
    }

    /** Every candle that closes at this moment is over: limits of the account are looked at. */
    @Override
    public void onMoment(long timeMillis) {
        if (watchesLoss) {
            gate.act(timeMillis);
        }
        if (watchesMargin) {
            watchMargin(timeMillis);
        }
    }

    /** Candles closed while nobody ran the strategy: losses are counted, and acted on at the next moment. */
    @Override
    public void onUnattendedMoment() {
        if (watchesLoss) {
            gate.follow();
        }
    }

    /** Nothing is left, and no margin is asked for that would have closed the account: the report says so, once. */
    public void onNothingLeft(long timeMillis) {
        if (!watchesMargin && !wasBroke) {
            wasBroke = true;
            records.notice(
                    timeMillis,
                    "EQUITY_BELOW_ZERO",
                    "equity fell to zero or below, where a real account would have been closed: set a leverage, or"
                            + " smaller sizes");
        }
    }

    /** Fills market orders at the closes of the candles just finished. */
    @Override
    public void fillAtClose(long closeTimeMillis) {
        for (CandleMatcher matcher : matchers) {
            matcher.fillAtClose(closeTimeMillis);
        }
    }

    /** Closes every position at the last close. */
    @Override
    public void closeAll(FillReason reason, long timeMillis) {
        for (CandleMatcher matcher : matchers) {
            matcher.closeAll(reason, timeMillis);
        }
    }

    /**
     * Takes what one decision wants, in its order. What cannot be done is added to {@link #rejections()}.
     *
     * @param timeMillis the moment of the decision
     * @param nextCandleOnly whether its orders may not fill in the candle in progress, whose prices may be older
     */
    @Override
    public void submit(List<Intent> intents, long timeMillis, boolean nextCandleOnly) {
        decisions++;
        for (Intent intent : intents) {
            submit(intent, timeMillis, nextCandleOnly);
        }
    }

    private void submit(Intent intent, long timeMillis, boolean nextCandleOnly) {
        if (intent instanceof Cancel cancel
                && cancel.instrument() == null
                && cancel.tag().isEmpty()) {
            for (Book book : books) {
                book.orders.cancel("");
            }
            return;
        }
        Book book = bookOf(intent.instrument());
        if (book == null) {
            records.reject(
                    timeMillis,
                    "",
                    new Refusal(
                            "UNKNOWN_INSTRUMENT",
                            "the run has no " + intent.instrument() + ", only "
                                    + instruments.stream().map(Instrument::id).toList()));
            return;
        }
        switch (intent) {
            case Enter entry -> book.enter(entry, timeMillis, unique(entry.group()), nextCandleOnly);
            case Exit exit -> book.exit(exit, timeMillis, unique(exit.group()), nextCandleOnly);
            case Amend amend -> book.amend(amend, timeMillis);
            case Cancel cancel -> book.orders.cancel(cancel.tag());
        }
    }

    private @Nullable Book bookOf(@Nullable InstrumentId id) {
        if (id == null) {
            return books[0];
        }
        for (Book book : books) {
            if (book.instrument.id().equals(id)) {
                return book;
            }
        }
        return null;
    }

    /** A group is of one decision: two pairs of two decisions have nothing to do with each other. */
    private String unique(String group) {
        return group.isEmpty() ? "" : decisions + ":" + group;
    }

    /** The run is halted: orders that would open or enlarge a position are taken back; the rest stays. */
    @Override
    public void halt(long timeMillis) {
        for (Book book : books) {
            book.cancelEntries(timeMillis, new Refusal("HALTED", "the run was halted before the order filled"));
        }
    }

    /**
     * Somebody pulled the kill switch: orders that would open or enlarge a position are taken back and refused until
     * {@link #resume}; with {@link io.tradetracker.core.risk.HaltMode#CLOSE} positions are closed at the market.
     */
    @Override
    public void kill(KillSwitch killSwitch) {
        gate.kill(killSwitch);
    }

    /** Somebody lets entries go on after a kill switch or a drawdown that reached its limit. */
    @Override
    public void resume(Instant time, String reason) {
        gate.resume(time, reason);
    }

    /** {@return the switch that was pulled; null when there is none} */
    @Override
    public @Nullable KillSwitch killSwitch() {
        return gate.watch().killSwitch();
    }

    /** {@return how much the account lost; followed while the order rules limit losses} */
    public Losses losses() {
        return gate.watch().losses();
    }

    private void watchMargin(long timeMillis) {
        double used = account.marginUsed();
        boolean below =
                used > 0 && account.equity() < used * settings.rules().margin().callPercent() / 100;
        if (below && !called) {
            records.notice(
                    timeMillis,
                    "MARGIN_CALL",
                    String.format(Locale.ROOT, "equity %.2f is below the margin in use, %.2f", account.equity(), used));
        }
        called = below;
    }

    /** {@return the open position of an instrument; a live view} */
    @Override
    public PositionView position(int instrument) {
        return books[instrument].lots;
    }

    /** {@return the open position of the strategy's own instrument; a live view} */
    public PositionView position() {
        return books[0].lots;
    }

    /** {@return whether nothing is held of any instrument} */
    public boolean isFlat() {
        for (Book book : books) {
            if (!book.lots.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** {@return orders of an instrument that wait, oldest first} */
    @Override
    public List<OrderView> orders(int instrument) {
        return books[instrument].orders.views(instruments.get(instrument).id());
    }

    /** {@return all orders that wait} */
    public List<OrderView> orders() {
        List<OrderView> all = new ArrayList<>();
        for (int i = 0; i < books.length; i++) {
            all.addAll(orders(i));
        }
        return List.copyOf(all);
    }

    /** {@return all fills so far; a live view} */
    @Override
    public FillLog fills() {
        return records.fills;
    }

    /** {@return what closed what, so far; a live view} */
    public LotLog lots() {
        return records.lots;
    }

    /** {@return what holding positions has cost so far; a live view} */
    public ChargeLog charges() {
        return records.charges;
    }

    /** {@return everything refused so far, oldest first; a live view} */
    @Override
    public List<Rejection> rejections() {
        return rejections;
    }

    /** {@return the checks of the order rules that refused something so far, oldest first; a live view} */
    @Override
    public List<RefusedCheck> refusedChecks() {
        return refusedChecks;
    }

    /** {@return margin calls, halts and the like so far, oldest first} */
    public List<AccountNotice> notices() {
        return List.copyOf(records.notices);
    }

    /** {@return candles in which the unknown order of prices decided what filled} */
    public int ambiguousCandles() {
        return records.ambiguousCandles();
    }

    /** {@return how often the account was closed out} */
    public int closeOuts() {
        return records.closeOuts();
    }

    /** {@return cash in the account's currency: what is left when what open positions cost is taken off} */
    @Override
    public double cash() {
        return account.cash();
    }

    /** {@return what spreads have cost so far, in the account's currency} */
    public double spreadCost() {
        return account.spreadCost();
    }

    /** {@return what slippage has cost so far, in the account's currency} */
    public double slippageCost() {
        return account.slippageCost();
    }

    /** {@return what holding positions has cost so far, in the account's currency} */
    public double financing() {
        return account.financing();
    }

    /** {@return money without the profits of what is open, in the account's currency} */
    public double balance() {
        return account.balance();
    }

    /** {@return what the open positions tie up, in the account's currency; 0 when no margin is asked for} */
    public double marginUsed() {
        return account.marginUsed();
    }

    /** {@return what the account is worth at the last closed prices, in its currency} */
    @Override
    public double equity() {
        return account.equity();
    }
}
