package io.tradetracker.charts.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradetracker.charts.ChartException;
import io.tradetracker.charts.PriceScale;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ValueAxisTest {
    private static final NumberText TEXT = new NumberText(Locale.ENGLISH);

    private static List<String> labels(PriceScale scale, double low, double high, int decimals) {
        return new ValueAxis(scale, new ValueRange(low, high), 100, 0, 400)
                .ticks(40, TEXT, decimals).stream().map(Tick::label).toList();
    }

    @Test
    void labelsAreRound() {
        assertThat(labels(PriceScale.LINEAR, 99, 141, -1))
                .containsExactly("100", "105", "110", "115", "120", "125", "130", "135", "140");
        assertThat(labels(PriceScale.LINEAR, 0.101, 0.109, 4)).contains("0.1020", "0.1050");
        assertThat(labels(PriceScale.PERCENT, 90, 115, -1))
                .containsExactly(
                        "\u221210.0%",
                        "\u22127.5%",
                        "\u22125.0%",
                        "\u22122.5%",
                        "0.0%",
                        "+2.5%",
                        "+5.0%",
                        "+7.5%",
                        "+10.0%",
                        "+12.5%",
                        "+15.0%");
        assertThat(labels(PriceScale.LINEAR, 0, 5_000_000, -2)).contains("1M", "2.5M");
    }

    @ParameterizedTest
    @EnumSource
    void labelsDifferAndAreApartWhateverTheRange(PriceScale scale) {
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            double low = Math.pow(10, random.nextDouble() * 20 - 10);
            double high = low * (1 + Math.pow(10, random.nextDouble() * 8 - 6));
            ValueAxis axis = new ValueAxis(scale, ValueRange.around(scale, low, high), low, 30, 300);
            List<Tick> ticks = axis.ticks(30, TEXT, -1);
            String about = scale + " " + low + " to " + high + ": " + ticks;
            assertThat(ticks.stream().map(Tick::label)).as(about).doesNotHaveDuplicates();
            for (int k = 1; k < ticks.size(); k++) {
                assertThat(ticks.get(k - 1).at() - ticks.get(k).at()).as(about).isGreaterThan(29.99);
            }
            assertThat(ticks.size()).as(about).isLessThanOrEqualTo(11);
            double value = low + (high - low) * random.nextDouble();
            assertThat(axis.valueAt(axis.y(value))).isEqualTo(value, within(value * 1e-9));
            assertThat(axis.y(high)).isBetween(30.0, 330.0);
        }
    }

    @Test
    void equalAndMissingValuesHaveARangeToo() {
        assertThat(ValueRange.around(PriceScale.LINEAR, 100, 100)).isEqualTo(new ValueRange(99, 101));
        assertThat(ValueRange.around(PriceScale.LINEAR, 0, 0)).isEqualTo(new ValueRange(-1, 1));
        assertThat(ValueRange.around(PriceScale.LINEAR, Double.NaN, Double.NaN)).isEqualTo(new ValueRange(-1, 1));
        assertThat(ValueRange.around(PriceScale.LOG, 1e-8, 1e-8).low()).isGreaterThan(0);
        assertThat(ValueRange.around(PriceScale.LINEAR, 1e9, 1e9).high()).isGreaterThan(1e9);
    }

    @Test
    void aLogScaleRefusesWhatIsNotAboveZero() {
        assertThatThrownBy(() -> ValueRange.around(PriceScale.LOG, 0, 10))
                .isInstanceOf(ChartException.class)
                .hasMessage(
                        "a log scale cannot show 0.0: values must be above zero; choose a linear scale for this pane");
        assertThatThrownBy(() -> new ValueRange(1, Double.POSITIVE_INFINITY)).isInstanceOf(ChartException.class);
    }

    @Test
    void numbersAreOfTheLanguage() {
        assertThat(new NumberText(Locale.GERMANY).fixed(1234.5, 2)).isEqualTo("1.234,50");
        assertThat(TEXT.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(TEXT.percent(-1.256, 2)).isEqualTo("\u22121.26%");
        assertThat(TEXT.compact(1_250_000)).isEqualTo("1.25M");
    }
}
