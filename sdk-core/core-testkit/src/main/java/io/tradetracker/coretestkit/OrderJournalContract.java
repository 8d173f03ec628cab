package io.tradetracker.coretestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.TradingAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What an {@link OrderJournal} must do. Extend it in a test, once for each implementation. */
public abstract class OrderJournalContract {
    /** An account. */
    protected static final TradingAccount ACCOUNT = TradingAccount.of("capital-demo", "12345");

    private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");

    /** For subclasses. */
    protected OrderJournalContract() {}

    /** {@return the journal of one test, empty when first asked for; the same one each time} */
    protected abstract OrderJournal journal();

    @Test
    void beginsWithAnAccountThatHasNoFacts() {
        assertThat(journal().accounts()).isEmpty();
        assertThat(read(ACCOUNT, 0)).as("not on record").isEmpty();

        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);

        assertThat(writer.lastSequence()).isZero();
        assertThat(journal().accounts()).containsExactly(ACCOUNT);
        assertThat(read(ACCOUNT, 0)).isEmpty();
    }

    @Test
    void countsFactsFromOneWithoutGaps() {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);

        writer.append(facts(1, 1));
        writer.append(facts(2, 4));
        writer.append(facts(5, 5));

        assertThat(writer.lastSequence()).isEqualTo(5);
        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 5));
    }

    @Test
    void readsFromTheMiddleAlsoOfFactsThatWereAddedTogether() {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);
        writer.append(facts(1, 3));
        writer.append(facts(4, 7));
        writer.append(facts(8, 8));

        for (int after = 0; after <= 8; after++) {
            assertThat(read(ACCOUNT, after)).as("after %d", after).isEqualTo(entries(after + 1, 8));
        }
        assertThat(read(ACCOUNT, 9)).isEmpty();
        assertThat(read(ACCOUNT, Long.MAX_VALUE)).isEmpty();
        assertThat(read(ACCOUNT, -1)).isEqualTo(entries(1, 8));
    }

    @Test
    void readsBackEqualWhateverWasWritten() {
        for (long seed = 1; seed <= 3; seed++) {
            readsBackEqual(seed, TradingAccount.of("seed", Long.toString(seed)));
        }
    }

    private void readsBackEqual(long seed, TradingAccount account) {
        RandomFacts random = RandomFacts.seeded(seed);
        OrderJournal.Writer writer = journal().claim(account, 1);
        List<GatewayFact> written = new ArrayList<>();
        for (int batch = 1; batch <= 40; batch++) {
            List<GatewayFact> facts = random.next(1 + batch % 7);
            writer.append(facts);
            written.addAll(facts);
        }

        assertThat(read(account, 0).stream().map(Entry::fact))
                .as("seed %d", seed)
                .containsExactlyElementsOf(written);
        assertThat(journal().claim(account, 1).lastSequence()).isEqualTo(written.size());
    }

    @Test
    void addsNothingThatIsNothing() {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> writer.append(List.of()));

        writer.append(facts(1, 1));
        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 1));
    }

    @Test
    void refusesAnOlderEpoch() {
        journal().claim(ACCOUNT, 5).append(facts(1, 1));

        for (long old : new long[] {1, 4}) {
            assertRefused(CoreError.ANOTHER_WRITER, () -> journal().claim(ACCOUNT, old));
        }

        OrderJournal.Writer next = journal().claim(ACCOUNT, 6);
        assertThat(next.lastSequence()).isEqualTo(1);
        assertRefused(CoreError.ANOTHER_WRITER, () -> journal().claim(ACCOUNT, 5));
        next.append(facts(2, 2));
        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 2));
    }

    @Test
    void aRefusedClaimLeavesTheWriterAsItIs() {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 5);

        assertRefused(CoreError.ANOTHER_WRITER, () -> journal().claim(ACCOUNT, 4));

        writer.append(facts(1, 2));
        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 2));
    }

    @Test
    void acceptsAnyEpochAboveZero() {
        for (long none : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> journal().claim(ACCOUNT, none));
        }
        assertThat(journal().accounts()).isEmpty();

        journal().claim(ACCOUNT, 1).append(facts(1, 1));
        journal().claim(ACCOUNT, Long.MAX_VALUE).append(facts(2, 2));

        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 2));
    }

    @Test
    void letsOnlyTheLatestClaimWrite() {
        OrderJournal.Writer first = journal().claim(ACCOUNT, 1);
        first.append(facts(1, 1));

        OrderJournal.Writer same = journal().claim(ACCOUNT, 1);
        assertThat(same.lastSequence()).isEqualTo(1);
        assertRefused(CoreError.ANOTHER_WRITER, () -> first.append(facts(2, 2)));
        same.append(facts(2, 3));
        OrderJournal.Writer later = journal().claim(ACCOUNT, 2);
        assertRefused(CoreError.ANOTHER_WRITER, () -> same.append(facts(4, 4)));
        assertRefused(CoreError.ANOTHER_WRITER, () -> first.append(facts(4, 4)));
        later.append(facts(4, 4));

        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 4));
        assertThat(first.lastSequence()).isEqualTo(1);
    }

    @Test
    void keepsAccountsApart() {
        List<TradingAccount> accounts = Stream.of(
                        TradingAccount.of("capital-demo", "12345"),
                        TradingAccount.of("capital-live", "12345"),
                        TradingAccount.of("capital-demo", "12345 "),
                        TradingAccount.of("capital-demo", "a/b"),
                        TradingAccount.of("capital-demo", "a_b"),
                        TradingAccount.of("capital-demo", "A_B"),
                        TradingAccount.of("..", "../../x"),
                        TradingAccount.of("con", "CON.txt:*?\"<>|"),
                        TradingAccount.of("b", "\0"),
                        TradingAccount.of("b", "\\u0000"),
                        TradingAccount.of("b", "\uD800"),
                        TradingAccount.of("b", "\uD801"),
                        TradingAccount.of("b", "\uD83D\uDE00 \u65e5\u672c"),
                        TradingAccount.of("b", "line\nline"),
                        TradingAccount.of("b", "x".repeat(5_000)),
                        TradingAccount.of("b", "x".repeat(5_000) + "y"))
                .toList();
        for (int i = 0; i < accounts.size(); i++) {
            journal().claim(accounts.get(i), i + 1).append(facts(i + 1, 2 * i + 2));
        }

        for (int i = 0; i < accounts.size(); i++) {
            List<GatewayFact> expected = facts(i + 1, 2 * i + 2);
            assertThat(read(accounts.get(i), 0).stream().map(Entry::fact))
                    .as("account %s", accounts.get(i))
                    .containsExactlyElementsOf(expected);
        }
        assertThat(journal().accounts())
                .containsExactlyElementsOf(accounts.stream()
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .toList());
    }

    @Test
    void aReaderThatFailsEndsTheReadingAndNothingElse() {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);
        writer.append(facts(1, 3));
        IllegalStateException failure = new IllegalStateException("reader");

        assertThatThrownBy(() -> journal().read(ACCOUNT, 0, (sequence, fact) -> {
                    throw failure;
                }))
                .isSameAs(failure);

        writer.append(facts(4, 4));
        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 4));
    }

    @Test
    void aReaderMayWriteMeanwhile() {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);
        writer.append(facts(1, 3));

        journal().read(ACCOUNT, 0, (sequence, fact) -> {
            if (sequence == 2) {
                writer.append(facts(4, 4));
            }
        });

        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 4));
    }

    @Test
    void closedItWritesNoMore() {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);
        writer.append(facts(1, 2));

        journal().close();
        journal().close();

        assertRefused(CoreError.JOURNAL_FAILED, () -> writer.append(facts(3, 3)));
        assertRefused(CoreError.JOURNAL_FAILED, () -> journal().claim(ACCOUNT, 2));
        assertThat(writer.lastSequence()).isEqualTo(2);
        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 2));
    }

    @Test
    void keepsTenThousandFactsThatAreAddedTogether() {
        journal().claim(ACCOUNT, 1).append(facts(1, 10_000));

        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 10_000));
        assertThat(read(ACCOUNT, 9_990)).isEqualTo(entries(9_991, 10_000));
    }

    @Test
    void keepsTenThousandFactsInManySteps() {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);
        for (int first = 1; first <= 10_000; first += 25) {
            writer.append(facts(first, first + 24));
        }

        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 10_000));
        assertThat(journal().claim(ACCOUNT, 2).lastSequence()).isEqualTo(10_000);
    }

    @Test
    void whoReadsWhileAnotherWritesSeesWholeStepsInOrder() throws Exception {
        OrderJournal.Writer writer = journal().claim(ACCOUNT, 1);
        AtomicBoolean done = new AtomicBoolean();
        Callable<Integer> watch = () -> {
            int looks = 0;
            int before = 0;
            while (!done.get() || looks == 0) {
                List<Entry> seen = read(ACCOUNT, 0);
                assertThat(seen).isEqualTo(entries(1, seen.size()));
                assertThat(seen.size() % 7)
                        .as("facts of %d were added seven at a time", seen.size())
                        .isZero();
                assertThat(seen.size()).isGreaterThanOrEqualTo(before);
                before = seen.size();
                looks++;
            }
            return looks;
        };

        try (var threads = Executors.newCachedThreadPool()) {
            List<Future<Integer>> watches = List.of(threads.submit(watch), threads.submit(watch));
            try {
                for (int first = 1; first < 700; first += 7) {
                    writer.append(facts(first, first + 6));
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> each : watches) {
                assertThat(each.get()).isPositive();
            }
        }
        assertThat(read(ACCOUNT, 0)).isEqualTo(entries(1, 700));
    }

    @Test
    void noFactOfAnOldEpochComesAfterTheFirstOfTheNew() throws Exception {
        OrderJournal.Writer old = journal().claim(ACCOUNT, 1);
        old.append(List.of(new GatewayFact.Began(TIME, "1")));
        AtomicBoolean claimed = new AtomicBoolean();
        List<Callable<Integer>> oldThreads = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> writeUntilRefused(old, "1", 5_000))
                .toList();
        Callable<Integer> newThread = () -> {
            OrderJournal.Writer current = journal().claim(ACCOUNT, 2);
            claimed.set(true);
            return writeUntilRefused(current, "2", 20);
        };

        try (var threads = Executors.newCachedThreadPool()) {
            List<Future<Integer>> writes = new ArrayList<>();
            oldThreads.forEach(each -> writes.add(threads.submit(each)));
            writes.add(threads.submit(newThread));
            for (Future<Integer> each : writes) {
                each.get();
            }
        }

        assertThat(claimed).isTrue();
        List<String> epochs = read(ACCOUNT, 0).stream()
                .map(each -> ((GatewayFact.Began) each.fact()).holder())
                .toList();
        assertThat(epochs).isSorted().contains("1", "2");
        assertThat(epochs.stream().filter("2"::equals)).hasSize(40);
        assertThat(read(ACCOUNT, 0).stream().map(Entry::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, epochs.size()).boxed().toList());
    }

    private static int writeUntilRefused(OrderJournal.Writer writer, String epoch, int most) {
        GatewayFact fact = new GatewayFact.Began(TIME, epoch);
        for (int i = 0; i < most; i++) {
            try {
                writer.append(List.of(fact, fact));
            } catch (TradeTrackerException refused) {
                assertThat(refused.code()).isEqualTo(CoreError.ANOTHER_WRITER);
                return i;
            }
        }
        return most;
    }

    /** A fact as it was read. */
    private record Entry(long sequence, GatewayFact fact) {}

    private List<Entry> read(TradingAccount account, long after) {
        List<Entry> entries = new ArrayList<>();
        journal().read(account, after, (sequence, fact) -> entries.add(new Entry(sequence, fact)));
        return entries;
    }

    private static List<Entry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(i -> new Entry(i, fact(i)))
                .toList();
    }

    private static List<GatewayFact> facts(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(OrderJournalContract::fact)
                .toList();
    }

    private static GatewayFact fact(long number) {
        return new GatewayFact.EquityNoted(TIME.plusSeconds(number), number / 3.0);
    }

    private static void assertRefused(CoreError code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
