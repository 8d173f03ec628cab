package io.tradetracker.postgres.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import io.tradetracker.testkit.KeptPart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that trade and are killed at every step, on brokers that do everything wrong. */
final class OrdersUnderFireTest {
    private static final KeptPart KEPT =
            new KeptPart(Path.of("..", "..", "docs", "evidence", "orders-under-fire.md"), "sigkill");
    private static final List<String> WISHES =
            List.of("market", "limit", "reverse", "amend", "cancel", "close", "reduce", "protect");
    private static final int AT_ONCE = 16;
    private static TestPostgres server;

    @BeforeAll
    static void startServer() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void someCasesOfEachJournalLoseNothing(@TempDir Path folder) throws Exception {
        assertThat(problems(play("file", cells(7, AT_ONCE), folder))).isEmpty();
        assertThat(problems(play("postgres", cells(8, AT_ONCE), folder))).isEmpty();
    }

    @Test
    @Tag("evidence")
    void theKeptPageIsThatOfToday(@TempDir Path folder) throws Exception {
        StringBuilder table = new StringBuilder("""
                | journal | asked for | cases | lost | duplicated | unknown to the record | with a person |
                |---|---|---|---|---|---|---|
                """);
        for (String journal : List.of("file", "postgres")) {
            Map<Cell, List<String>> played = play(journal, cells(42, 320), folder);
            problems(played).forEach(System.out::println);
            for (String wish : WISHES) {
                table.append(line(journal, wish, played));
            }
        }
        System.out.println(table);
        if (KeptPart.updates()) {
            KEPT.write(table.toString());
        }

        assertThat(KEPT.text()).isEqualTo(table.toString().strip());
    }

    private static String line(String journal, String wish, Map<Cell, List<String>> played) {
        int cases = 0;
        Map<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<Cell, List<String>> each : played.entrySet()) {
            if (each.getKey().what().equals(wish)) {
                cases++;
                for (String problem : each.getValue()) {
                    counts.merge(problem.replaceFirst("^[^ ]* ", "").replaceFirst(":.*", ""), 1, Integer::sum);
                }
            }
        }
        return "| " + journal + " | " + wish + " | " + cases + " | "
                + (counts.getOrDefault("LOST", 0) + counts.getOrDefault("not recovered", 0)) + " | "
                + counts.getOrDefault("DUPLICATED", 0) + " | " + counts.getOrDefault("UNKNOWN", 0) + " | "
                + counts.getOrDefault("PERSON", 0) + " |\n";
    }

    /** Every step with every wish and fault, in an order drawn by the seed, and the first ones of it. */
    private static List<Cell> cells(long seed, int many) {
        List<Cell> all = new ArrayList<>();
        for (String wish : WISHES) {
            for (String step : Steps.ALL) {
                for (String fault : new TreeMap<>(Arena.FAULTS).keySet()) {
                    all.add(new Cell(all.size(), wish, step, fault, seed + all.size()));
                }
            }
        }
        Collections.shuffle(all, new Random(seed));
        return List.copyOf(all.subList(0, many));
    }

    private static List<String> problems(Map<Cell, List<String>> played) {
        return played.values().stream().flatMap(List::stream).toList();
    }

    private static Map<Cell, List<String>> play(String journal, List<Cell> cells, Path folder) throws Exception {
        Map<Cell, List<String>> problems = new LinkedHashMap<>();
        for (int from = 0; from < cells.size(); from += AT_ONCE) {
            List<Cell> some = cells.subList(from, Math.min(cells.size(), from + AT_ONCE));
            problems.putAll(playSome(place(journal, folder.resolve(journal + "-" + from)), some));
        }
        return problems;
    }

    private static String place(String journal, Path folder) {
        if (journal.equals("file")) {
            return folder.toString();
        }
        String url = server.newDatabase();
        try (Database database = Database.open(DatabaseConfig.of(url, server.user(), ""))) {
            CoreSchema.migrate(database);
        }
        return url;
    }

    private static Map<Cell, List<String>> playSome(String place, List<Cell> cells) throws Exception {
        Map<String, Arena> arenas = new LinkedHashMap<>();
        cells.forEach(cell -> arenas.put(cell.id(), new Arena(cell)));
        try (BrokerServer broker =
                        new BrokerServer((cell, call) -> arenas.get(cell).answer(call));
                Ticks ticks = new Ticks(() -> arenas.values().forEach(Arena::tick))) {
            ticks.start();
            Process first = start("fire", place, broker.port(), cells);
            for (Arena arena : arenas.values()) {
                assertThat(arena.awaitStop(Duration.ofSeconds(90)))
                        .as("%s came to its step", cells)
                        .isTrue();
            }
            kill(first, arenas);
            Process second = start("again", place, broker.port(), cells);
            second.waitFor(
                    500 + new Random(cells.getFirst().seed()).nextInt(4_000),
                    java.util.concurrent.TimeUnit.MILLISECONDS);
            kill(second, arenas);
            Process third = start("again", place, broker.port(), cells);
            Map<Cell, List<String>> problems = new LinkedHashMap<>();
            for (Cell cell : cells) {
                arenas.get(cell.id()).awaitReport(Duration.ofSeconds(90));
                problems.put(cell, arenas.get(cell.id()).problems());
            }
            third.destroyForcibly().waitFor();
            return problems;
        }
    }

    private static void kill(Process process, Map<String, Arena> arenas) throws InterruptedException {
        process.destroyForcibly().waitFor();
        arenas.values().forEach(Arena::wasKilled);
    }

    private static Process start(String what, String place, int port, List<Cell> cells) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GatewayUnderFire.class.getName(),
                what,
                place,
                Integer.toString(port)));
        cells.forEach(cell -> command.add(cell.toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
