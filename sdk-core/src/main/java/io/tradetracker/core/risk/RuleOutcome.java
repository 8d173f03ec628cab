package io.tradetracker.core.risk;

/**
 * What one rule said to one order. Immutable.
 *
 * @param rule which one
 * @param limit what it allows; NaN for a rule without a number
 * @param actual what it saw, with the order carried out; NaN for a rule without a number
 * @param passed whether it has nothing against the order
 * @param sentence for people, with limit and actual value
 */
public record RuleOutcome(RuleName rule, double limit, double actual, boolean passed, String sentence) {}
