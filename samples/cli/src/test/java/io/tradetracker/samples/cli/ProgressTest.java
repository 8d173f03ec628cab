package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressTest {
    @TempDir
    Path folder;

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/3, true",
        "/dev/tty1, true",
        "/dev/null, false",
        "/tmp/err.txt, false",
        "pipe:[123], false",
        "/dev/ptsx, false"
    })
    void knowsATerminalByItsName(String target, boolean terminal) throws IOException {
        Path descriptor = Files.createSymbolicLink(folder.resolve("2"), Path.of(target));

        assertThat(Terminal.isTerminal(descriptor)).isEqualTo(terminal);
    }

    @Test
    void leavesOffWhenTheProcessIsBeingStopped() {
        try (Progress progress = new Progress(true)) {
            progress.onProgress(1, 2);
            progress.onProgress(1L, 2L);
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> progress.onProgress(1, 2)).isInstanceOf(Stopped.class);
            assertThatThrownBy(() -> progress.onProgress(1L, 2L)).isInstanceOf(Stopped.class);
        }
    }
}
