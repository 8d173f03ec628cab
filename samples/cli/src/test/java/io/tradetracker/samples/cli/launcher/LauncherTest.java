package io.tradetracker.samples.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class LauncherTest {
    @Test
    void readsTheFeatureVersionOfEveryJava() {
        assertThat(Launcher.feature("1.8")).isEqualTo(8);
        assertThat(Launcher.feature("17")).isEqualTo(17);
        assertThat(Launcher.feature("25")).isEqualTo(25);
    }

    @Test
    void saysWhatItNeedsWhatItFoundAndHowToMend() {
        assertThat(Launcher.refusal(17, "/opt/jdk-17"))
                .startsWith("tradetracker needs Java 21 or newer, found 17 in /opt/jdk-17.")
                .contains("/path/to/jdk/bin/java -jar tradetracker.jar");
    }

    @Test
    void loadsInJava8() throws IOException {
        try (InputStream in = Launcher.class.getResourceAsStream("Launcher.class")) {
            byte[] start = in.readNBytes(8);

            assertThat(start[7]).as("class file version").isEqualTo((byte) 52);
        }
    }
}
