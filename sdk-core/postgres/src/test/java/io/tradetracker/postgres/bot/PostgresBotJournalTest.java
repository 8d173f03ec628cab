package io.tradetracker.postgres.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.InstrumentRules;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.Fill;
import io.tradetracker.api.order.FillReason;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotInput;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.engine.DecisionRecord;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.Costs;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.Financing;
import io.tradetracker.core.simulation.Margin;
import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.core.simulation.SimulationRules;
import io.tradetracker.core.simulation.Slippage;
import io.tradetracker.core.simulation.Spread;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBotJournalTest {
    private static final BotId ID = BotId.of("btc-trend");
    private static final Instant TIME = Instant.parse("2013-11-25T00:01:00Z");
    private static TestPostgres server;

    private DatabaseConfig config;
    private Database database;
    private PostgresBotJournal journal;

    @BeforeAll
    static void startServer() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        config = DatabaseConfig.of(server.newDatabase(), server.user(), "");
        database = Database.open(config);
        CoreSchema.migrate(database);
        journal = new PostgresBotJournal(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsTheFirstConfigurationOfAnIdExactly() {
        BotConfiguration first = configuration(ID, "It's \"the\" first \0 \uD800 \u20bf");

        assertThat(journal.create(first)).isTrue();
        assertThat(journal.create(configuration(ID, "second"))).isFalse();

        assertThat(journal.bots()).containsExactly(new StoredBot(first, BotState.STOPPED, ""));
    }

    @Test
    void listsBotsInTheOrderOfTheirIds() {
        List.of("b", "a-2", "a1", "a").forEach(id -> journal.create(configuration(BotId.of(id), id)));

        assertThat(journal.bots())
                .extracting(bot -> bot.configuration().id().value())
                .containsExactly("a", "a-2", "a1", "b");
    }

    @Test
    void keepsAStateForTheNextProcess() {
        journal.create(configuration(ID, "bot"));
        journal.saveState(ID, BotState.FAULTED, "strategy said \0\uDC00 and failed");

        try (Database next = Database.open(config)) {
            StoredBot read = new PostgresBotJournal(next).bots().get(0);
            assertThat(read.state()).isEqualTo(BotState.FAULTED);
            assertThat(read.reason()).isEqualTo("strategy said \uFFFD\uFFFD and failed");
        }
    }

    @Test
    void readsEntriesBackEqualWhateverTheStrategySaid() {
        journal.create(configuration(ID, "bot"));
        List<JournalEntry> written = List.of(
                entry(1, "plain"),
                entry(2, "quote \" backslash \\ tab \t"),
                entry(3, "zero \0 half \uD83D other half \uDE00 whole \uD83D\uDE00"),
                entry(4, "'; drop table bot; --"),
                entry(5, "x".repeat(500)));

        written.forEach(entry -> journal.append(ID, entry));

        assertThat(read(1)).isEqualTo(written);
    }

    @Test
    void readsFromASequenceOnInOrder() {
        journal.create(configuration(ID, "bot"));
        IntStream.rangeClosed(1, 1_200).forEach(i -> journal.append(ID, candleOnly(i)));

        assertThat(read(3))
                .extracting(JournalEntry::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(3, 1_200).mapToObj(Long::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 3, Long.MAX_VALUE})
    void refusesAnEntryThatDoesNotFollowTheLast(long sequence) {
        journal.create(configuration(ID, "bot"));
        journal.append(ID, candleOnly(1));

        assertRefused(CoreError.ANOTHER_WRITER, () -> journal.append(ID, candleOnly(sequence)), "does not follow");
        assertThat(read(1)).hasSize(1);
    }

    @Test
    void letsOneOfTwoWritersWin() throws Exception {
        journal.create(configuration(ID, "bot"));
        Callable<Boolean> write = () -> {
            try {
                journal.append(ID, candleOnly(1));
                return true;
            } catch (TradeTrackerException refused) {
                return false;
            }
        };

        List<Boolean> won = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(write, write, write, write))) {
                won.add(done.get());
            }
        }

        assertThat(won).containsOnlyOnce(true);
        assertThat(read(1)).hasSize(1);
    }

    @Test
    void knowsNothingOfABotThatWasNeverMade() {
        assertRefused(CoreError.JOURNAL_FAILED, () -> journal.append(ID, candleOnly(1)), "no bot btc-trend");
        assertRefused(CoreError.JOURNAL_FAILED, () -> read(1), "no bot btc-trend");
        assertRefused(CoreError.JOURNAL_FAILED, () -> journal.saveState(ID, BotState.RUNNING, ""), "no bot btc-trend");
    }

    @Test
    void findsTheLatestEntriesThatDidSomething() {
        journal.create(configuration(ID, "bot"));
        List<JournalEntry> entries = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> i % 5 == 0 ? entry(i, "five") : candleOnly(i))
                .toList();
        entries.forEach(entry -> journal.append(ID, entry));

        assertThat(journal.recentActivity(ID, 3)).containsExactly(entries.get(19), entries.get(24), entries.get(29));
    }

    @Test
    void knowsWhereARecordEnds() {
        journal.create(configuration(ID, "bot"));
        assertThat(journal.lastMarketTime(ID)).isEmpty();
        assertThat(journal.lastBefore(ID, TIME)).isEmpty();

        journal.append(ID, candleOnly(1));

        assertThat(journal.lastMarketTime(ID)).contains(TIME);
        assertThat(journal.lastBefore(ID, TIME)).isEmpty();
        assertThat(journal.lastBefore(ID, TIME.plusMillis(1))).contains(candleOnly(1));
    }

    private List<JournalEntry> read(long from) {
        List<JournalEntry> entries = new ArrayList<>();
        journal.read(ID, from, entries::add);
        return entries;
    }

    private static void assertRefused(CoreError code, ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private static BotConfiguration configuration(BotId id, String name) {
        Instrument instrument = Instrument.of("BTC/USD").withRules(InstrumentRules.of("0.010", "1E-8"));
        Costs costs = new Costs(
                Spread.amount(1e-9),
                Commission.parse("0.1%+2+0.0000001/unit min 3"),
                new Slippage(0.05, 1.0 / 3, 2),
                Financing.parse("5%/-2%@22:00 triple=WEDNESDAY"));
        SimulationRules rules = SimulationRules.DEFAULT
                .withFillAt(FillAt.CLOSE)
                .withPositionMode(PositionMode.HEDGING)
                .withMaxEntries(3)
                .withMargin(Margin.leverage(30));
        EngineSettings settings = EngineSettings.of(instrument.withMultiplier("50"), Timeframe.parse("90s"))
                .withCash(0.1 + 0.2)
                .withSize(PositionSize.percentOfEquity(33.3))
                .withCosts(costs)
                .withRules(rules)
                .withOrderRules(OrderRules.NONE
                        .withMaxPosition(1.0 / 3)
                        .withMaxOrdersPerHour(7)
                        .withMaxDailyLoss(2.5, HaltMode.BLOCK)
                        .withMaxDrawdown(20, HaltMode.CLOSE))
                .withSeed(Long.MIN_VALUE);
        return new BotConfiguration(id, 3, name, "sma-cross", Map.of("fast", "10", "slow", "30"), settings);
    }

    private static JournalEntry candleOnly(long sequence) {
        BotInput input = new BotInput.CandleClosed(new Candle(TIME, 800.01, 807.47, 800.01, 807.47, 2.85664446));
        return new JournalEntry(sequence, input, List.of(), List.of(), List.of(), 10_000.1);
    }

    private static JournalEntry entry(long sequence, String said) {
        Decision decision = Decision.enter(OrderSide.BUY)
                .riskPercent(1)
                .stopLoss(790)
                .reason(said)
                .plot("fast", 1.0 / 3);
        Fill fill = new Fill(
                TIME,
                InstrumentId.of("BTC/USD"),
                OrderSide.BUY,
                new BigDecimal("1.50000000"),
                new BigDecimal("800.01"),
                BigDecimal.ZERO,
                FillReason.ENTRY,
                ClientOrderId.of("btc-trend-v3-" + sequence));
        return new JournalEntry(
                sequence,
                new BotInput.CandleOpened(TIME, 800.01),
                List.of(new DecisionRecord(TIME, "candle", decision, Map.of("sma(close,10)", 801.123456789))),
                List.of(fill),
                List.of(new Rejection(TIME, "tag", "NO_CASH", said)),
                9_999.99);
    }
}
