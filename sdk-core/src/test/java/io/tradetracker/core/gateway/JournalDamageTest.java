package io.tradetracker.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were cut at every byte, and with every byte changed. */
final class JournalDamageTest {
    private static final TradingAccount ACCOUNT = TradingAccount.of("b", "1");
    private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");
    private static final int BATCHES = 5;

    @TempDir
    private Path folder;

    private Path file;
    private byte[] whole;
    private int lastLine;
    private final List<Integer> ends = new ArrayList<>();

    /** A claim, two steps, another claim, three steps. */
    @BeforeEach
    void writeSmallJournal() throws IOException {
        try (OrderJournal journal = FileOrderJournal.open(folder)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                journal.claim(ACCOUNT, batch < 2 ? 1 : 2).append(batch(batch));
                file = onlyFile();
                ends.add((int) Files.size(file));
            }
        }
        whole = Files.readAllBytes(file);
        lastLine = ends.get(BATCHES - 2);
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.journal")) {
            return files.iterator().next();
        }
    }

    private static List<GatewayFact> batch(int number) {
        return IntStream.rangeClosed(0, number % 3)
                .<GatewayFact>mapToObj(i -> new GatewayFact.Began(TIME, number + "-" + i))
                .toList();
    }

    @Test
    void cutAnywhereItHoldsAllStepsThatWereWholeAndGoesOn() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int expected = wholeBatches(length);

            assertThat(read()).as("cut at byte %d", length).contains(batches(expected));
            assertThat(goOn()).as("cut at byte %d", length).contains(factsOf(expected));
            List<GatewayFact> all = new ArrayList<>(batches(expected));
            all.addAll(batch(0));
            assertThat(read()).as("gone on from byte %d", length).contains(all);
        }
    }

    private int wholeBatches(int length) {
        return (int) ends.stream().filter(end -> end <= length).count();
    }

    /** Cut to a length, but with zero bytes instead of none, as some file systems leave it after a power cut. */
    @Test
    void withZeroBytesAtItsEndItHoldsAllStepsThatWereWhole() throws IOException {
        for (int length = lastLine; length < whole.length; length++) {
            byte[] bytes = whole.clone();
            Arrays.fill(bytes, length, whole.length, (byte) 0);
            Files.write(file, bytes);

            assertThat(read()).as("zero from byte %d on", length).contains(batches(BATCHES - 1));
            assertThat(goOn()).contains(factsOf(BATCHES - 1));
        }
    }

    @Test
    void withAnyByteChangedItNeverHoldsWrongFacts() throws IOException {
        int errors = 0;
        int cuts = 0;
        for (int at = 0; at < whole.length; at++) {
            for (int change : new int[] {1, 0x20, 0x80, 0xff, whole[at] ^ '\n', whole[at]}) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) change;
                if (Arrays.equals(bytes, whole)) {
                    continue;
                }
                Files.write(file, bytes);
                Optional<List<GatewayFact>> read = read();
                Optional<Long> last = goOn();
                if (read.isEmpty()) {
                    errors++;
                    assertThat(last).as("byte %d by %x: claimed", at, change).isEmpty();
                    assertThat(Files.readAllBytes(file)).as("nothing changed").isEqualTo(bytes);
                } else {
                    cuts++;
                    assertThat(at).as("cut because of byte %d", at).isGreaterThanOrEqualTo(lastLine);
                    assertThat(read).as("byte %d by %x", at, change).contains(batches(BATCHES - 1));
                    assertThat(last).as("byte %d by %x", at, change).contains(factsOf(BATCHES - 1));
                }
            }
        }
        assertThat(errors).isPositive();
        assertThat(cuts).isPositive();
    }

    /** {@return the facts; empty when the file is refused} */
    private Optional<List<GatewayFact>> read() {
        List<GatewayFact> facts = new ArrayList<>();
        try (OrderJournal journal = FileOrderJournal.open(folder)) {
            journal.read(ACCOUNT, 0, (sequence, fact) -> facts.add(fact));
            return Optional.of(facts);
        } catch (TradeTrackerException refused) {
            assertThat(refused.code()).isEqualTo(CoreError.JOURNAL_FAILED);
            assertThat(facts).as("before the damage").isEqualTo(batches(BATCHES).subList(0, facts.size()));
            return Optional.empty();
        }
    }

    /** {@return the sequence after which a new holder goes on; empty when the file is refused} */
    private Optional<Long> goOn() {
        try (OrderJournal journal = FileOrderJournal.open(folder, FailingDisk.lazy(), JournalDamageTest::forget)) {
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 3);
            long last = writer.lastSequence();
            writer.append(batch(0));
            return Optional.of(last);
        } catch (TradeTrackerException refused) {
            assertThat(refused.code()).isEqualTo(CoreError.JOURNAL_FAILED);
            return Optional.empty();
        }
    }

    /** So that the folder does not fill. */
    private static void forget(TornTail tail) {
        try {
            Files.delete(tail.kept());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<GatewayFact> batches(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(number -> batch(number).stream())
                .toList();
    }

    private static long factsOf(int batches) {
        return batches(batches).size();
    }
}
