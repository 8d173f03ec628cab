package io.tradetracker.coretestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.core.gateway.FileOrderJournal;
import io.tradetracker.core.gateway.OrderJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class FileOrderJournalContractTest extends OrderJournalContract {
    private final List<Object> cut = new ArrayList<>();

    @TempDir
    private Path folder;

    private OrderJournal journal;

    @BeforeEach
    void open() {
        journal = FileOrderJournal.open(folder.resolve("journals"), cut::add);
    }

    @AfterEach
    void close() {
        journal.close();
        assertThat(cut).as("torn tails").isEmpty();
    }

    @Override
    protected OrderJournal journal() {
        return journal;
    }
}
