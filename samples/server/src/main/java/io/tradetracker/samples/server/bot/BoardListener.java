package io.tradetracker.samples.server.bot;

import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.order.Fill;
import io.tradetracker.core.bot.BotInput;
import io.tradetracker.core.bot.BotListener;
import io.tradetracker.core.bot.BotSnapshot;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.samples.server.board.AccountLine;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotStatus;
import io.tradetracker.samples.server.board.EquityPoint;
import io.tradetracker.samples.server.board.FillLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what a bot did on its board. Called in the bot's thread. */
final class BoardListener implements BotListener {
    private static final Logger LOG = LoggerFactory.getLogger(BoardListener.class);

    private final BotBoard board;
    private final InstantSource wallClock;
    private final DecisionWords words;
    private final TrackRecord track;
    private @Nullable Instant day;
    private double dayEquity;
    private double lastEquity;

    BoardListener(BotBoard board, EngineSettings settings, InstantSource wallClock) {
        this.board = board;
        this.wallClock = wallClock;
        words = new DecisionWords(settings.timeframe());
        track = new TrackRecord(settings.cash());
    }

    /** Takes in an entry from the record, in order, without telling what the account holds. */
    void remember(JournalEntry entry) {
        beginDay(entry);
        remember(entry.input(), entry.equity());
        entry.decisions().forEach(decision -> board.decision(words.of(decision)));
        entry.rejections().forEach(rejection -> board.decision(words.of(rejection)));
        entry.fills().forEach(fill -> board.fill(line(fill)));
    }

    private void remember(BotInput input, double equity) {
        track.equity(equity);
        if (input instanceof BotInput.CandleClosed || input instanceof BotInput.CandleMissed) {
            board.equity(new EquityPoint(input.time().toEpochMilli(), equity));
        }
    }

    @Override
    public void onEntry(JournalEntry entry, BotSnapshot snapshot) {
        remember(entry);
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
        state(snapshot);
    }

    void state(BotSnapshot snapshot) {
        board.status(new BotStatus(snapshot.state().name(), snapshot.reason(), wallClock.instant()));
    }

    void account(BotSnapshot snapshot) {
        double cash = snapshot.configuration().settings().cash();
        double profit = snapshot.equity() - cash;
        board.account(new AccountLine(
                snapshot.marketTime(),
                Money.of(snapshot.equity()),
                Money.of(profit),
                Money.of(100 * profit / cash),
                day == null ? null : Money.of(snapshot.equity() - dayEquity),
                Money.known(cash),
                position(snapshot),
                track.line()));
    }

    private void beginDay(JournalEntry entry) {
        Instant itsDay = entry.input().time().truncatedTo(ChronoUnit.DAYS);
        if (!itsDay.equals(day)) {
            dayEquity = day == null ? entry.equity() : lastEquity;
            day = itsDay;
        }
        lastEquity = entry.equity();
    }

    private static AccountLine.@Nullable PositionLine position(BotSnapshot snapshot) {
        double quantity = snapshot.quantity();
        if (quantity == 0 || Double.isNaN(quantity)) {
            return null;
        }
        InstrumentRules rules = snapshot.configuration().settings().instrument().rules();
        return new AccountLine.PositionLine(
                quantity > 0 ? "LONG" : "SHORT",
                rules.roundQuantity(Math.abs(quantity)),
                rules.roundPrice(snapshot.averagePrice()),
                Money.of(snapshot.profit()),
                price(rules, snapshot.stopLoss()),
                price(rules, snapshot.takeProfit()));
    }

    private static @Nullable BigDecimal price(InstrumentRules rules, double price) {
        return Double.isNaN(price) ? null : rules.roundPrice(price);
    }

    private FillLine line(Fill fill) {
        OptionalDouble result = track.add(fill);
        return new FillLine(
                fill.time(),
                fill.side().name(),
                fill.quantity(),
                fill.price(),
                fill.fee(),
                fill.reason().name(),
                result.isPresent() ? Money.of(result.getAsDouble()) : null);
    }
}
