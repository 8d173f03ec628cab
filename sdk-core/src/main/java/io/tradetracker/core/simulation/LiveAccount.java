package io.tradetracker.core.simulation;

import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.indicator.Indicator;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.strategy.Intent;
import io.tradetracker.api.strategy.OrderView;
import io.tradetracker.api.strategy.PositionView;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.risk.RuleName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A strategy's part of a real account: what it asked for, what it holds there, and what the broker said. It sends
 * nothing and knows no clock: {@link #takeWanted()} says what is to be asked for, and it is told what came of it. The
 * same calls in the same order always ask for the same, under the same names. Instruments are counted from 0, the
 * strategy's own. Used by one thread.
 */
public final class LiveAccount implements StrategyAccount {
    private final LiveDesk desk;
    private final QuietStretch stretch = new QuietStretch();
    private final List<Instrument> instruments;
    private final List<Rejection> rejections;
    private final LiveBook[] books;
    private final LiveReports reports;
    private long decisions;

    /**
     * Makes an account that is not connected yet.
     *
     * @param settings sizes, rates and how many entries may be open; costs and margin are the broker's
     * @param timeframe of the candles
     * @param instruments what is traded, the strategy's own first
     * @param names gives an order its name from its number, which counts from 1
     */
    public LiveAccount(
            AccountSettings settings,
            Timeframe timeframe,
            List<Instrument> instruments,
            IntFunction<ClientOrderId> names) {
        this.instruments = List.copyOf(instruments);
        Records records = new Records(this.instruments);
        rejections = Collections.unmodifiableList(records.rejections);
        desk = new LiveDesk(settings, timeframe.millis(), records, names);
        books = new LiveBook[this.instruments.size()];
        for (int i = 0; i < books.length; i++) {
            books[i] = new LiveBook(i, this.instruments.get(i), desk, stretch);
        }
        reports = new LiveReports(desk);
    }

    // ---- what the broker said ----

    /** The broker was reached for the first time. */
    public void connect(Set<BrokerCapability> capabilities, AccountSnapshot balances) {
        desk.connect(capabilities, balances);
    }

    /** The broker told its balances. */
    public void balances(AccountSnapshot balances) {
        desk.balances(balances);
    }

    /**
     * Something will not be done.
     *
     * @param number of the order
     * @param code why, in one upper-case word
     * @param reason why, a sentence for people
     */
    public void refused(int number, Instant time, String code, String reason) {
        LiveOrder order = desk.orders.get(number);
        if (order != null) {
            reports.refused(order, time.toEpochMilli(), new Refusal(code, reason));
        }
    }

    /** Something was not asked for: it came too late, or what it was about was gone. */
    public void withheld(int number, Instant time) {
        LiveOrder order = desk.orders.get(number);
        if (order != null) {
            reports.withheld(order, time.toEpochMilli());
        }
    }

    /**
     * The broker did something.
     *
     * @param number of the order
     * @param positions that it touched, where that is known
     */
    public void executed(int number, Instant time, List<BrokerPositionId> positions) {
        LiveOrder order = desk.orders.get(number);
        if (order != null) {
            reports.executed(order, time.toEpochMilli(), positions);
        }
    }

    /**
     * Something changed on the account.
     *
     * @param number of the order that caused it; 0 when none is known to have
     * @param time when it was seen, by the broker's clock
     */
    public void seen(AccountEvent event, int number, Instant time) {
        reports.seen(event, desk.orders.get(number), time.toEpochMilli());
    }

    /** {@return what is to be asked of the broker since the last call, in order} */
    public List<WantedAction> takeWanted() {
        return desk.takeWanted();
    }

    /** {@return the numbers of what was asked for and is not over, oldest first} */
    public List<Integer> open() {
        return List.copyOf(desk.open.keySet());
    }

    // ---- what the engine tells ----

    @Override
    public void indicators(List<Indicator> declared) {
        desk.indicators = declared.stream().collect(Collectors.toUnmodifiableMap(Indicator::name, Function.identity()));
    }

    @Override
    public void onOpen(int instrument, long timeMillis, double price) {
        books[instrument].open(timeMillis, price);
    }

    @Override
    public void onRange(int instrument, double high, double low, double close) {
        books[instrument].range(high, low);
    }

    @Override
    public void onClose(int instrument, double close) {
        books[instrument].close(close);
    }

    @Override
    public void onMoment(long timeMillis) {
        reports.forget(timeMillis);
    }

    @Override
    public void onUnattendedMoment() {}

    @Override
    public boolean isQuiet(int instrument) {
        return false;
    }

    @Override
    public QuietStretch quietStretch() {
        return stretch;
    }

    @Override
    public void onQuietCandle(int instrument, long timeMillis, double open, double close) {
        throw new IllegalStateException("no candle is quiet on a real account");
    }

    @Override
    public void quietEquity(CandleSeries series, int from, int to, double[] equity) {
        throw new IllegalStateException("no candle is quiet on a real account");
    }

    @Override
    public void fillAtClose(long closeTimeMillis) {
        // the broker fills
    }

    @Override
    public void closeAll(FillReason reason, long timeMillis) {
        for (LiveBook book : books) {
            book.positions().forEach(each -> book.closePosition(each, reason, timeMillis));
        }
    }

    @Override
    public void submit(List<Intent> intents, long timeMillis, boolean nextCandleOnly) {
        decisions++;
        for (Intent intent : intents) {
            submit(intent, timeMillis);
        }
    }

    private void submit(Intent intent, long timeMillis) {
        if (intent instanceof Intent.Cancel cancel
                && cancel.instrument() == null
                && cancel.tag().isEmpty()) {
            for (LiveBook book : books) {
                book.cancel("");
            }
            return;
        }
        LiveBook book = bookOf(intent.instrument());
        if (book == null) {
            List<InstrumentId> known = instruments.stream().map(Instrument::id).toList();
            Refusal unknown =
                    new Refusal("UNKNOWN_INSTRUMENT", "the run has no " + intent.instrument() + ", only " + known);
            desk.records.reject(timeMillis, "", unknown);
            return;
        }
        switch (intent) {
            case Intent.Enter entry -> book.enter(entry, timeMillis, unique(entry.group()));
            case Intent.Exit exit -> book.exit(exit, timeMillis, unique(exit.group()));
            case Intent.Amend amend -> book.amend(amend, timeMillis);
            case Intent.Cancel cancel -> book.cancel(cancel.tag());
        }
    }

    private @Nullable LiveBook bookOf(@Nullable InstrumentId id) {
        if (id == null) {
            return books[0];
        }
        for (LiveBook book : books) {
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

    @Override
    public void halt(long timeMillis) {
        cancelEntries(timeMillis, new Refusal("HALTED", "the run was halted before the order filled"));
    }

    @Override
    public void kill(KillSwitch killSwitch) {
        desk.killSwitch = killSwitch;
        long time = killSwitch.since().toEpochMilli();
        desk.records.notice(time, "KILLED", "the kill switch was pulled: " + killSwitch.reason());
        cancelEntries(
                time, new Refusal(RuleName.KILL_SWITCH.name(), "the kill switch was pulled: " + killSwitch.reason()));
        if (killSwitch.mode() == HaltMode.CLOSE) {
            closeAll(FillReason.HALT, time);
        }
    }

    private void cancelEntries(long timeMillis, Refusal why) {
        for (LiveBook book : books) {
            book.cancelEntries(timeMillis, why);
        }
    }

    @Override
    public void resume(Instant time, String reason) {
        if (desk.killSwitch != null) {
            desk.records.notice(time.toEpochMilli(), "RESUMED", "entries are free again: " + reason);
        }
        desk.killSwitch = null;
    }

    @Override
    public @Nullable KillSwitch killSwitch() {
        return desk.killSwitch;
    }

    // ---- what is known ----

    @Override
    public PositionView position(int instrument) {
        return books[instrument].lots;
    }

    @Override
    public List<OrderView> orders(int instrument) {
        return books[instrument].views();
    }

    @Override
    public FillLog fills() {
        return desk.records.fills;
    }

    @Override
    public List<Rejection> rejections() {
        return rejections;
    }

    /** {@return nothing: the order gateway has the rules} */
    @Override
    public List<RefusedCheck> refusedChecks() {
        return List.of();
    }

    /** {@return what new positions may use, as the broker told last} */
    @Override
    public double cash() {
        return desk.available();
    }

    /** {@return what the account is worth, as the broker told last} */
    @Override
    public double equity() {
        return desk.equity();
    }
}
