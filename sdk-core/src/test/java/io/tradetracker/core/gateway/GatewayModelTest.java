package io.tradetracker.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.BrokerCapability;
import io.tradetracker.testkit.broker.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random wishes, outsiders and prices on a broker that does everything wrong, in processes that die at random steps.
 * After each death the gateway, the record and the venue must agree.
 */
final class GatewayModelTest {
    /** How many times as many games; more find more. */
    private static final int GAMES = Integer.getInteger("games", 1);

    private static final Duration LATENESS = Duration.ofMillis(120);
    private static final Faults EVERYTHING = Faults.all(LATENESS);
    private static final Set<BrokerCapability> HEDGING = with(BrokerCapability.HEDGING, BrokerCapability.PARTIAL_CLOSE);
    private static final Set<BrokerCapability> NAMING = with(BrokerCapability.CLIENT_ORDER_IDS);

    @Test
    void agreesWithTheVenueAfterEveryDeathWithoutFaults() throws Exception {
        assertThat(play(1, 4 * GAMES, GatewayRig.NETTING, Faults.NONE)).containsKey(IntentStatus.EXECUTED);
    }

    @Test
    void agreesWithTheVenueAfterEveryDeathOnANettingAccount() throws Exception {
        assertThat(play(1_000, 8 * GAMES, GatewayRig.NETTING, EVERYTHING)).containsKey(IntentStatus.EXECUTED);
    }

    @Test
    void agreesWithTheVenueAfterEveryDeathOnAHedgingAccount() throws Exception {
        assertThat(play(2_000, 8 * GAMES, HEDGING, EVERYTHING)).containsKey(IntentStatus.EXECUTED);
    }

    @Test
    void needsNoPersonWhereTheBrokerKeepsOurNames() throws Exception {
        Map<IntentStatus, Integer> ends = play(3_000, 6 * GAMES, NAMING, EVERYTHING);

        assertThat(ends).containsKey(IntentStatus.EXECUTED).doesNotContainKey(IntentStatus.WITH_PERSON);
    }

    private static Map<IntentStatus, Integer> play(
            long firstSeed, int seeds, Set<BrokerCapability> capabilities, Faults faults) throws Exception {
        List<Callable<Map<IntentStatus, Integer>>> games = LongStream.range(firstSeed, firstSeed + seeds)
                .<Callable<Map<IntentStatus, Integer>>>mapToObj(seed -> () -> {
                    try (GatewayGame game = new GatewayGame(capabilities, faults, seed)) {
                        return game.play();
                    }
                })
                .toList();
        Map<IntentStatus, Integer> sum = new EnumMap<>(IntentStatus.class);
        List<Throwable> problems = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Map<IntentStatus, Integer>> game : threads.invokeAll(games)) {
                try {
                    game.get().forEach((status, times) -> sum.merge(status, times, Integer::sum));
                } catch (java.util.concurrent.ExecutionException failed) {
                    problems.add(failed.getCause());
                }
            }
        }
        System.out.println(sum);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.size() + " games failed; the first:", problems.getFirst());
        }
        return sum;
    }

    private static Set<BrokerCapability> with(BrokerCapability... more) {
        Set<BrokerCapability> all = new HashSet<>(GatewayRig.NETTING);
        all.addAll(List.of(more));
        return all;
    }
}
