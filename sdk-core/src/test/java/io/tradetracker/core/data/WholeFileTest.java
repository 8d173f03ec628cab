package io.tradetracker.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WholeFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void onlyWhereThereAreModesAndLinks() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs the files of a Linux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/null", "/proc/self/cwd/x.csv"})
    void refusesNamesThatStandForOpenFilesAndDevices(String name) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(name));
        Path linkToALink = Files.createSymbolicLink(folder.resolve("again"), Path.of("link"));

        for (Path file : new Path[] {Path.of(name), link, linkToALink}) {
            assertThatThrownBy(() -> WholeFile.requireWritable(file))
                    .as(file.toString())
                    .hasMessageContaining("cannot write " + file + ": ")
                    .hasMessageContaining("it stands for a device or an open file; give the name of a file");
        }
    }

    @Test
    void writesIntoSharedMemory() {
        assumeTrue(Files.isWritable(Path.of("/dev/shm")));

        assertThatCode(() -> WholeFile.requireWritable(Path.of("/dev/shm/none-of-ours.csv")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAReadOnlyFile() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> WholeFile.write(file, out -> out.write("new")))
                .hasMessageEndingWith("the file is read-only; allow writing to it or choose another name");
        assertThat(file).hasContent("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "rwxr-x---"})
    void keepsTheModeOfAReplacedFile(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        WholeFile.write(file, out -> out.write("new"));

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(mode);
    }

    @Test
    void leavesNothingBehindWhenItsThreadIsInterrupted() {
        try {
            assertThatThrownBy(() -> WholeFile.write(folder.resolve("x.csv"), out -> {
                        Thread.currentThread().interrupt();
                        out.write("x".repeat(1_000_000));
                    }))
                    .hasMessageContaining("cannot write");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysHowToMendAFullDiskAndALongName() {
        Path file = folder.resolve("x.csv");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    throw new FileSystemException(file.toString(), null, "No space left on device");
                }))
                .hasMessageEndingWith("x.csv: the disk is full; make room or choose a folder on another");
        assertThatThrownBy(() -> WholeFile.requireWritable(folder.resolve("x".repeat(300))))
                .hasMessageEndingWith("its name is too long; choose a shorter one");
    }
}
