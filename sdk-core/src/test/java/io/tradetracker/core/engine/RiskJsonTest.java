package io.tradetracker.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.core.risk.RuleOutcome;
import io.tradetracker.json.JsonMappers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RiskJsonTest {
    private static final Instant TIME = Instant.parse("2024-02-29T23:59:59.999Z");

    private static JsonNode tree(Object json) throws JsonProcessingException {
        return JsonMappers.strict().readTree(json.toString());
    }

    @Test
    void writesOnlyTheLimitsThatAreSet() throws JsonProcessingException {
        OrderRules rules = OrderRules.NONE
                .withMaxPosition(1e-8)
                .withMaxExposure(150)
                .withMaxOrdersPerHour(6)
                .withMaxDailyLoss(2.5, HaltMode.BLOCK)
                .withMaxDrawdown(20, HaltMode.CLOSE);

        assertThat(RiskJson.write(OrderRules.NONE)).isEmpty();
        assertThat(RiskJson.write(rules).toString())
                .isEqualTo("{\"maxPosition\":1E-8,\"maxExposurePercent\":150,\"maxOrdersPerHour\":6,"
                        + "\"maxDailyLossPercent\":2.5,\"atDailyLoss\":\"block\",\"maxDrawdownPercent\":20}");
        assertThat(RiskJson.readRules(tree(RiskJson.write(rules)))).isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsBackWhatItWrote(long seed) throws JsonProcessingException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            OrderRules rules = rules(random);
            RefusedCheck check = check(random);
            KillSwitch killSwitch = new KillSwitch(TIME.plusMillis(i), "Ann: \"\u0000€😀\n" + i, mode(random));

            assertThat(RiskJson.readRules(tree(RiskJson.write(rules))))
                    .as("seed %d", seed)
                    .isEqualTo(rules);
            assertThat(RiskJson.readCheck(tree(RiskJson.write(check))))
                    .as("seed %d", seed)
                    .isEqualTo(check);
            assertThat(RiskJson.readKillSwitch(tree(RiskJson.write(killSwitch))))
                    .as("seed %d", seed)
                    .isEqualTo(killSwitch);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "5",
                "{\"maxPositon\":5}",
                "{\"maxPosition\":\"5\"}",
                "{\"maxPosition\":-5}",
                "{\"maxPosition\":null}",
                "{\"maxPosition\":1e999}",
                "{\"maxOrdersPerHour\":2.5}",
                "{\"maxOrdersPerHour\":99999999999}",
                "{\"maxDailyLossPercent\":500}",
                "{\"maxDrawdownPercent\":5,\"atDrawdown\":\"panic\"}",
                "{\"maxDrawdownPercent\":5,\"atDrawdown\":1}"
            })
    void refusesWhatIsNoRules(String text) throws JsonProcessingException {
        JsonNode node = tree(text);

        assertThatThrownBy(() -> RiskJson.readRules(node)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"time\":\"noon\",\"instrument\":\"A\",\"tag\":\"t\",\"outcomes\":[]}",
                "{\"time\":\"2024-01-01T00:00:00Z\",\"instrument\":\"A\",\"tag\":\"t\",\"outcomes\":[]}",
                "{\"time\":\"2024-01-01T00:00:00Z\",\"instrument\":\"A\",\"tag\":\"t\",\"outcomes\":{}}",
                "{\"time\":\"2024-01-01T00:00:00Z\",\"instrument\":\"A\",\"tag\":\"t\",\"outcomes\":"
                        + "[{\"rule\":\"X\",\"passed\":\"no\",\"sentence\":\"s\"}]}",
                "{\"time\":\"2024-01-01T00:00:00Z\",\"instrument\":\"A\",\"tag\":\"t\",\"outcomes\":"
                        + "[{\"rule\":\"X\",\"passed\":false,\"sentence\":\"s\",\"more\":1}]}"
            })
    void refusesWhatIsNoCheck(String text) throws JsonProcessingException {
        JsonNode node = tree(text);

        assertThatThrownBy(() -> RiskJson.readCheck(node)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void readsARuleThatALaterVersionKnows() throws JsonProcessingException {
        RefusedCheck check = RiskJson.readCheck(
                tree("{\"time\":\"2024-01-01T00:00:00Z\",\"instrument\":\"A\",\"tag\":\"t\",\"outcomes\":"
                        + "[{\"rule\":\"FULL_MOON\",\"passed\":false,\"sentence\":\"wait\"}]}"));

        assertThat(check.refusal().rule()).isEqualTo(new RuleName("FULL_MOON"));
    }

    private static OrderRules rules(SplittableRandom random) {
        OrderRules rules = OrderRules.NONE;
        rules = random.nextBoolean() ? rules.withMaxPosition(number(random)) : rules;
        rules = random.nextBoolean() ? rules.withMaxExposure(number(random)) : rules;
        rules = random.nextBoolean() ? rules.withMaxOrdersPerHour(1 + random.nextInt(1_000_000)) : rules;
        rules = random.nextBoolean() ? rules.withMaxDailyLoss(random.nextDouble(1e-9, 100), mode(random)) : rules;
        return random.nextBoolean() ? rules.withMaxDrawdown(random.nextDouble(1e-9, 100), mode(random)) : rules;
    }

    private static RefusedCheck check(SplittableRandom random) {
        List<RuleOutcome> outcomes = new ArrayList<>();
        outcomes.add(new RuleOutcome(RuleName.KILL_SWITCH, Double.NaN, Double.NaN, false, "off"));
        for (int i = random.nextInt(4); i > 0; i--) {
            double actual = random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : number(random);
            outcomes.add(new RuleOutcome(RuleName.MAX_POSITION, number(random), actual, random.nextBoolean(), "€ \n"));
        }
        return new RefusedCheck(TIME, InstrumentId.of("BTC/USD"), "order-1", new CheckResult(outcomes));
    }

    private static HaltMode mode(SplittableRandom random) {
        return random.nextBoolean() ? HaltMode.BLOCK : HaltMode.CLOSE;
    }

    private static double number(SplittableRandom random) {
        return random.nextDouble(0.1, 1) * Math.pow(10, random.nextInt(-10, 10));
    }
}
