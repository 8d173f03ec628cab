package io.tradetracker.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.CoreError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Disks that are full or broken. */
final class BrokenDiskTest extends InJournalFolder {
    @Test
    void afterAFullDiskAClaimShowsWhatIsOnRecord() {
        for (int room = 0; room < 150; room++) {
            TradingAccount account = TradingAccount.of("full", "room-" + room);
            disk.mend();
            try (OrderJournal journal = openOn(disk)) {
                OrderJournal.Writer writer = journal.claim(account, 1);
                writer.append(facts(1, 2));
                disk.leaveRoomFor(room);

                assertRefused(CoreError.JOURNAL_FAILED, () -> writer.append(facts(3, 4)), "No space left on device");
                disk.mend();
                assertRefused(CoreError.JOURNAL_FAILED, () -> writer.append(facts(3, 4)), "claim the record anew");
                assertThat(facts(journal, account)).as("room %d", room).isEqualTo(facts(1, 2));

                OrderJournal.Writer next = journal.claim(account, 1);
                assertThat(next.lastSequence()).isEqualTo(2);
                next.append(facts(3, 5));
                assertThat(facts(journal, account)).as("room %d", room).isEqualTo(facts(1, 5));
            }
        }
        assertThat(cut).hasSize(149);
    }

    @Test
    void whatCouldNotBeForcedIsNotOnRecord() {
        try (OrderJournal journal = openOn(disk)) {
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);
            writer.append(facts(1, 1));
            disk.forceNothing();

            assertRefused(CoreError.JOURNAL_FAILED, () -> writer.append(facts(2, 2)), "Input/output error");
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 1), "Input/output error");
            disk.mend();
            assertThat(facts(journal, ACCOUNT)).isEqualTo(facts(1, 1));
            assertThat(journal.claim(ACCOUNT, 1).lastSequence()).isEqualTo(1);
        }
        assertThat(facts()).isEqualTo(facts(1, 1));
    }

    @Test
    void aClaimThatCannotCutClaimsNothing() throws IOException {
        write(facts(1, 1));
        Files.writeString(file(), "torn", StandardOpenOption.APPEND);
        try (OrderJournal journal = openOn(disk)) {
            disk.truncateNothing();
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 2), "Operation not permitted");
            disk.mend();
            journal.claim(ACCOUNT, 2).append(facts(2, 2));
        }
        assertThat(facts()).isEqualTo(facts(1, 2));
    }

    @Test
    void aClaimThatCouldNotBeWrittenIsNone() {
        try (OrderJournal journal = openOn(disk)) {
            journal.claim(ACCOUNT, 1).append(facts(1, 1));
            disk.leaveRoomFor(5);
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 9), "No space left on device");
            disk.mend();

            assertThat(journal.claim(ACCOUNT, 2).lastSequence()).isEqualTo(1);
        }
    }

    @Test
    void noticesThatAcknowledgedBytesAreGone() throws IOException {
        try (OrderJournal journal = openOn(disk)) {
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);
            writer.append(facts(1, 1));
            writer.append(facts(2, 2));
            disk.leaveRoomFor(5);
            assertRefused(CoreError.JOURNAL_FAILED, () -> writer.append(facts(3, 3)), "No space left");
            disk.mend();
            byte[] bytes = Files.readAllBytes(file());
            Files.write(file(), Arrays.copyOf(bytes, bytes.length - 20));

            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 2), "has lost what was written");
        }
    }

    @Test
    void anInterruptedWriterWritesNoMoreAndAClaimShowsWhatIsOnRecord() throws Exception {
        try (OrderJournal journal = open()) {
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);
            writer.append(facts(1, 1));
            Thread thread = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                assertRefused(CoreError.JOURNAL_FAILED, () -> writer.append(facts(2, 2)), "could not be written");
            });
            thread.join();

            OrderJournal.Writer next = journal.claim(ACCOUNT, 1);
            next.append(facts(next.lastSequence() + 1, 3));

            assertThat(facts(journal, ACCOUNT)).isEqualTo(facts(1, 3));
        }
    }
}
