package io.tradetracker.samples.benchmarks.reproduction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What another engine made: its round trips and its figures. */
record Reference(List<Trip> trips, Map<String, Double> figures) {
    static Reference read(String name) {
        List<Trip> trips = lines(name + ".csv").stream().map(Reference::trip).toList();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String[] cells : lines(name + ".figures.csv")) {
            figures.put(cells[0], Double.parseDouble(cells[1]));
        }
        return new Reference(trips, figures);
    }

    private static Trip trip(String[] cells) {
        return new Trip(
                Instant.parse(cells[0]),
                Instant.parse(cells[1]),
                cells[2],
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]));
    }

    private static List<String[]> lines(String name) {
        InputStream resource = Objects.requireNonNull(Reference.class.getResourceAsStream(name), name);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return in.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
