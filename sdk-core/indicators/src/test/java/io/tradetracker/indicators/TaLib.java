package io.tradetracker.indicators;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** TA-Lib with its default settings; a column holds NaN where TA-Lib has no value. */
final class TaLib {
    private final Core core = new Core();
    private final MInteger begin = new MInteger();
    private final MInteger length = new MInteger();

    double[] sma(double[] in, int period) {
        return columns(in.length, 1, out -> core.sma(0, in.length - 1, in, period, begin, length, out[0]))
                .getFirst();
    }

    double[] ema(double[] in, int period) {
        return columns(in.length, 1, out -> core.ema(0, in.length - 1, in, period, begin, length, out[0]))
                .getFirst();
    }

    double[] rsi(double[] in, int period) {
        return columns(in.length, 1, out -> core.rsi(0, in.length - 1, in, period, begin, length, out[0]))
                .getFirst();
    }

    double[] highest(double[] in, int period) {
        return columns(in.length, 1, out -> core.max(0, in.length - 1, in, period, begin, length, out[0]))
                .getFirst();
    }

    double[] lowest(double[] in, int period) {
        return columns(in.length, 1, out -> core.min(0, in.length - 1, in, period, begin, length, out[0]))
                .getFirst();
    }

    double[] atr(double[] high, double[] low, double[] close, int period) {
        return columns(
                        close.length,
                        1,
                        out -> core.atr(0, close.length - 1, high, low, close, period, begin, length, out[0]))
                .getFirst();
    }

    List<double[]> macd(double[] in, int fast, int slow, int signal) {
        return columns(
                in.length,
                3,
                out -> core.macd(0, in.length - 1, in, fast, slow, signal, begin, length, out[0], out[1], out[2]));
    }

    List<double[]> bollinger(double[] in, int period, double factor) {
        return columns(
                in.length,
                3,
                out -> core.bbands(
                        0,
                        in.length - 1,
                        in,
                        period,
                        factor,
                        factor,
                        MAType.Sma,
                        begin,
                        length,
                        out[0],
                        out[1],
                        out[2]));
    }

    private List<double[]> columns(int size, int count, Call call) {
        double[][] packed = new double[count][size];
        RetCode code = call.on(packed);
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib answered " + code);
        }
        return Stream.of(packed).map(this::aligned).toList();
    }

    private double[] aligned(double[] packed) {
        double[] column = new double[packed.length];
        Arrays.fill(column, Double.NaN);
        System.arraycopy(packed, 0, column, begin.value, length.value);
        return column;
    }

    private interface Call {
        RetCode on(double[][] out);
    }
}
