package io.tradetracker.indicators.chartpattern;

import io.tradetracker.api.market.CandleSeries;
import java.util.List;
import java.util.Random;

/** Courses of prices that hold a pattern by its definition, and ones that nearly do. */
final class Specimens {
    private Specimens() {}

    /**
     * A course with what it was made to hold.
     *
     * @param keys candles of its key points
     */
    record Specimen(ChartPattern pattern, CandleSeries candles, List<Integer> keys) {
        /** {@return whether a formation is the one that it was made to hold} */
        boolean isMatchedBy(Formation found) {
            return found.pattern() == pattern
                    && found.points().stream()
                            .allMatch(point -> keys.stream().anyMatch(key -> Math.abs(key - point.candle()) <= 4));
        }
    }

    static Specimen of(ChartPattern pattern, long seed, double noise) {
        return make(pattern, false, seed, noise);
    }

    /** {@return a course that is just outside the definition} */
    static Specimen nearMiss(ChartPattern pattern, long seed, double noise) {
        return make(pattern, true, seed, noise);
    }

    private static Specimen make(ChartPattern pattern, boolean miss, long seed, double noise) {
        boolean mirrored = pattern.ordinal() != upright(pattern).ordinal();
        Course course = new Course(new Random(seed * 31 + pattern.ordinal() * 1009L + (miss ? 7 : 0)), noise, mirrored);
        course.hover(course.candlesBetween(30, 50));
        draw(upright(pattern), course, miss);
        course.hover(course.candlesBetween(5, 15));
        return new Specimen(pattern, course.series(), course.keys());
    }

    /** {@return the pattern that is drawn, of two that mirror each other} */
    static ChartPattern upright(ChartPattern pattern) {
        return switch (pattern) {
            case RESISTANCE_ZONE -> ChartPattern.SUPPORT_ZONE;
            case FALLING_TREND_LINE -> ChartPattern.RISING_TREND_LINE;
            case FALLING_CHANNEL -> ChartPattern.RISING_CHANNEL;
            case DOUBLE_BOTTOM -> ChartPattern.DOUBLE_TOP;
            case TRIPLE_BOTTOM -> ChartPattern.TRIPLE_TOP;
            case INVERSE_HEAD_AND_SHOULDERS -> ChartPattern.HEAD_AND_SHOULDERS;
            case DESCENDING_TRIANGLE -> ChartPattern.ASCENDING_TRIANGLE;
            case FALLING_WEDGE -> ChartPattern.RISING_WEDGE;
            case BEAR_FLAG -> ChartPattern.BULL_FLAG;
            case BEAR_PENNANT -> ChartPattern.BULL_PENNANT;
            case INVERSE_CUP_AND_HANDLE -> ChartPattern.CUP_AND_HANDLE;
            case GAP_DOWN -> ChartPattern.GAP_UP;
            case BULLISH_DIVERGENCE -> ChartPattern.BEARISH_DIVERGENCE;
            default -> pattern;
        };
    }

    private static void draw(ChartPattern pattern, Course course, boolean miss) {
        switch (pattern) {
            case SUPPORT_ZONE -> zone(course, miss ? 1.8 : 0);
            case RISING_TREND_LINE -> trendLine(course, miss ? 1.8 : 0);
            case RISING_CHANNEL -> lines(course, 6.5, miss ? 0.4 : course.between(0.55, 0.8), miss ? 1.0 : 0);
            case DOUBLE_TOP -> tops(course, 2, miss ? -2.2 : course.between(-0.2, 0.2));
            case TRIPLE_TOP -> tops(course, 3, miss ? -2.2 : course.between(-0.2, 0.2));
            case HEAD_AND_SHOULDERS -> shoulders(course, miss);
            case ASCENDING_TRIANGLE -> lines(course, 10, miss ? -0.6 : 0, miss ? 0 : course.between(0.45, 0.55));
            case SYMMETRICAL_TRIANGLE -> lines(course, 11, miss ? 0.4 : -0.33, miss ? -0.75 : 0.66);
            case RISING_WEDGE ->
                lines(course, 11, miss ? 0 : course.between(0.3, 0.45), miss ? 0 : course.between(0.38, 0.48));
            case RECTANGLE -> lines(course, course.between(6, 9), miss ? 0.5 : 0, miss ? -0.9 : 0);
            case BULL_FLAG -> flag(course, miss ? 0.75 : course.between(0.22, 0.38), course.between(0.9, 1.1));
            case BULL_PENNANT -> flag(course, 0, miss ? 1.8 : course.between(0.2, 0.35));
            case CUP_AND_HANDLE -> cup(course, miss);
            case GAP_UP -> gap(course, miss ? 0.2 : course.between(0.9, 2));
            case BEARISH_DIVERGENCE -> divergence(course, miss);
            default -> throw new IllegalArgumentException(pattern + " is drawn mirrored");
        }
    }

    private static void tops(Course course, int many, double off) {
        double top = course.between(8, 11);
        double depth = course.between(4.8, 6.5);
        course.at(0).leg(top).key();
        for (int i = 1; i < many; i++) {
            course.leg(top - depth + course.between(-0.2, 0.2)).key();
            course.leg(i == many - 1 ? top + off : top + course.between(-0.2, 0.2))
                    .key();
        }
        course.leg(top - depth - course.between(3, 5));
    }

    private static void shoulders(Course course, boolean miss) {
        double shoulder = course.between(8, 10);
        double neck = shoulder - course.between(4, 5);
        double head = shoulder + course.between(2.8, 4);
        course.leg(shoulder).key().leg(neck).key().leg(head).key();
        course.leg(neck + course.between(-0.3, 0.3) + (miss ? 3 : 0)).key();
        course.leg(shoulder + course.between(-0.3, 0.3) + (miss ? 2.6 : 0))
                .key()
                .leg(neck - course.between(3, 5));
    }

    /**
     * Five or six turns between two lines.
     *
     * @param upper how much of the height the upper line rises from the first to the fifth turn
     * @param closer how much of the height the lines come together
     */
    private static void lines(Course course, double height, double upper, double closer) {
        int span = course.candlesBetween(48, 64);
        double start = course.level() + height + course.between(4, 6);
        course.leg(start).key();
        int turns = 5;
        for (int i = 1; i < turns; i++) {
            double t = i / (turns - 1.0);
            double level = i % 2 == 0 ? start + upper * height * t : start - height + (upper + closer) * height * t;
            course.leg(level, span / (turns - 1)).key();
        }
        course.leg(course.level() - course.between(3, 3.4), 5).key().leg(course.level() + course.between(7, 10));
    }

    private static void zone(Course course, double spread) {
        double low = course.level() - course.between(7, 9);
        course.leg(low)
                .key()
                .leg(low + course.between(8, 9))
                .leg(low + course.between(4, 4.4), 6)
                .leg(low + course.between(8, 9));
        course.leg(low + spread)
                .key()
                .leg(low + course.between(7, 7.5))
                .leg(low + 3.7, 5)
                .leg(low + course.between(7, 8));
        course.leg(low - spread).key().leg(low + course.between(7, 9));
    }

    private static void trendLine(Course course, double off) {
        double low = course.level() - course.between(5, 6);
        double rise = course.between(2.5, 3.2);
        int step = course.candlesBetween(20, 26);
        course.leg(low)
                .key()
                .leg(low + course.between(5, 6), step / 2)
                .leg(low + rise - off, step - step / 2)
                .key();
        course.leg(low + rise + course.between(7, 8), step / 2)
                .leg(low + 2 * rise + off, step - step / 2)
                .key();
        course.leg(course.level() + course.between(5, 7));
    }

    private static void flag(Course course, double back, double closing) {
        course.key();
        double start = course.level();
        double pole = course.between(9, 12);
        course.leg(start + pole, course.candlesBetween(6, 8)).key();
        int length = course.candlesBetween(15, 19);
        double top = course.level() - 1.3;
        for (int i = 0; i < length; i++) {
            double t = (double) i / (length - 1);
            double half = 1.5 * (1 + (closing - 1) * t);
            double middle = top - back * pole * t;
            double body = course.between(-0.3, 0.3) * half;
            double noise = course.between(-0.25, 0.25);
            course.exact(middle - body, middle + half + noise, middle - half + noise, middle + body);
        }
        course.at(top - back * pole).leg(start + pole + course.between(6, 9));
    }

    private static void cup(Course course, boolean miss) {
        double rim = course.level() + course.between(9, 11);
        course.leg(rim).key();
        double depth = course.between(9, 12);
        int length = course.candlesBetween(36, 50);
        for (int i = 1; i <= length; i++) {
            double x = 2.0 * i / length - 1;
            double part = miss ? 1 - Math.pow(Math.abs(x), 0.8) : 1 - x * x;
            course.candle(rim - depth * part, 0.2);
            if (i == length / 2) {
                course.key();
            }
        }
        course.key().leg(rim - course.between(3.2, 4), 6).key().leg(rim + course.between(6, 8));
    }

    private static void gap(Course course, double height) {
        course.key();
        double low = course.lastHigh() + height;
        course.exact(low + 0.2, low + 1, low, low + 0.7).key().at(low + 0.7);
        course.hover(3).leg(course.level() + 3);
    }

    private static void divergence(Course course, boolean miss) {
        double top = course.level() + course.between(8, 10);
        if (miss) {
            course.leg(top, 9).key().leg(top - 3.8, 7).leg(top - 1.2, 20).key().leg(top - 6);
            return;
        }
        course.leg(top, 9)
                .key()
                .leg(top - course.between(3.6, 4.2), 7)
                .leg(top + course.between(1.6, 2.2), 36)
                .key();
        course.leg(top - 6);
    }
}
