package io.tradetracker.charts;

/** How the values of a pane become heights. */
public enum PriceScale {
    /** Equal steps have equal heights. */
    LINEAR,
    /** Equal ratios have equal heights. Values must be above zero. */
    LOG,
    /** As linear, told as per cent of the first value in view. It must be above zero. */
    PERCENT
}
