package io.tradetracker.core.risk;

import java.util.List;
import java.util.Optional;

/**
 * What the rules said to one order. Immutable.
 *
 * @param outcomes one for each rule that applies, the one that weighs most first
 */
public record CheckResult(List<RuleOutcome> outcomes) {
    /** No rule applies. */
    public static final CheckResult NOTHING = new CheckResult(List.of());

    /** Copies the outcomes. */
    public CheckResult {
        outcomes = List.copyOf(outcomes);
    }

    /** {@return whether no rule is against it} */
    public boolean allowed() {
        for (RuleOutcome outcome : outcomes) {
            if (!outcome.passed()) {
                return false;
            }
        }
        return true;
    }

    /** {@return the first rule that is against it; empty when it is allowed} */
    public Optional<RuleOutcome> refusal() {
        return outcomes.stream().filter(outcome -> !outcome.passed()).findFirst();
    }
}
