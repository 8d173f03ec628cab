package io.tradetracker.core.report;

import java.util.DoubleSummaryStatistics;

/** Moments of numbers; NaN where there are too few. */
final class Sample {
    private Sample() {}

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    static double mean(DoubleSummaryStatistics values) {
        return values.getCount() == 0 ? Double.NaN : values.getAverage();
    }

    /** {@return the mean of the squares of those below zero, the others counted as zero} */
    static double meanSquareBelowZero(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.min(value, 0) * Math.min(value, 0);
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    static double highest(DoubleSummaryStatistics values, double ofNone) {
        return values.getCount() == 0 ? ofNone : values.getMax();
    }

    static double lowest(DoubleSummaryStatistics values, double ofNone) {
        return values.getCount() == 0 ? ofNone : values.getMin();
    }

    /** {@return the sample variance, with n − 1} */
    static double variance(double[] values) {
        return covariance(values, values);
    }

    static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return a.length < 2 ? Double.NaN : sum / (a.length - 1);
    }

    static double deviation(double[] values) {
        return Math.sqrt(variance(values));
    }

    /** {@return the geometric mean of 1 + each, less 1; NaN when one of them is below −1} */
    static double geometricMean(double[] returns) {
        return geometricMean(returns, returns.length);
    }

    /** {@return the same over so many periods, of which those without a return count as 0} */
    static double geometricMean(double[] returns, int periods) {
        double sum = 0;
        for (double each : returns) {
            sum += Logarithm.ofGrowth(each);
        }
        return periods == 0 ? Double.NaN : Math.expm1(sum / periods);
    }

    /** {@return the quotient; NaN when the divisor is zero} */
    static double ratio(double dividend, double divisor) {
        return divisor == 0 ? Double.NaN : dividend / divisor;
    }
}
