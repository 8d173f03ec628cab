package io.tradetracker.charts;

import java.util.Arrays;
import java.util.Locale;

/** How the values of a pane become heights. */
public enum PriceScale {
    /** Equal steps have equal heights. */
    LINEAR,
    /** Equal ratios have equal heights. Values must be above zero. */
    LOG,
    /** As linear, told as per cent of the first value in view. It must be above zero. */
    PERCENT;

    /**
     * {@return the scale of that name, whatever its case}
     *
     * @throws ChartException when there is none
     */
    public static PriceScale parse(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new ChartException("there is no scale '" + name + "'; there are linear, log and percent"));
    }
}
