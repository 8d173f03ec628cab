package io.tradetracker.indicators.chartpattern;

import java.util.List;
import java.util.Set;

/** Finds one kind of pattern in a look. It looks at no candle that has not come. */
interface Detector {
    /** {@return what it can find in a look} */
    Set<ChartPattern> finds(boolean mirrored);

    /**
     * A candle came.
     *
     * @param isPivot whether a pivot became known with it
     * @param found takes what became known
     */
    void onCandle(Look look, boolean isPivot, List<Formation> found);
}
