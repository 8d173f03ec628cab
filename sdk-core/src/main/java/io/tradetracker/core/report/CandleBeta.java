package io.tradetracker.core.report;

import io.tradetracker.api.market.CandleSeries;

/** How much of the market's logarithmic returns, candle by candle, was in those of the account. */
final class CandleBeta {
    private CandleBeta() {}

    /**
     * {@return covariance over variance; NaN with fewer than two returns, where the account or a price was zero or
     * changed its sign, and in a run of several instruments that had moments without a candle of its own}
     */
    static double of(EquityCurve curve, CandleSeries candles) {
        int steps = curve.size() - 1;
        if (steps < 2 || candles.size() != curve.size()) {
            return Double.NaN;
        }
        // logarithmic returns add up, so their mean is known before they are, and deviations from it come to nothing
        double mean = Logarithm.ofRatio(candles.close(steps), candles.close(0)) / steps;
        double squares = 0;
        double products = 0;
        double close = candles.close(0);
        double equity = curve.equity(0);
        for (int i = 1; i <= steps; i++) {
            double closeNow = candles.close(i);
            double equityNow = curve.equity(i);
            double deviation = Logarithm.ofRatio(closeNow, close) - mean;
            squares += deviation * deviation;
            if (equityNow != equity) {
                products += Logarithm.ofRatio(equityNow, equity) * deviation;
                equity = equityNow;
            }
            close = closeNow;
        }
        double beta = Sample.ratio(products, squares);
        return Double.isFinite(beta) ? beta : Double.NaN;
    }
}
