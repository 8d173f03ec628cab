package io.tradetracker.core.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Decision;
import io.tradetracker.api.strategy.Question;
import io.tradetracker.api.strategy.Strategy;
import io.tradetracker.api.strategy.StrategyContext;
import io.tradetracker.api.strategy.StrategyView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BotQuestionTest {
    private final BotRig rig = new BotRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void bringsAnAnswerToTheStrategy() {
        CountDownLatch asked = new CountDownLatch(1);
        rig.answers = (question, at) -> {
            asked.countDown();
            return Answer.of(question.id(), at, Map.of("say", "buy"));
        };
        rig.open(BotQuestionTest::asksOnce).start();

        rig.play(0, 1);
        rig.awaitInput("answer");
        rig.play(1, 3);
        rig.settled();

        assertThat(asked.getCount()).isZero();
        assertThat(rig.fills()).hasSize(1);
    }

    @Test
    void answersAQuestionThatARestartLeftOpenWithAFailureOnce() throws InterruptedException {
        CountDownLatch answerNow = new CountDownLatch(1);
        rig.answers = (question, at) -> {
            awaitQuietly(answerNow);
            return Answer.of(question.id(), at, Map.of("say", "buy"));
        };
        rig.open(BotQuestionTest::asksOnce).start();
        rig.play(0, 2);
        rig.settled();

        rig.open(BotQuestionTest::asksOnce);
        answerNow.countDown();
        rig.play(2, 4);
        rig.settled();

        assertThat(answers())
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.failure()).isEqualTo("the bot was restarted before the answer came"));
        assertThat(rig.fills()).isEmpty();
    }

    @Test
    void tellsTheStrategyThatAServiceFailed() {
        rig.answers = (question, at) -> {
            throw new IllegalStateException("no network");
        };
        rig.open(BotQuestionTest::asksOnce).start();

        rig.play(0, 1);
        rig.awaitInput("answer");

        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.isFailed()).isTrue();
            assertThat(answer.failure()).contains("no network");
        });
    }

    @Test
    void neverLetsTheTimeGoBackForAnAnswer() {
        AtomicInteger seconds = new AtomicInteger();
        rig.answers = (question, at) -> Answer.of(question.id(), at.minusSeconds(3600), Map.of());
        rig.open(context -> new Strategy() {
                    @Override
                    public Decision onCandle(StrategyView view) {
                        return view.candles().size() == 2
                                ? Decision.ask(Question.of("q", "any", Map.of()))
                                : Decision.hold();
                    }

                    @Override
                    public Decision onAnswer(Answer answer, StrategyView view) {
                        seconds.set((int) view.time().getEpochSecond());
                        return Decision.hold();
                    }
                })
                .start();

        rig.play(0, 2);
        rig.awaitInput("answer");

        assertThat(seconds).hasValue(120);
    }

    private static Strategy asksOnce(StrategyContext context) {
        return new Strategy() {
            @Override
            public Decision onCandle(StrategyView view) {
                return view.candles().size() == 1
                        ? Decision.ask(Question.of("q", "oracle", Map.of("what", "next")))
                        : Decision.hold();
            }

            @Override
            public Decision onAnswer(Answer answer, StrategyView view) {
                return "buy".equals(answer.content().get("say")) ? Decision.enter(OrderSide.BUY) : Decision.hold();
            }
        };
    }

    private List<Answer> answers() {
        return rig.entries().stream()
                .filter(entry -> entry.input() instanceof BotInput.Answered)
                .map(entry -> ((BotInput.Answered) entry.input()).answer())
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
