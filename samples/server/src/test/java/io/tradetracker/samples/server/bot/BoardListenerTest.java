package io.tradetracker.samples.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.market.Candle;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotInput;
import io.tradetracker.core.bot.BotSnapshot;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.samples.data.SampleData;
import io.tradetracker.samples.server.board.AccountLine;
import io.tradetracker.samples.server.board.BotBoard;
import io.tradetracker.samples.server.board.BotProfile;
import io.tradetracker.samples.server.board.BotStatus;
import io.tradetracker.samples.server.board.EquityPoint;
import io.tradetracker.samples.server.market.RecordedMarket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardListenerTest {
    private static final double NO = Double.NaN;
    private static final Instant NOON = Instant.parse("2013-11-25T12:00:00Z");

    private final BotConfiguration bot =
            new RecordedMarket(SampleData::btcUsdPrints).bot().configuration(1);
    private final BotBoard board = new BotBoard(
            new BotProfile(
                    "btc-trend",
                    "Bot",
                    "PAPER",
                    "Plan.",
                    new BotProfile.StrategyLine("s", "S", "", Map.of()),
                    new BotProfile.Market("BTC/USD", "USD", "BTC", "M1", 60_000, 2, 4)),
            new BotStatus("STARTING", "", NOON));
    private final BoardListener listener = new BoardListener(board, bot.settings(), InstantSource.fixed(Instant.EPOCH));

    @Test
    void leavesOutWhatABotInErrorDoesNotKnow() {
        listener.account(snapshot(BotState.FAULTED, NO, NO));

        AccountLine account = board.snapshot().account();
        assertThat(account.equity()).isNull();
        assertThat(account.profit()).isNull();
        assertThat(account.profitPercent()).isNull();
        assertThat(account.today()).isNull();
        assertThat(account.position()).isNull();
        assertThat(account.startingCash()).isEqualByComparingTo("10000");
    }

    @Test
    void tellsWhatProtectsAPosition() {
        listener.account(snapshot(BotState.STOPPED, 10_100, -2));

        AccountLine.PositionLine position = board.snapshot().account().position();
        assertThat(position.side()).isEqualTo("SHORT");
        assertThat(position.stopLoss()).isEqualByComparingTo("830.25");
        assertThat(position.takeProfit()).isNull();
    }

    @Test
    void measuresTodayFromTheLastEquityOfTheDayBefore() {
        listener.remember(closed(1, NOON, 10_000));
        listener.remember(closed(2, NOON.plusSeconds(60), 10_200));
        listener.remember(closed(3, NOON.plusSeconds(86_400), 10_150));
        listener.account(snapshot(BotState.RUNNING, 10_150, 0));

        assertThat(board.snapshot().account().today()).isEqualByComparingTo("-50");
    }

    @Test
    void tellsTheWorstFallAndTheWayThere() {
        listener.remember(closed(1, NOON, 10_000));
        listener.remember(closed(2, NOON.plusSeconds(60), 12_000));
        listener.remember(closed(3, NOON.plusSeconds(120), 9_000));
        listener.remember(closed(4, NOON.plusSeconds(180), 11_000));
        listener.account(snapshot(BotState.RUNNING, 11_000, 0));

        assertThat(board.snapshot().account().track().worstFallPercent()).isEqualByComparingTo("25");
        assertThat(board.snapshot().account().track().winPercent()).isNull();
        assertThat(board.snapshot().equity())
                .extracting(EquityPoint::equity)
                .containsExactly(10_000.0, 12_000.0, 9_000.0, 11_000.0);
    }

    private static JournalEntry closed(long sequence, Instant time, double equity) {
        BotInput input = new BotInput.CandleClosed(new Candle(time, 1, 1, 1, 1, 1));
        return new JournalEntry(sequence, input, List.of(), List.of(), List.of(), equity);
    }

    private BotSnapshot snapshot(BotState state, double equity, double quantity) {
        return new BotSnapshot(bot, state, "", 4, NOON, equity, equity, quantity, 815.2, 3, 830.25, NO, 0, List.of());
    }
}
