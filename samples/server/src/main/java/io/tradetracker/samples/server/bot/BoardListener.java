package io.tradetracker.samples.server.bot;

import io.tradetracker.api.order.Fill;
import io.tradetracker.core.bot.BotListener;
import io.tradetracker.core.bot.BotSnapshot;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.samples.server.board.AccountLine;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotStatus;
import io.tradetracker.samples.server.board.FillLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what a bot did on its board. Called in the bot's thread. */
final class BoardListener implements BotListener {
    private static final Logger LOG = LoggerFactory.getLogger(BoardListener.class);
    private static final int MONEY_DECIMALS = 2;

    private final BotBoard board;
    private final InstantSource wallClock;
    private @Nullable Instant day;
    private double dayEquity;
    private double lastEquity;

    BoardListener(BotBoard board, InstantSource wallClock) {
        this.board = board;
        this.wallClock = wallClock;
    }

    /** Begins with what is on record: the day that goes on and what the account held when it began. */
    void resumeDay(@Nullable Instant marketTime, double equityAtItsStart) {
        day = marketTime == null ? null : marketTime.truncatedTo(ChronoUnit.DAYS);
        dayEquity = equityAtItsStart;
        lastEquity = equityAtItsStart;
    }

    /** Puts an entry from the record on the board, without its money. */
    void show(JournalEntry entry) {
        entry.decisions().forEach(decision -> board.decision(DecisionWords.of(decision)));
        entry.rejections().forEach(rejection -> board.decision(DecisionWords.of(rejection)));
        entry.fills().forEach(fill -> board.fill(line(fill)));
    }

    @Override
    public void onEntry(JournalEntry entry, BotSnapshot snapshot) {
        Instant itsDay = entry.input().time().truncatedTo(ChronoUnit.DAYS);
        if (!itsDay.equals(day)) {
            dayEquity = day == null ? entry.equity() : lastEquity;
            day = itsDay;
        }
        lastEquity = entry.equity();
        show(entry);
        account(snapshot);
    }

    @Override
    public void onState(BotSnapshot snapshot) {
        if (snapshot.state() == BotState.FAULTED) {
            LOG.error(
                    "Bot {} stopped because of a fault: {}",
                    snapshot.configuration().id(),
                    snapshot.reason());
        }
        board.status(new BotStatus(snapshot.state().name(), snapshot.reason(), wallClock.instant()));
    }

    void account(BotSnapshot snapshot) {
        double cash = snapshot.configuration().settings().cash();
        double profit = snapshot.equity() - cash;
        board.account(new AccountLine(
                money(snapshot.equity()),
                money(profit),
                money(100 * profit / cash),
                day == null ? null : money(snapshot.equity() - dayEquity),
                money(cash),
                position(snapshot)));
    }

    private static AccountLine.@Nullable PositionLine position(BotSnapshot snapshot) {
        double quantity = snapshot.quantity();
        if (quantity == 0) {
            return null;
        }
        var rules = snapshot.configuration().settings().instrument().rules();
        return new AccountLine.PositionLine(
                quantity > 0 ? "LONG" : "SHORT",
                rules.roundQuantity(Math.abs(quantity)),
                rules.roundPrice(snapshot.averagePrice()),
                money(snapshot.profit()));
    }

    private static FillLine line(Fill fill) {
        return new FillLine(
                fill.time(),
                fill.side().name(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                fill.reason().name());
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
