package io.tradetracker.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.core.CoreError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

final class FileOrderJournalTest extends InJournalFolder {
    @Test
    void makesTheFolderThatIsMissing() {
        try (OrderJournal journal = open()) {
            journal.claim(ACCOUNT, 1).append(facts(1, 1));
        }

        assertThat(fileNames()).hasSize(2).contains("journal.lock");
        assertThat(facts()).isEqualTo(facts(1, 1));
    }

    @Test
    void writesLinesThatNeverChange() throws IOException {
        try (OrderJournal journal = open()) {
            journal.claim(ACCOUNT, 7).append(facts(1, 2));
        }

        assertThat(file().getFileName()).hasToString("capital-demo_12345-6dd659b1aa3428008aa34c931e42dbd5.journal");
        assertThat(Files.readAllLines(file()))
                .containsExactly(
                        "3877f0a6 {\"journal\":1,\"broker\":\"capital-demo\",\"account\":\"12345\"}",
                        "18e48ac0 {\"epoch\":7}",
                        "41464933 {\"epoch\":7,\"first\":1,\"count\":2,\"facts\":["
                                + "{\"fact\":\"began\",\"time\":\"2026-01-05T10:00:00Z\",\"holder\":\"1\"},"
                                + "{\"fact\":\"began\",\"time\":\"2026-01-05T10:00:00Z\",\"holder\":\"2\"}]}");
    }

    @Test
    void goesOnWhereItEndedAndRefusesAnOldEpochAlsoAfterARestart() {
        try (OrderJournal journal = open()) {
            journal.claim(ACCOUNT, 3).append(facts(1, 2));
            journal.claim(ACCOUNT, 5);
        }
        try (OrderJournal journal = open()) {
            assertRefused(CoreError.ANOTHER_WRITER, () -> journal.claim(ACCOUNT, 4), "epoch 5");
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 5);
            assertThat(writer.lastSequence()).isEqualTo(2);
            writer.append(facts(3, 3));
        }

        assertThat(facts()).isEqualTo(facts(1, 3));
        assertThat(cut).isEmpty();
    }

    @Test
    void letsOneJournalOfAFolderWriteAndAnybodyRead() {
        try (OrderJournal other = open()) {
            try (OrderJournal one = open()) {
                OrderJournal.Writer writer = one.claim(ACCOUNT, 1);
                writer.append(facts(1, 2));
                String self = "process " + ProcessHandle.current().pid();

                assertRefused(CoreError.ANOTHER_WRITER, () -> other.claim(ACCOUNT, 2), self);
                assertRefused(
                        CoreError.ANOTHER_WRITER, () -> other.claim(TradingAccount.of("b", "2"), 1), folder.toString());
                assertThat(other.accounts()).containsExactly(ACCOUNT);
                assertThat(facts()).isEqualTo(facts(1, 2));
                writer.append(facts(3, 3));
            }
            assertThat(other.claim(ACCOUNT, 2).lastSequence()).isEqualTo(3);
        }
    }

    @Test
    void aJournalThatOnlyReadsLocksNothing() {
        try (OrderJournal reader = open();
                OrderJournal writer = open()) {
            assertThat(reader.accounts()).isEmpty();

            writer.claim(ACCOUNT, 1).append(facts(1, 1));
        }
        assertThat(facts()).isEqualTo(facts(1, 1));
    }

    @Test
    void refusesAPathThatIsAFile() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertRefused(CoreError.JOURNAL_FAILED, () -> FileOrderJournal.open(file), file.toString());
        assertRefused(CoreError.JOURNAL_FAILED, () -> FileOrderJournal.open(file.resolve("below")), file.toString());
    }

    /** Not even the superuser can write there. */
    @Test
    void saysThatAFolderCannotBeWritten() {
        Path system = Path.of("/proc");
        try (OrderJournal journal = FileOrderJournal.open(system)) {
            assertThat(journal.accounts()).isEmpty();
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 1), system.toString());
        }
    }

    @Test
    void beginsAnewOnAFileThatHoldsNothing() throws IOException {
        write(facts(1, 1));
        Files.write(file(), new byte[0]);

        try (OrderJournal journal = open()) {
            assertThat(journal.accounts()).isEmpty();
            journal.claim(ACCOUNT, 1).append(facts(1, 2));
        }

        assertThat(facts()).isEqualTo(facts(1, 2));
        assertThat(cut).isEmpty();
    }

    @Test
    void cutsOffAFileOfZeroBytes() throws IOException {
        write(facts(1, 1));
        Files.write(file(), new byte[100_000]);

        try (OrderJournal journal = open()) {
            assertThat(journal.accounts()).isEmpty();
            assertThat(facts()).isEmpty();
            journal.claim(ACCOUNT, 1).append(facts(1, 2));
        }

        assertThat(facts()).isEqualTo(facts(1, 2));
        assertThat(cut)
                .singleElement()
                .satisfies(tail -> assertThat(tail.length()).isEqualTo(100_000));
    }

    @Test
    void keepsTheBytesOfATornTailBesideTheFileAndTells() throws IOException {
        write(facts(1, 2));
        byte[] whole = Files.readAllBytes(file());
        byte[] torn = "12345678 {\"epoch\":1,\"fir".getBytes(StandardCharsets.US_ASCII);
        for (int number = 1; number <= 2; number++) {
            Files.write(file(), torn, StandardOpenOption.APPEND);
            assertThat(facts()).as("a reader stops there").isEqualTo(facts(1, 2));

            try (OrderJournal journal = open()) {
                assertThat(journal.claim(ACCOUNT, 1).lastSequence()).isEqualTo(2);
            }

            Path kept = file().resolveSibling(file().getFileName() + ".torn-" + number);
            assertThat(cut.getLast()).isEqualTo(new TornTail(ACCOUNT, file(), kept, torn.length));
            assertThat(Files.readAllBytes(kept)).isEqualTo(torn);
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
        assertThat(open().accounts()).containsExactly(ACCOUNT);
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromClaiming() throws IOException {
        write(facts(1, 1));
        Files.writeString(file(), "torn", StandardOpenOption.APPEND);

        try (OrderJournal journal = FileOrderJournal.open(folder, tail -> {
            throw new IllegalStateException("listener");
        })) {
            journal.claim(ACCOUNT, 1).append(facts(2, 2));
        }

        assertThat(facts()).isEqualTo(facts(1, 2));
    }

    @Test
    void aRefusedClaimCutsNothing() throws IOException {
        try (OrderJournal journal = open()) {
            journal.claim(ACCOUNT, 5).append(facts(1, 1));
        }
        Files.writeString(file(), "torn", StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(file());

        try (OrderJournal journal = open()) {
            assertRefused(CoreError.ANOTHER_WRITER, () -> journal.claim(ACCOUNT, 4), "epoch 5");
        }

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(cut).isEmpty();
    }

    @Test
    void namesTheFileAndTheLineOfDamageAndChangesNothing() throws IOException {
        try (OrderJournal journal = open()) {
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);
            writer.append(facts(1, 1));
            writer.append(facts(2, 2));
        }
        List<String> lines = Files.readAllLines(file());
        lines.set(2, lines.get(2).replace("\"holder\":\"1\"", "\"holder\":\"9\""));
        Files.writeString(file(), String.join("\n", lines) + "\n");
        byte[] before = Files.readAllBytes(file());

        try (OrderJournal journal = open()) {
            String place = "file " + file() + " is damaged in line 3";
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 2), place);
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.read(ACCOUNT, 0, (sequence, fact) -> {}), place);
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 2), "Put back a copy");
            assertThat(journal.claim(TradingAccount.of("b", "2"), 1).lastSequence())
                    .isZero();
        }

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(cut).isEmpty();
    }

    @Test
    void aLineThatIsMissingOrTwiceThereIsDamage() throws IOException {
        try (OrderJournal journal = open()) {
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);
            LongStream.rangeClosed(1, 3).forEach(i -> writer.append(facts(i, i)));
            journal.claim(ACCOUNT, 2).append(facts(4, 4));
        }
        List<String> lines = Files.readAllLines(file());
        for (int i = 0; i < lines.size() - 1; i++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            assertDamaged(without);
        }
        for (int i = 0; i < lines.size(); i++) {
            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            assertDamaged(twice);
        }
    }

    private void assertDamaged(List<String> lines) throws IOException {
        Files.writeString(file(), String.join("\n", lines) + "\n");
        try (OrderJournal journal = open()) {
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 3), "is damaged in line");
        }
    }

    @Test
    void refusesTheFileOfAnotherAccount() throws IOException {
        write(facts(1, 1));
        TradingAccount other = TradingAccount.of("capital-live", "12345");
        try (OrderJournal journal = open()) {
            journal.claim(other, 1);
        }
        Path own = file();
        Path others = files().filter(
                        each -> !each.equals(own) && each.toString().endsWith(".journal"))
                .findFirst()
                .orElseThrow();
        Files.copy(own, others, StandardCopyOption.REPLACE_EXISTING);

        try (OrderJournal journal = open()) {
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(other, 2), "holds the record of account");
        }
    }

    @Test
    void refusesWhatALaterVersionWrote() throws IOException {
        write(facts(1, 1));
        List<String> lines = Files.readAllLines(file());
        Files.writeString(
                file(),
                String.join("\n", lines) + "\n"
                        + line("{\"epoch\":1,\"first\":2,\"count\":1,\"facts\":[{\"fact\":\"flood\",\"time\":"
                                + "\"2026-01-05T10:00:00Z\"}]}"));

        try (OrderJournal journal = open()) {
            assertRefused(
                    CoreError.JOURNAL_FAILED,
                    () -> journal.read(ACCOUNT, 0, (sequence, fact) -> {}),
                    "line 4: it cannot be read, and may be that of a later version: fact 'flood' is not known");
        }
    }

    @Test
    void refusesALineOfAKindThatIsNotKnown() throws IOException {
        write(facts(1, 1));
        String begin = Files.readString(file());
        for (String json : List.of(
                "{}",
                "[]",
                "77",
                "{\"epoch\":\"two\"}",
                "{\"epoch\":2,\"more\":1}",
                "{\"epoch\":1}",
                "{\"epoch\":2,\"first\":2,\"count\":1,\"facts\":[]}",
                "{\"epoch\":1,\"first\":3,\"count\":1,\"facts\":[]}",
                "{\"epoch\":1,\"first\":2,\"count\":0,\"facts\":[]}",
                "{\"epoch\":1,\"first\":2,\"count\":-1,\"facts\":[]}",
                "{\"epoch\":1,\"first\":2,\"count\":1}",
                "{\"epoch\":1,\"first\":2,\"count\":1,\"else\":[]}",
                "{\"journal\":1,\"broker\":\"capital-demo\",\"account\":\"12345\"}")) {
            Files.writeString(file(), begin + line(json));
            try (OrderJournal journal = open()) {
                assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 5), "is damaged in line 4");
            }
        }
    }

    @Test
    void refusesAFileOfAVersionThatIsNotKnown() throws IOException {
        write(facts(1, 1));
        Files.writeString(file(), line("{\"journal\":2,\"broker\":\"capital-demo\",\"account\":\"12345\"}"));

        try (OrderJournal journal = open()) {
            assertRefused(CoreError.JOURNAL_FAILED, () -> journal.claim(ACCOUNT, 5), "version 2 is not known");
            assertRefused(CoreError.JOURNAL_FAILED, journal::accounts, "version 2 is not known");
        }
    }

    private static String line(String json) {
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(StandardCharsets.US_ASCII));
        return String.format("%08x %s%n", sum.getValue(), json);
    }

    @Test
    void streamsAFileThatIsLargerThanItWouldFitInMemory() throws IOException {
        String text = "x".repeat(1_000_000);
        int lines = 300;
        try (OrderJournal journal = open()) {
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);
            for (int i = 0; i < lines; i++) {
                writer.append(List.of(new GatewayFact.Resumed(TIME, text)));
            }
        }
        long[] seen = new long[1];

        try (OrderJournal journal = open()) {
            journal.read(ACCOUNT, 0, (sequence, fact) -> seen[0] = sequence);
            assertThat(journal.claim(ACCOUNT, 2).lastSequence()).isEqualTo(lines);
        }

        assertThat(seen[0]).isEqualTo(lines);
        assertThat(Files.size(file())).isGreaterThan(lines * 1_000_000L);
    }

    @Test
    void refusesToAddMoreThanALineHolds() {
        GatewayFact large = new GatewayFact.Resumed(TIME, "x".repeat(30_000_000));
        try (OrderJournal journal = open()) {
            OrderJournal.Writer writer = journal.claim(ACCOUNT, 1);

            assertThatThrownBy(() -> writer.append(List.of(large, large, large)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("several steps");

            writer.append(facts(1, 1));
            assertThat(facts(journal, ACCOUNT)).isEqualTo(facts(1, 1));
        }
    }
}
