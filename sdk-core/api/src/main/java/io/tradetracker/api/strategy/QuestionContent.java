package io.tradetracker.api.strategy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Text by name, as long as a record can keep. */
final class QuestionContent {
    static final int LONGEST = 200_000;

    private QuestionContent() {}

    static Map<String, String> copyOf(Map<String, String> content) {
        Map<String, String> copy = new LinkedHashMap<>(content);
        long length = copy.entrySet().stream()
                .mapToLong(
                        part -> (long) part.getKey().length() + part.getValue().length())
                .sum();
        if (length > LONGEST) {
            throw new IllegalArgumentException(
                    "content of " + length + " characters must not be longer than " + LONGEST);
        }
        return Collections.unmodifiableMap(copy);
    }
}
