package io.tradetracker.indicators.candlestick;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;

/** The candlestick functions of TA-Lib over some candles, with its default settings. */
final class TaLibPatterns {
    private final Core core = new Core();
    private final MInteger begin = new MInteger();
    private final MInteger length = new MInteger();
    private final double[] o;
    private final double[] h;
    private final double[] l;
    private final double[] c;
    private final int end;

    TaLibPatterns(Prices prices) {
        o = prices.open();
        h = prices.high();
        l = prices.low();
        c = prices.close();
        end = prices.size() - 1;
    }

    /** {@return the signal at each candle, 0 where TA-Lib does not say anything yet} */
    int[] signals(CandlestickPattern pattern) {
        return signals(pattern, pattern.penetration());
    }

    int[] signals(CandlestickPattern pattern, double penetration) {
        int[] packed = new int[o.length];
        read(pattern, penetration, packed);
        int[] signals = new int[o.length];
        System.arraycopy(packed, 0, signals, begin.value, length.value);
        return signals;
    }

    /** {@return the candle, counted from 0, of the first signal in the list} */
    int read(CandlestickPattern pattern, double penetration, int[] into) {
        begin.value = 0;
        length.value = 0;
        RetCode code = pattern.candles() < 3 ? small(pattern, penetration, into) : large(pattern, penetration, into);
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib answered " + code);
        }
        return begin.value;
    }

    private RetCode small(CandlestickPattern pattern, double penetration, int[] out) {
        return switch (pattern) {
            case BELT_HOLD -> core.cdlBeltHold(0, end, o, h, l, c, begin, length, out);
            case CLOSING_MARUBOZU -> core.cdlClosingMarubozu(0, end, o, h, l, c, begin, length, out);
            case DOJI -> core.cdlDoji(0, end, o, h, l, c, begin, length, out);
            case DRAGONFLY_DOJI -> core.cdlDragonflyDoji(0, end, o, h, l, c, begin, length, out);
            case GRAVESTONE_DOJI -> core.cdlGravestoneDoji(0, end, o, h, l, c, begin, length, out);
            case HAMMER -> core.cdlHammer(0, end, o, h, l, c, begin, length, out);
            case HANGING_MAN -> core.cdlHangingMan(0, end, o, h, l, c, begin, length, out);
            case HIGH_WAVE -> core.cdlHignWave(0, end, o, h, l, c, begin, length, out);
            case INVERTED_HAMMER -> core.cdlInvertedHammer(0, end, o, h, l, c, begin, length, out);
            case LONG_LEGGED_DOJI -> core.cdlLongLeggedDoji(0, end, o, h, l, c, begin, length, out);
            case LONG_LINE -> core.cdlLongLine(0, end, o, h, l, c, begin, length, out);
            case MARUBOZU -> core.cdlMarubozu(0, end, o, h, l, c, begin, length, out);
            case RICKSHAW_MAN -> core.cdlRickshawMan(0, end, o, h, l, c, begin, length, out);
            case SHOOTING_STAR -> core.cdlShootingStar(0, end, o, h, l, c, begin, length, out);
            case SHORT_LINE -> core.cdlShortLine(0, end, o, h, l, c, begin, length, out);
            case SPINNING_TOP -> core.cdlSpinningTop(0, end, o, h, l, c, begin, length, out);
            case TAKURI -> core.cdlTakuri(0, end, o, h, l, c, begin, length, out);
            case COUNTERATTACK -> core.cdlCounterAttack(0, end, o, h, l, c, begin, length, out);
            case DARK_CLOUD_COVER -> core.cdlDarkCloudCover(0, end, o, h, l, c, penetration, begin, length, out);
            case DOJI_STAR -> core.cdlDojiStar(0, end, o, h, l, c, begin, length, out);
            case ENGULFING -> core.cdlEngulfing(0, end, o, h, l, c, begin, length, out);
            case HARAMI -> core.cdlHarami(0, end, o, h, l, c, begin, length, out);
            case HARAMI_CROSS -> core.cdlHaramiCross(0, end, o, h, l, c, begin, length, out);
            case HOMING_PIGEON -> core.cdlHomingPigeon(0, end, o, h, l, c, begin, length, out);
            case IN_NECK -> core.cdlInNeck(0, end, o, h, l, c, begin, length, out);
            case KICKING -> core.cdlKicking(0, end, o, h, l, c, begin, length, out);
            case KICKING_BY_LENGTH -> core.cdlKickingByLength(0, end, o, h, l, c, begin, length, out);
            case MATCHING_LOW -> core.cdlMatchingLow(0, end, o, h, l, c, begin, length, out);
            case ON_NECK -> core.cdlOnNeck(0, end, o, h, l, c, begin, length, out);
            case PIERCING -> core.cdlPiercing(0, end, o, h, l, c, begin, length, out);
            case SEPARATING_LINES -> core.cdlSeperatingLines(0, end, o, h, l, c, begin, length, out);
            case THRUSTING -> core.cdlThrusting(0, end, o, h, l, c, begin, length, out);
            default -> throw new IllegalArgumentException(pattern.id());
        };
    }

    private RetCode large(CandlestickPattern pattern, double penetration, int[] out) {
        return switch (pattern) {
            case ABANDONED_BABY -> core.cdlAbandonedBaby(0, end, o, h, l, c, penetration, begin, length, out);
            case ADVANCE_BLOCK -> core.cdlAdvanceBlock(0, end, o, h, l, c, begin, length, out);
            case EVENING_DOJI_STAR -> core.cdlEveningDojiStar(0, end, o, h, l, c, penetration, begin, length, out);
            case EVENING_STAR -> core.cdlEveningStar(0, end, o, h, l, c, penetration, begin, length, out);
            case GAP_SIDE_BY_SIDE_WHITE -> core.cdlGapSideSideWhite(0, end, o, h, l, c, begin, length, out);
            case GAP_THREE_METHODS -> core.cdlXSideGap3Methods(0, end, o, h, l, c, begin, length, out);
            case HIKKAKE -> core.cdlHikkake(0, end, o, h, l, c, begin, length, out);
            case IDENTICAL_THREE_CROWS -> core.cdlIdentical3Crows(0, end, o, h, l, c, begin, length, out);
            case MORNING_DOJI_STAR -> core.cdlMorningDojiStar(0, end, o, h, l, c, penetration, begin, length, out);
            case MORNING_STAR -> core.cdlMorningStar(0, end, o, h, l, c, penetration, begin, length, out);
            case STALLED_PATTERN -> core.cdlStalledPattern(0, end, o, h, l, c, begin, length, out);
            case STICK_SANDWICH -> core.cdlStickSandwhich(0, end, o, h, l, c, begin, length, out);
            case TASUKI_GAP -> core.cdlTasukiGap(0, end, o, h, l, c, begin, length, out);
            case THREE_BLACK_CROWS -> core.cdl3BlackCrows(0, end, o, h, l, c, begin, length, out);
            case THREE_INSIDE -> core.cdl3Inside(0, end, o, h, l, c, begin, length, out);
            case THREE_OUTSIDE -> core.cdl3Outside(0, end, o, h, l, c, begin, length, out);
            case THREE_STARS_IN_THE_SOUTH -> core.cdl3StarsInSouth(0, end, o, h, l, c, begin, length, out);
            case THREE_WHITE_SOLDIERS -> core.cdl3WhiteSoldiers(0, end, o, h, l, c, begin, length, out);
            case TRISTAR -> core.cdlTristar(0, end, o, h, l, c, begin, length, out);
            case TWO_CROWS -> core.cdl2Crows(0, end, o, h, l, c, begin, length, out);
            case UNIQUE_THREE_RIVER -> core.cdlUnique3River(0, end, o, h, l, c, begin, length, out);
            case UPSIDE_GAP_TWO_CROWS -> core.cdlUpsideGap2Crows(0, end, o, h, l, c, begin, length, out);
            case CONCEALING_BABY_SWALLOW -> core.cdlConcealBabysWall(0, end, o, h, l, c, begin, length, out);
            case MODIFIED_HIKKAKE -> core.cdlHikkakeMod(0, end, o, h, l, c, begin, length, out);
            case THREE_LINE_STRIKE -> core.cdl3LineStrike(0, end, o, h, l, c, begin, length, out);
            case BREAKAWAY -> core.cdlBreakaway(0, end, o, h, l, c, begin, length, out);
            case LADDER_BOTTOM -> core.cdlLadderBottom(0, end, o, h, l, c, begin, length, out);
            case MAT_HOLD -> core.cdlMatHold(0, end, o, h, l, c, penetration, begin, length, out);
            case RISING_FALLING_THREE_METHODS -> core.cdlRiseFall3Methods(0, end, o, h, l, c, begin, length, out);
            default -> throw new IllegalArgumentException(pattern.id());
        };
    }
}
