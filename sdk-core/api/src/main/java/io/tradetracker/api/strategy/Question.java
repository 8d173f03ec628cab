package io.tradetracker.api.strategy;

import java.util.Map;

/**
 * Something a strategy wants to know from a slow service, such as a model. The answer arrives later in
 * {@link Strategy#onAnswer}. Immutable.
 *
 * @param id the strategy's own name for it, repeated in the answer
 * @param service whom to ask, such as {@code ai.decide}
 * @param content what to ask, as text by name
 */
public record Question(String id, String service, Map<String, String> content) {
    /**
     * Copies the content, in its order.
     *
     * @throws IllegalArgumentException when the text is longer than 200,000 characters in all
     */
    public Question {
        content = QuestionContent.copyOf(content);
    }

    /** {@return a question to a service} */
    public static Question of(String id, String service, Map<String, String> content) {
        return new Question(id, service, content);
    }
}
