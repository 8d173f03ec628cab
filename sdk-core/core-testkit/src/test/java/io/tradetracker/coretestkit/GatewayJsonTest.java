package io.tradetracker.coretestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.BrokerPositionId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.account.AccountEvent;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.core.gateway.GatewayJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GatewayJsonTest {
    private static final Instant TIME = Instant.parse("2026-01-05T10:00:00Z");
    private static final ClientOrderId ID = ClientOrderId.of("one");

    private final GatewayJson json = new GatewayJson();

    @Test
    void everyKindThatThereIsComesFromTheSeed() {
        RandomFacts facts = RandomFacts.seeded(1);

        assertWhole(GatewayFact.class, facts.facts());
        assertWhole(AccountEvent.class, facts.events());
        assertWhole(SubmitOutcome.class, facts.outcomes());
        assertWhole(OrderAction.class, facts.actions(ID));
    }

    private static <T> void assertWhole(Class<T> sealed, Map<Class<? extends T>, Supplier<T>> generators) {
        assertThat(generators.keySet())
                .as("kinds of %s of which RandomFacts makes some", sealed.getSimpleName())
                .isEqualTo(Set.of(sealed.getPermittedSubclasses()));
        generators.forEach((kind, generator) -> assertThat(generator.get()).isExactlyInstanceOf(kind));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsBackWhatItWrote(long seed) {
        RandomFacts facts = RandomFacts.seeded(seed);
        for (int round = 0; round < 100; round++) {
            for (GatewayFact fact : everyKind(facts)) {
                String line = json.write(fact);

                GatewayFact read = json.read(line);

                assertThat(read).as("seed %d, round %d: %s", seed, round, line).isEqualTo(fact);
                assertThat(json.write(read)).isEqualTo(line);
                assertThat(line).matches("[\\x20-\\x7f]+");
            }
        }
    }

    private static List<GatewayFact> everyKind(RandomFacts facts) {
        Stream<GatewayFact> kinds = make(facts.facts());
        Stream<GatewayFact> seen = make(facts.events()).map(event -> new GatewayFact.Seen(TIME, event, null));
        Stream<GatewayFact> answers = make(facts.outcomes()).map(each -> new GatewayFact.Answered(TIME, ID, each));
        return Stream.of(kinds, seen, answers).flatMap(each -> each).toList();
    }

    private static <T> Stream<T> make(Map<Class<? extends T>, Supplier<T>> generators) {
        Collection<Supplier<T>> all = generators.values();
        return all.stream().map(Supplier::get);
    }

    @Test
    void writesWordsThatNeverChange() {
        assertThat(json.write(new GatewayFact.EquityNoted(TIME, 0.1 + 0.2)))
                .isEqualTo(
                        "{\"fact\":\"equity\",\"time\":\"2026-01-05T10:00:00Z\",\"equity\":\"0.30000000000000004\"}");
        assertThat(json.write(new GatewayFact.Answered(TIME, ID, new SubmitOutcome.Unknown("reset", null))))
                .isEqualTo("{\"fact\":\"answered\",\"time\":\"2026-01-05T10:00:00Z\",\"id\":\"one\","
                        + "\"answer\":{\"outcome\":\"unknown\",\"reason\":\"reset\"}}");
        assertThat(make(RandomFacts.seeded(1).facts()).map(GatewayJson::kindOf))
                .containsExactlyInAnyOrder(
                        "began",
                        "intended",
                        "due",
                        "inputs-handled",
                        "declined",
                        "answered",
                        "settled",
                        "handed-over",
                        "seen",
                        "assigned",
                        "freed",
                        "equity",
                        "killed",
                        "resumed");
    }

    @Test
    void writesExactNumbersPlain() {
        var protect = new OrderAction.Protect(BrokerPositionId.of("p"), new BigDecimal("1E+3"), new BigDecimal("1E-7"));

        assertThat(json.write(new GatewayFact.Intended(TIME, Intents.of(ID, protect), false)))
                .contains("\"stopLoss\":\"1000\",\"takeProfit\":\"0.0000001\"");
    }

    @Test
    void readsTextsOfAnyLength() {
        GatewayFact fact = new GatewayFact.Resumed(TIME, "x".repeat(3_000_000));

        assertThat(json.read(json.write(fact))).isEqualTo(fact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "7",
                "{\"fact\":\"began\"}",
                "{\"fact\":\"flood\",\"time\":\"2026-01-05T10:00:00Z\"}",
                "{\"fact\":\"began\",\"time\":\"noon\",\"holder\":\"one\"}",
                "{\"fact\":\"began\",\"time\":\"2026-01-05T10:00:00Z\",\"holder\":null}",
                "{\"fact\":\"began\",\"time\":\"2026-01-05T10:00:00Z\",\"holder\":1}",
                "{\"fact\":\"began\",\"time\":\"2026-01-05T10:00:00Z\",\"holder\":\"one\",\"more\":1}",
                "{\"fact\":\"began\",\"time\":\"2026-01-05T10:00:00Z\",\"holder\":\"one\",\"holder\":\"two\"}",
                "{\"fact\":\"began\",\"time\":\"2026-01-05T10:00:00Z\",\"holder\":\"one\"} {}",
                "{\"fact\":\"equity\",\"time\":\"2026-01-05T10:00:00Z\",\"equity\":\"much\"}",
                "{\"fact\":\"due\",\"time\":\"2026-01-05T10:00:00Z\",\"id\":\" \"}",
                "{\"fact\":\"inputs-handled\",\"time\":\"2026-01-05T10:00:00Z\",\"owner\":{\"kind\":\"BOT\","
                        + "\"name\":\"b\"},\"sequence\":1.5}",
                "{\"fact\":\"inputs-handled\",\"time\":\"2026-01-05T10:00:00Z\",\"owner\":{\"kind\":\"CAT\","
                        + "\"name\":\"b\"},\"sequence\":1}",
                "{\"fact\":\"inputs-handled\",\"time\":\"2026-01-05T10:00:00Z\",\"owner\":{\"kind\":\"BOT\","
                        + "\"name\":\"b\",\"more\":1},\"sequence\":1}",
                "{\"fact\":\"killed\",\"time\":\"2026-01-05T10:00:00Z\",\"switch\":{\"since\":"
                        + "\"2026-01-05T10:00:00Z\",\"reason\":\" \",\"mode\":\"block\"}}"
            })
    void refusesWhatIsNoFact(String text) {
        assertThatThrownBy(() -> json.read(text))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreError.JOURNAL_FAILED))
                .hasMessageContaining("cannot be read");
    }

    /** What is broken by one character is another fact that somebody may have written, or none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsAFactOrRefusesWhateverIsChanged(long seed) {
        Random random = new Random(seed);
        RandomFacts facts = RandomFacts.seeded(seed);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(json.write(facts.next()));
            text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
            try {
                assertThat(json.read(json.write(json.read(text.toString()))))
                        .as("seed %d, fact %d", seed, i)
                        .isEqualTo(json.read(text.toString()));
            } catch (TradeTrackerException failure) {
                assertThat(failure.code()).isEqualTo(CoreError.JOURNAL_FAILED);
                refused++;
            }
        }
        assertThat(refused).as("seed %d", seed).isPositive();
    }
}
