package io.tradetracker.core.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Probabilities that a study needs. */
final class Chances {
    // the 97.5 % quantile of the standard normal distribution
    private static final double Z = 1.959963984540054;
    // what is less likely is left out at the ends of a distribution; far below any p that is told
    private static final double NOTHING = 1e-30;

    private Chances() {}

    /**
     * {@return how likely {@code count} or more of independent events happen} Exact but for what is less likely than
     * 1e-30: the distribution grows by one event at a time.
     *
     * @param chances of the events, each 0 to 1
     */
    static double atLeast(double[] chances, int count) {
        double[] mass = new double[chances.length + 1];
        mass[0] = 1;
        int low = 0;
        int high = 0;
        for (double chance : chances) {
            mass[high + 1] = mass[high] * chance;
            for (int i = high; i > low; i--) {
                mass[i] = mass[i] * (1 - chance) + mass[i - 1] * chance;
            }
            mass[low] *= 1 - chance;
            high++;
            while (high > low && mass[high] < NOTHING) {
                mass[high--] = 0;
            }
            while (low < high && mass[low] < NOTHING) {
                mass[low++] = 0;
            }
        }
        double sum = 0;
        for (int i = high; i >= Math.max(low, count); i--) {
            sum += mass[i];
        }
        return Math.min(1, sum);
    }

    /** {@return Wilson's interval at 95 % of a share; 0 to 1 of nothing} */
    static Interval interval(int hits, int trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / trials;
        double weight = Z * Z / trials;
        double middle = (share + weight / 2) / (1 + weight);
        double half = Z * Math.sqrt((share * (1 - share) + weight / 4) / trials) / (1 + weight);
        return new Interval(hits == 0 ? 0 : middle - half, hits == trials ? 1 : middle + half);
    }

    /**
     * {@return each p adjusted for all of them, in their order} After Y. Benjamini, D. Yekutieli, "The control of the
     * false discovery rate in multiple testing under dependency", 2001, which holds however the tests depend on each
     * other; patterns often show together.
     */
    static List<Double> adjusted(List<Double> all) {
        int size = all.size();
        double factor = IntStream.rangeClosed(1, size).mapToDouble(i -> 1.0 / i).sum() * size;
        List<Integer> order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(all::get).reversed())
                .toList();
        double[] adjusted = new double[size];
        double smallest = 1;
        for (int k = 0; k < size; k++) {
            int i = order.get(k);
            smallest = Math.min(smallest, all.get(i) * factor / (size - k));
            adjusted[i] = smallest;
        }
        return Arrays.stream(adjusted).boxed().toList();
    }
}
