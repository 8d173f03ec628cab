package io.tradetracker.broker.capital.simulator.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void oldAndNewVersionsAreRead() {
        assertThat(Launcher.feature("1.8")).isEqualTo(8);
        assertThat(Launcher.feature("21")).isEqualTo(21);
    }

    @Test
    void refusalSaysWhatIsNeededAndWhatWasFound() {
        assertThat(Launcher.refusal(17, "/jdk17")).contains("needs Java 21 or newer, found 17 in /jdk17");
    }
}
