package io.tradetracker.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.order.TimeInForce;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.json.JsonMappers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything a strategy can want must survive a trip through text, so that it may run in another process. */
final class DecisionJsonTest {
    private final JsonMapper mapper = JsonMappers.strict();

    static Stream<Decision> everyKindOfDecision() {
        Decision entry = Decision.enter(OrderSide.BUY);
        return Stream.of(
                Decision.hold(),
                Decision.hold().reason("calm \"and\" quiet\n").plot("x", 1e-300).plot("ratio", 0.1 + 0.2),
                entry.quantity(1.5).stopLoss(99.1).takeProfit(105).trailing(2).tag("first"),
                entry.atLimit(98.123456789).riskPercent(0.5).stopLoss(97).timeInForce(TimeInForce.NEXT_CANDLE),
                entry.atStop(101).size(PositionSize.allCash()),
                Decision.reverse(OrderSide.SELL).size(PositionSize.percentOfEquity(33.3)),
                Decision.exit().tag("bye").and(Decision.cancelAll()).and(Decision.cancel("first")),
                Decision.amend().stopLoss(-1).trailing(0.25),
                Decision.oneCancelsOther(
                        entry.atStop(11), Decision.enter(OrderSide.SELL).atStop(9)),
                Decision.ask(Question.of("q", "ai.decide", Map.of("b", "2", "a", "1")))
                        .and(entry));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfDecision")
    void readsBackWhatWasWritten(Decision decision) throws Exception {
        String text = DecisionJson.write(decision).toString();

        assertThat(DecisionJson.read(mapper.readTree(text))).isEqualTo(decision);
    }

    @Test
    void refusesAnIntentItDoesNotKnow() {
        assertThatThrownBy(() -> DecisionJson.read(mapper.readTree("{\"intents\":[{\"do\":\"gamble\"}]}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gamble");
    }
}
