package io.tradetracker.charts.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FontsTest {
    /** Looks for fonts, for the test of a machine without. */
    public static final class Look {
        private Look() {}

        /** Fails where there are none. */
        public static void main(String[] args) {
            new Fonts();
        }
    }

    @Test
    void aMachineWithoutFontsSaysSoAtOnceAndNamesThePackages(@TempDir Path folder) throws Exception {
        Path empty =
                Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // a home of its own, since the JDK keeps what it once found there
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Look.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("FONTCONFIG_FILE", empty.toString());
        Process process = builder.start();

        String told = text(process);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(told).isNotZero();
        assertThat(told).contains("apt-get install fontconfig fonts-dejavu-core");
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theFirstFamilyThatIsInstalledIsTaken() {
        Fonts fonts = new Fonts();

        assertThat(fonts.font(List.of("No Such Font", "dejavu sans"), Font.PLAIN, 12)
                        .getFamily())
                .isEqualTo("DejaVu Sans");
        assertThat(fonts.font(List.of("No Such Font"), Font.BOLD, 12).isBold()).isTrue();
        assertThat(fonts.font(List.of(), Font.PLAIN, 12.5).getSize2D()).isEqualTo(12.5f);
    }

    @Test
    void aTextWhoseLettersNoFontHasKeepsItsFont() {
        Fonts fonts = new Fonts();
        Font font = fonts.font(List.of(), Font.PLAIN, 12);

        assertThat(fonts.having(font, "abc")).isSameAs(font);
        assertThat(fonts.having(font, "\ue123\uf8ff\udbff\udffd")).isNotNull();
    }
}
