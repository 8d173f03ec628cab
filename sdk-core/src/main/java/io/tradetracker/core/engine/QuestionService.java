package io.tradetracker.core.engine;

import io.tradetracker.api.strategy.Answer;
import io.tradetracker.api.strategy.Question;
import java.time.Instant;

/** Answers the questions of strategies. May block: it is never called in a bot's own thread. */
@FunctionalInterface
public interface QuestionService {
    /** Answers every question with a failure that says that nobody is there. */
    QuestionService NONE =
            (question, at) -> Answer.failed(question.id(), at, "no service '" + question.service() + "' is connected");

    /**
     * {@return the answer, or {@link Answer#failed} when there is none}
     *
     * @param question what is asked
     * @param at the moment the answer arrives, to be put into it
     */
    Answer answer(Question question, Instant at);

    /** {@return the answer; a failed one when this service throws or answers nothing} */
    default Answer answerOrFail(Question question, Instant at) {
        try {
            Answer answer = answer(question, at);
            return answer == null ? Answer.failed(question.id(), at, "the service returned null") : answer;
        } catch (Exception | LinkageError failure) {
            return Answer.failed(question.id(), at, "the service failed: " + failure);
        }
    }
}
