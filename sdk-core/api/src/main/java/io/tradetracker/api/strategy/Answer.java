package io.tradetracker.api.strategy;

import java.time.Instant;
import java.util.Map;

/**
 * What a slow service said. Immutable.
 *
 * @param questionId the question's id
 * @param time when the answer arrived, UTC
 * @param content what it said, as text by name; empty when it failed
 * @param failure why there is no answer; empty when there is one
 */
public record Answer(String questionId, Instant time, Map<String, String> content, String failure) {
    /**
     * Copies the content, in its order.
     *
     * @throws IllegalArgumentException when the text is longer than 200,000 characters in all
     */
    public Answer {
        content = QuestionContent.copyOf(content);
    }

    /** {@return an answer} */
    public static Answer of(String questionId, Instant time, Map<String, String> content) {
        return new Answer(questionId, time, content, "");
    }

    /**
     * {@return an answer that tells why there is none}
     *
     * @throws IllegalArgumentException when the failure is blank
     */
    public static Answer failed(String questionId, Instant time, String failure) {
        if (failure.isBlank()) {
            throw new IllegalArgumentException("failure of question " + questionId + " must say why");
        }
        return new Answer(questionId, time, Map.of(), failure);
    }

    /** {@return a copy that arrived at another moment} */
    public Answer withTime(Instant arrival) {
        return new Answer(questionId, arrival, content, failure);
    }

    /** {@return whether the service failed} */
    public boolean isFailed() {
        return !failure.isEmpty();
    }
}
