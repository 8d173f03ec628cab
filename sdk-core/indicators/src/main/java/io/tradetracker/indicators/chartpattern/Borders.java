package io.tradetracker.indicators.chartpattern;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Patterns between two lines: triangles, wedges, channels, rectangles (Edwards and Magee, chapters 8 to 10). The lines
 * are those of least squares through the newest five pivots, three on one side and two on the other; no pivot is
 * farther than 0.8 ATR from its line, no close between farther than 1 ATR outside, the first leg at most 1.45 times as
 * long as the second, and the longest at most 3.2 times as long as the shortest.
 *
 * <p>What it is depends on how much of its height at the oldest pivot each line rises until the newest: a flat line at
 * most 0.18 of it, a rectangle has two; a triangle has one flat and one that rises (or falls) 0.3 or more towards it,
 * or two that come nearer by 0.2 or more each; the lines of a wedge rise 0.2 or more, the lower 0.25 more than the
 * upper; the lines of a channel rise 0.35 or more and come nearer, or apart, by 0.2 at most.
 */
final class Borders implements Detector {
    private static final int PIVOTS = 5;
    private static final double HEIGHT = 4;
    private static final double MISFIT = 0.8;
    private static final double OUTSIDE = 1;
    private static final double FLAT = 0.18;
    private static final double FARTHEST = 1.45;
    private static final double UNEVEN = 3.2;

    private final Map<ChartPattern, Integer> told = new EnumMap<>(ChartPattern.class);

    @Override
    public Set<ChartPattern> finds(boolean mirrored) {
        return mirrored
                ? Set.of(ChartPattern.DESCENDING_TRIANGLE, ChartPattern.FALLING_WEDGE, ChartPattern.FALLING_CHANNEL)
                : Set.of(
                        ChartPattern.ASCENDING_TRIANGLE,
                        ChartPattern.SYMMETRICAL_TRIANGLE,
                        ChartPattern.RISING_WEDGE,
                        ChartPattern.RISING_CHANNEL,
                        ChartPattern.RECTANGLE);
    }

    @Override
    public void onCandle(Look look, boolean isPivot, List<Formation> found) {
        if (!isPivot || !look.has(PIVOTS)) {
            return;
        }
        boolean endsInHigh = look.isHigh(0);
        LineFit upper = LineFit.ofPivots(look, endsInHigh ? 0 : 1, endsInHigh ? 3 : 2);
        LineFit lower = LineFit.ofPivots(look, endsInHigh ? 1 : 0, endsInHigh ? 2 : 3);
        double height = upper.at(look.at(4)) - lower.at(look.at(4));
        double atr = look.atr();
        double misfit = Math.max(upper.misfit(), lower.misfit());
        if (height < HEIGHT * atr || misfit > MISFIT * atr || comesFromFar(look)) {
            return;
        }
        int span = look.at(0) - look.at(4);
        ChartPattern pattern = pattern(look, upper.slope() * span / height, lower.slope() * span / height);
        if (pattern == null || wasTold(pattern, look) || isLeft(look, upper, lower)) {
            return;
        }
        told.put(pattern, look.pivots.count());
        found.add(draft(look, pattern, upper, lower, height)
                .off(misfit, MISFIT * atr)
                .known());
    }

    /** What comes from far away to the first pivot does not belong to the pattern. */
    private static boolean comesFromFar(Look look) {
        double first = Math.abs(look.price(3) - look.price(4));
        double second = Math.abs(look.price(2) - look.price(3));
        double shortest = Math.min(first, second);
        double longest = Math.max(first, second);
        for (int i = 0; i < 2; i++) {
            double leg = Math.abs(look.price(i) - look.price(i + 1));
            shortest = Math.min(shortest, leg);
            longest = Math.max(longest, leg);
        }
        return first > FARTHEST * second || longest > UNEVEN * shortest;
    }

    /** The same lines with one pivot more are no other pattern. */
    private boolean wasTold(ChartPattern pattern, Look look) {
        Integer before = told.get(pattern);
        if (before == null || look.pivots.count() - before >= PIVOTS - 1) {
            return false;
        }
        told.put(pattern, look.pivots.count());
        return true;
    }

    private static @Nullable ChartPattern pattern(Look look, double upper, double lower) {
        boolean flatUpper = Math.abs(upper) <= FLAT;
        boolean flatLower = Math.abs(lower) <= FLAT;
        if (look.sign > 0 && flatUpper && flatLower) {
            return ChartPattern.RECTANGLE;
        }
        if (look.sign > 0 && upper <= -0.2 && lower >= 0.2 && upper - lower > -1) {
            return ChartPattern.SYMMETRICAL_TRIANGLE;
        }
        if (flatUpper && lower >= 0.3 && lower < 1) {
            return look.sign > 0 ? ChartPattern.ASCENDING_TRIANGLE : ChartPattern.DESCENDING_TRIANGLE;
        }
        if (upper >= 0.2 && lower - upper >= 0.25 && lower - upper < 1) {
            return look.sign > 0 ? ChartPattern.RISING_WEDGE : ChartPattern.FALLING_WEDGE;
        }
        if (upper >= 0.35 && lower >= 0.35 && Math.abs(lower - upper) <= 0.2) {
            return look.sign > 0 ? ChartPattern.RISING_CHANNEL : ChartPattern.FALLING_CHANNEL;
        }
        return null;
    }

    private static boolean isLeft(Look look, LineFit upper, LineFit lower) {
        double allowed = OUTSIDE * look.atr();
        for (int i = look.at(4); i <= look.at(0); i++) {
            if (look.close(i) > upper.at(i) + allowed || look.close(i) < lower.at(i) - allowed) {
                return true;
            }
        }
        return false;
    }

    private static Draft draft(Look look, ChartPattern pattern, LineFit upper, LineFit lower, double height) {
        Draft draft = new Draft(look, pattern)
                .pivots(4, "", "", "", "", "")
                .line(upper, look.at(4), look.at(0), "")
                .line(lower, look.at(4), look.at(0), "");
        double above = upper.at(look.now());
        double below = lower.at(look.now());
        return switch (pattern) {
            case ASCENDING_TRIANGLE, DESCENDING_TRIANGLE -> draft.levels(above, below, above + height);
            case RISING_WEDGE, FALLING_WEDGE -> draft.levels(below, above, lower.at(look.at(4)));
            case RISING_CHANNEL, FALLING_CHANNEL -> draft.levels(Double.NaN, below, above);
            default -> draft.levels(above, below, above + height);
        };
    }
}
