package io.tradetracker.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParameterAxisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fast=5..20:5 | 5 10 15 20",
                "fast=1..3 | 1 2 3",
                "x=0.1..0.3:0.1 | 0.1 0.2 0.3",
                "x=-1..1:0.5 | -1 -0.5 0 0.5 1",
                "x=1..2:3 | 1",
                "fast=7 | 7",
                "fast = 5, 10 ,20 | 5 10 20",
                "side=LONG,SHORT | LONG SHORT"
            })
    void readsRangesAndLists(String text, String values) {
        assertThat(ParameterAxis.parse(text).values()).isEqualTo(List.of(values.split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fast",
                "=1..2",
                "fast=",
                "fast=1,,2",
                "fast=5..1:1",
                "fast=1..5:0",
                "fast=1..5:-1",
                "fast=1..x",
                "fast=1..NaN",
                "fast=1...5",
                "fast=1,1",
                "fast=1..100000000",
                "fast=1e3..1e4",
                "fast=1..99999999999999999999"
            })
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ParameterAxis.parse(text));
    }

    @Test
    void combinesEveryValueWithEveryOther() {
        ParameterGrid grid = ParameterGrid.of("a=1,2", "b=x,y,z");

        assertThat(grid.size()).isEqualTo(6);
        assertThat(grid.combination(0)).isEqualTo(Map.of("a", "1", "b", "x"));
        assertThat(grid.combination(1)).isEqualTo(Map.of("a", "1", "b", "y"));
        assertThat(grid.combination(5)).isEqualTo(Map.of("a", "2", "b", "z"));
    }

    @Test
    void refusesAGridThatCannotBeRun() {
        assertThatIllegalArgumentException().isThrownBy(() -> ParameterGrid.of());
        assertThatIllegalArgumentException().isThrownBy(() -> ParameterGrid.of("a=1", "a=2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterGrid.of("a=1..10000", "b=1..10000", "c=1..10000", "d=1..10000"))
                .withMessageContaining("1000000");
    }
}
