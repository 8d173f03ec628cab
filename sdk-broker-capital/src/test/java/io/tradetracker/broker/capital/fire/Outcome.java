package io.tradetracker.broker.capital.fire;

import java.util.List;

/**
 * How a case ended.
 *
 * @param end EXECUTED, NOT_EXECUTED, DECLINED, WITH_PERSON, or NEVER when it did not come on record
 * @param problems what is wrong, each beginning with its kind
 */
record Outcome(String end, List<String> problems) {
    Outcome {
        problems = List.copyOf(problems);
    }

    boolean has(String kind) {
        return problems.stream().anyMatch(each -> each.startsWith(kind));
    }
}
