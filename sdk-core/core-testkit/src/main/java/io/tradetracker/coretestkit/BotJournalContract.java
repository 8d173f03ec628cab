package io.tradetracker.coretestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.account.AccountId;
import io.tradetracker.api.account.AccountSnapshot;
import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.account.Money;
import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.bot.BotConfiguration;
import io.tradetracker.core.bot.BotId;
import io.tradetracker.core.bot.BotInput;
import io.tradetracker.core.bot.BotJournal;
import io.tradetracker.core.bot.BotState;
import io.tradetracker.core.bot.ConfigurationVersion;
import io.tradetracker.core.bot.JournalEntry;
import io.tradetracker.core.bot.StoredBot;
import io.tradetracker.core.engine.EngineSettings;
import io.tradetracker.core.gateway.GatewayFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a {@link BotJournal} must do. Extend it in a test, once for each implementation. */
public abstract class BotJournalContract {
    private static final BotId ID = BotId.of("on-record");
    private static final Instant TIME = Instant.parse("2024-01-02T03:04:00Z");

    /** For subclasses. */
    protected BotJournalContract() {}

    /** {@return the journal of one test, empty when first asked for} */
    protected abstract BotJournal journal();

    @Test
    void keepsTheFirstConfigurationOfAnId() {
        BotConfiguration first = configuration().withOthers(Instrument.of("OTHER"));

        assertThat(journal().create(first)).isTrue();
        assertThat(journal().create(configuration())).isFalse();

        assertThat(journal().bots()).containsExactly(new StoredBot(first, BotState.STOPPED, ""));
        assertThat(journal().versions(ID))
                .extracting(ConfigurationVersion::configuration)
                .containsExactly(first);
    }

    @Test
    void keepsStatesAndEntriesInOrder() {
        journal().create(configuration());
        journal().saveState(ID, BotState.RUNNING, "because");
        journal().append(ID, entry(1));
        journal().append(ID, entry(2));

        assertThat(read(1)).containsExactly(entry(1), entry(2));
        assertThat(read(2)).containsExactly(entry(2));
        assertThat(read(3)).isEmpty();
        assertThat(journal().bots().getFirst().state()).isEqualTo(BotState.RUNNING);
        assertThat(journal().bots().getFirst().reason()).isEqualTo("because");
    }

    @Test
    void refusesAnEntryThatDoesNotFollowTheLast() {
        journal().create(configuration());
        journal().append(ID, entry(1));

        for (long wrong : new long[] {Long.MIN_VALUE, -1, 0, 1, 3, Long.MAX_VALUE}) {
            assertRefused(CoreError.ANOTHER_WRITER, () -> journal().append(ID, entry(wrong)));
        }
        assertThat(read(1)).hasSize(1);
    }

    @Test
    void letsOnlyTheLatestHolderWrite() {
        journal().create(configuration());
        BotJournal old = journal().claim(ID, 4);
        old.append(ID, entry(1));

        BotJournal current = journal().claim(ID, 5);

        assertRefused(CoreError.ANOTHER_WRITER, () -> old.append(ID, entry(2)));
        assertRefused(CoreError.ANOTHER_WRITER, () -> old.saveState(ID, BotState.FAULTED, "no"));
        assertRefused(CoreError.ANOTHER_WRITER, () -> old.change(next(), "nobody"));
        assertRefused(CoreError.ANOTHER_WRITER, () -> journal().claim(ID, 4));
        current.append(ID, entry(2));
        current.saveState(ID, BotState.RUNNING, "");
        journal().claim(ID, 5).append(ID, entry(3));
        assertThat(read(1)).containsExactly(entry(1), entry(2), entry(3));
        assertThat(journal().bots().getFirst().state()).isEqualTo(BotState.RUNNING);
    }

    @Test
    void anOldHolderStillReads() {
        journal().create(configuration());
        BotJournal old = journal().claim(ID, 1);
        journal().claim(ID, 2).append(ID, entry(1));

        assertThat(old.bots()).hasSize(1);
        List<JournalEntry> entries = new ArrayList<>();
        old.read(ID, 1, entries::add);
        assertThat(entries).containsExactly(entry(1));
    }

    @Test
    void putsTheNextConfigurationInForceAndKeepsTheOneBefore() {
        journal().create(configuration());
        journal().append(ID, entry(1));
        journal().append(ID, entry(2));

        journal().change(next(), "Ada");

        assertThat(journal().bots()).containsExactly(new StoredBot(next(), BotState.STOPPED, "", 2));
        List<ConfigurationVersion> versions = journal().versions(ID);
        assertThat(versions).extracting(ConfigurationVersion::configuration).containsExactly(configuration(), next());
        assertThat(versions).extracting(ConfigurationVersion::beginsAfter).containsExactly(0L, 2L);
        assertThat(versions).extracting(ConfigurationVersion::changedBy).containsExactly("", "Ada");
        assertThat(versions.getLast().changedAt())
                .isAfterOrEqualTo(versions.getFirst().changedAt());
        journal().append(ID, entry(3));
        assertThat(read(1)).hasSize(3);
    }

    @Test
    void changesNoConfigurationOfABotThatRunsOrOutOfTurn() {
        journal().create(configuration());
        assertRefused(CoreError.BAD_CONFIGURATION, () -> journal().change(configuration(), ""));
        assertRefused(CoreError.BAD_CONFIGURATION, () -> journal().change(next().changed(each -> each), ""));
        for (BotState state : List.of(BotState.RUNNING, BotState.FAULTED)) {
            journal().saveState(ID, state, "");
            assertRefused(CoreError.BAD_CONFIGURATION, () -> journal().change(next(), ""));
        }

        assertThat(journal().versions(ID)).hasSize(1);
        assertThat(journal().bots().getFirst().configuration()).isEqualTo(configuration());
    }

    @Test
    void knowsNothingOfABotThatWasNeverMade() {
        assertRefused(CoreError.JOURNAL_FAILED, () -> journal().append(ID, entry(1)));
        assertRefused(CoreError.JOURNAL_FAILED, () -> journal().saveState(ID, BotState.RUNNING, ""));
        assertRefused(CoreError.JOURNAL_FAILED, () -> journal().claim(ID, 1));
        assertRefused(CoreError.JOURNAL_FAILED, () -> journal().change(next(), ""));
        assertRefused(CoreError.JOURNAL_FAILED, () -> journal().versions(ID));
        assertRefused(CoreError.JOURNAL_FAILED, () -> read(1));
    }

    @Test
    void keepsWhatABotWasToldOfARealAccount() {
        journal().create(configuration());
        RandomFacts random = RandomFacts.seeded(17);
        Money money = new Money(new BigDecimal("100000.10"), CurrencyCode.USD);
        AccountSnapshot balances = new AccountSnapshot(AccountId.of("1"), TIME, money, money, money, money);
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(entry(1, new BotInput.Connected(TIME, 7, Set.of(BrokerCapability.BRACKETS), balances)));
        for (int i = 2; i < 40; i++) {
            List<GatewayFact> facts = Stream.generate(random::next).limit(i % 5).toList();
            List<ClientOrderId> withheld =
                    i % 2 == 0 ? List.of() : List.of(ClientOrderId.of("on-record-v1-order-" + i));
            entries.add(entry(i, new BotInput.Told(TIME, i % 3 == 0, i, facts, withheld)));
        }

        entries.forEach(each -> journal().append(ID, each));

        assertThat(read(1)).as("seed 17").isEqualTo(entries);
    }

    private List<JournalEntry> read(long from) {
        List<JournalEntry> entries = new ArrayList<>();
        journal().read(ID, from, entries::add);
        return entries;
    }

    private static void assertRefused(CoreError code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private static BotConfiguration configuration() {
        return new BotConfiguration(
                ID, 1, "Bot", "any", Map.of("fast", "10"), EngineSettings.of(Instrument.of("TEST"), Timeframe.M1));
    }

    private static BotConfiguration next() {
        return configuration().changed(each -> each.withStrategy("other", Map.of("slow", "30")));
    }

    private static JournalEntry entry(long sequence) {
        return entry(sequence, new BotInput.CandleClosed(new Candle(TIME, 1, 3, 0.5, 2, 10)));
    }

    private static JournalEntry entry(long sequence, BotInput input) {
        return new JournalEntry(sequence, input, List.of(), List.of(), List.of(), 10_000 + sequence % 1_000);
    }
}
