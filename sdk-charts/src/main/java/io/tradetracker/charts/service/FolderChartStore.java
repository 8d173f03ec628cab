package io.tradetracker.charts.service;

import io.tradetracker.charts.ChartError;
import io.tradetracker.charts.ChartException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps charts as files of a folder, {@code <id>.png} and so on, until somebody deletes them. A file is there whole or
 * not at all. Several processes may share a folder.
 */
public final class FolderChartStore implements ChartStore {
    private final Path folder;

    /**
     * Opens a folder, made when it is not there.
     *
     * @throws ChartException when it cannot be made
     */
    public FolderChartStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw failed("cannot make the folder of charts " + folder, failed);
        }
    }

    @Override
    public void put(Chart chart) {
        Path file = file(chart.id(), chart.format());
        if (Files.exists(file)) {
            return;
        }
        try {
            Path part = Files.createTempFile(folder, "chart", ".part");
            try {
                Files.write(part, chart.bytes());
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw failed("cannot write chart " + file, failed);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public Optional<Chart> find(String id) {
        return Chart.isId(id)
                ? Arrays.stream(ChartFormat.values())
                        .flatMap(format -> read(id, format).stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Chart> read(String id, ChartFormat format) {
        Path file = file(id, format);
        try {
            return Optional.of(new Chart(id, format, Files.readAllBytes(file)));
        } catch (NoSuchFileException notThere) {
            return Optional.empty();
        } catch (IOException failed) {
            throw failed("cannot read chart " + file, failed);
        }
    }

    private Path file(String id, ChartFormat format) {
        return folder.resolve(id + "." + format.extension());
    }

    private static ChartException failed(String what, IOException cause) {
        return new ChartException(
                ChartError.NOT_WRITTEN, what + " (" + cause + "): make room, or let the folder be written", cause);
    }
}
