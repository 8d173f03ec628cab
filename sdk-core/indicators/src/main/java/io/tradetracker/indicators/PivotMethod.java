package io.tradetracker.indicators;

/** How levels are made from the day before. */
enum PivotMethod {
    /** Floor traders' levels. */
    CLASSIC {
        @Override
        void levels(double high, double low, double close, double[] out) {
            double pivot = (high + low + close) / 3;
            double range = high - low;
            fill(out, pivot, 2 * pivot - low, pivot + range, high + 2 * (pivot - low));
            below(out, 2 * pivot - high, pivot - range, low - 2 * (high - pivot));
        }
    },
    /** The range times 0.382, 0.618 and 1 around the classic pivot. */
    FIBONACCI {
        @Override
        void levels(double high, double low, double close, double[] out) {
            double pivot = (high + low + close) / 3;
            double range = high - low;
            fill(out, pivot, pivot + 0.382 * range, pivot + 0.618 * range, pivot + range);
            below(out, pivot - 0.382 * range, pivot - 0.618 * range, pivot - range);
        }
    },
    /** The range times 1.1 / 12, 1.1 / 6 and 1.1 / 4 around the close. */
    CAMARILLA {
        @Override
        void levels(double high, double low, double close, double[] out) {
            double unit = 1.1 * (high - low) / 12;
            fill(out, (high + low + close) / 3, close + unit, close + 2 * unit, close + 3 * unit);
            below(out, close - unit, close - 2 * unit, close - 3 * unit);
        }
    },
    /** The classic levels around a pivot that counts the close twice. */
    WOODIE {
        @Override
        void levels(double high, double low, double close, double[] out) {
            double pivot = (high + low + 2 * close) / 4;
            double range = high - low;
            fill(out, pivot, 2 * pivot - low, pivot + range, high + 2 * (pivot - low));
            below(out, 2 * pivot - high, pivot - range, low - 2 * (high - pivot));
        }
    };

    /** Puts the pivot, three levels above and three below. */
    abstract void levels(double high, double low, double close, double[] out);

    private static void fill(double[] out, double pivot, double r1, double r2, double r3) {
        out[0] = pivot;
        out[1] = r1;
        out[2] = r2;
        out[3] = r3;
    }

    private static void below(double[] out, double s1, double s2, double s3) {
        out[4] = s1;
        out[5] = s2;
        out[6] = s3;
    }
}
