package io.tradetracker.broker.capital.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.testkit.KeptPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real client at the simulator, in processes that die at every step while everything goes wrong that can. */
final class CapitalUnderFireTest {
    private static final Path PAGE = Path.of("..", "docs", "evidence", "capital-under-fire.md");
    private static final KeptPart KEPT = new KeptPart(PAGE, "fire");
    private static final KeptPart ENDS = new KeptPart(PAGE, "ends");
    private static final int AT_ONCE = 4;
    private static final long EVIDENCE_SEED = 42;
    private static final long SLICE_SEED = Long.getLong("fire.seed", 7);

    @Test
    void losesNothingInASliceOfTheMatrix() throws Exception {
        System.out.println("cases drawn by seed " + SLICE_SEED);
        Map<Cell, Outcome> played = play(slice(SLICE_SEED, Integer.getInteger("fire.cells", 60)));

        assertThat(problems(played)).isEmpty();
        assertThat(played.values()).extracting(Outcome::end).contains("EXECUTED", "NOT_EXECUTED");
    }

    @Test
    @Tag("evidence")
    void theKeptPageIsThatOfToday() throws Exception {
        Map<Cell, Outcome> played = play(matrix(EVIDENCE_SEED));
        problems(played).forEach(System.out::println);
        String table = table(played);
        String ends = ends(played);
        System.out.println(table + "\n" + ends);
        if (KeptPart.updates()) {
            KEPT.write(table);
            ENDS.write(ends);
        }

        assertThat(problems(played)).isEmpty();
        assertThat(KEPT.text()).isEqualTo(table.strip());
    }

    /** Every wish with every step and every trouble, on both kinds of accounts. */
    private static List<Cell> matrix(long seed) {
        List<Cell> all = new ArrayList<>();
        for (Trouble trouble : Trouble.values()) {
            for (Wish wish : Wish.values()) {
                for (String step : Steps.ALL) {
                    for (boolean hedging : new boolean[] {false, true}) {
                        all.add(new Cell(wish, step, trouble, hedging, seed + all.size()));
                    }
                }
            }
        }
        return all;
    }

    private static List<Cell> slice(long seed, int many) {
        List<Cell> all = matrix(seed);
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(many, all.size()));
    }

    private static Map<Cell, Outcome> play(List<Cell> cells) throws Exception {
        Map<Cell, Future<Outcome>> playing = new LinkedHashMap<>();
        Map<Cell, Outcome> played = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Cell cell : cells) {
                Callable<Outcome> game = () -> Fire.play(cell);
                playing.put(cell, threads.submit(game));
            }
            for (Map.Entry<Cell, Future<Outcome>> each : playing.entrySet()) {
                played.put(each.getKey(), outcome(each.getKey(), each.getValue()));
            }
        }
        return played;
    }

    private static Outcome outcome(Cell cell, Future<Outcome> game) throws InterruptedException {
        try {
            return game.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            return new Outcome("NOT RECOVERED", List.of("LOST " + cell + ": " + failed.getCause()));
        }
    }

    private static List<String> problems(Map<Cell, Outcome> played) {
        return played.values().stream()
                .flatMap(each -> each.problems().stream())
                .toList();
    }

    private static String table(Map<Cell, Outcome> played) {
        StringBuilder table = new StringBuilder("""
                | what goes wrong | cases | lost | duplicated | unknown to the record | with a person |
                |---|---|---|---|---|---|
                """);
        for (Trouble trouble : Trouble.values()) {
            List<Outcome> outcomes = of(trouble, played);
            table.append("| ").append(trouble.words()).append(" | ").append(outcomes.size());
            for (String kind : List.of("LOST", "DUPLICATED", "UNKNOWN", "PERSON")) {
                long count = outcomes.stream().filter(each -> each.has(kind)).count();
                table.append(" | ").append(count);
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String ends(Map<Cell, Outcome> played) {
        Map<String, Integer> ends = new TreeMap<>();
        played.values().forEach(each -> ends.merge(each.end(), 1, Integer::sum));
        StringBuilder table = new StringBuilder("| how it ended | cases |\n|---|---|\n");
        ends.forEach((end, count) ->
                table.append("| ").append(end).append(" | ").append(count).append(" |\n"));
        return table.toString();
    }

    private static List<Outcome> of(Trouble trouble, Map<Cell, Outcome> played) {
        return played.entrySet().stream()
                .filter(each -> each.getKey().trouble() == trouble)
                .map(Map.Entry::getValue)
                .toList();
    }
}
