package io.tradetracker.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.internal.AppendFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Journals in a folder of their own, and what is in it. */
abstract class InJournalFolder {
    static final TradingAccount ACCOUNT = TradingAccount.of("capital-demo", "12345");
    static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");

    final List<TornTail> cut = new ArrayList<>();
    final FailingDisk disk = new FailingDisk();

    @TempDir
    Path temp;

    Path folder;

    @BeforeEach
    void nameFolder() {
        folder = temp.resolve("orders").resolve("journals");
    }

    OrderJournal open() {
        return FileOrderJournal.open(folder, cut::add);
    }

    OrderJournal openOn(AppendFile.Opener opener) {
        return FileOrderJournal.open(folder, opener, cut::add);
    }

    void write(List<GatewayFact> facts) {
        try (OrderJournal journal = open()) {
            journal.claim(ACCOUNT, 1).append(facts);
        }
    }

    List<GatewayFact> facts() {
        try (OrderJournal journal = open()) {
            return facts(journal, ACCOUNT);
        }
    }

    static List<GatewayFact> facts(OrderJournal journal, TradingAccount account) {
        List<GatewayFact> facts = new ArrayList<>();
        journal.read(account, 0, (sequence, fact) -> {
            assertThat(sequence).isEqualTo(facts.size() + 1);
            facts.add(fact);
        });
        return facts;
    }

    static List<GatewayFact> facts(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .<GatewayFact>mapToObj(i -> new GatewayFact.Began(TIME, Long.toString(i)))
                .toList();
    }

    Path file() {
        return files().filter(each -> each.getFileName().toString().matches("capital-demo_12345-.*\\.journal"))
                .findFirst()
                .orElseThrow();
    }

    List<String> fileNames() {
        return files().map(each -> each.getFileName().toString()).toList();
    }

    Stream<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void assertRefused(CoreError code, ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
