package io.tradetracker.samples.benchmarks.pattern;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.tradetracker.api.market.CandleSeries;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** TA-Lib's functions of candlestick patterns, found by their names. */
final class TaLibFunctions {
    private static final double PENETRATION = 0.3;

    private final Core core = new Core();
    private final List<Method> functions;
    private final double[][] prices;
    private final int[][] signals;
    private final MInteger begin = new MInteger();
    private final MInteger length = new MInteger();

    TaLibFunctions(CandleSeries series) {
        functions = Arrays.stream(Core.class.getMethods())
                .filter(method -> method.getName().startsWith("cdl"))
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(double[].class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        prices = new double[][] {
            column(series, series::open),
            column(series, series::high),
            column(series, series::low),
            column(series, series::close)
        };
        signals = new int[functions.size()][series.size()];
    }

    private static double[] column(CandleSeries series, IntToDoubleFunction price) {
        return IntStream.range(0, series.size()).mapToDouble(price).toArray();
    }

    int count() {
        return functions.size();
    }

    /** {@return the signals of each function, packed to the left as TA-Lib does} */
    int[][] callAll() {
        for (int i = 0; i < signals.length; i++) {
            call(functions.get(i), signals[i]);
        }
        return signals;
    }

    private void call(Method function, int[] into) {
        boolean penetrates = function.getParameterCount() == 10;
        int last = prices[0].length - 1;
        try {
            Object code = penetrates
                    ? function.invoke(
                            core, 0, last, prices[0], prices[1], prices[2], prices[3], PENETRATION, begin, length, into)
                    : function.invoke(core, 0, last, prices[0], prices[1], prices[2], prices[3], begin, length, into);
            if (code != RetCode.Success) {
                throw new IllegalStateException(function.getName() + " answered " + code);
            }
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(function.getName() + " failed", failed);
        }
    }
}
