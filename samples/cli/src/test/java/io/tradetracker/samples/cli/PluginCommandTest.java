package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginCommandTest {
    @TempDir
    Path folder;

    private Path jar;
    private Path key;
    private Path trust;

    @BeforeEach
    void pack() throws IOException {
        PluginJars.all(folder);
        try (Stream<Path> jars = Files.list(folder)) {
            jar = jars.filter(each -> each.getFileName().toString().startsWith("sma-cross"))
                    .findFirst()
                    .orElseThrow();
        }
        key = folder.resolve("author.key");
        trust = folder.resolve("trust");
    }

    private static CliRun done(Object... words) {
        CliRun run = CliRun.of(words);
        assertThat(run.exit()).as(run.err() + run.out()).isZero();
        return run;
    }

    private String publicKey() {
        return done("plugin", "keygen", "--out", key)
                .out()
                .lines()
                .filter(line -> line.startsWith("public "))
                .findFirst()
                .orElseThrow()
                .substring("public ".length());
    }

    @Test
    void signsAndShowsWhoSigned() throws IOException {
        String publicKey = publicKey();
        assertThat(done("plugin", "inspect", jar).out()).contains("sma-cross", "signature  none");
        done("plugin", "sign", "--key", key, jar);
        assertThat(done("plugin", "inspect", jar).out()).contains("claims the key", "not checked");

        CliRun unknown = CliRun.of("plugin", "inspect", "--trust", trust, jar);
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.out()).contains("UNKNOWN_KEY");

        CliRun trusted = done(
                "plugin", "trust", "--trust", trust, "--public-key", publicKey, "--owner", "Example", "--scope", "*");
        assertThat(trusted.out()).contains("verified  *  Example");
        assertThat(done("plugin", "inspect", "--trust", trust, jar).out())
                .contains("signature  of Example, trusted as verified");

        String id = trusted.out().substring(0, 16);
        assertThat(done("plugin", "trust", "--trust", trust, "--revoke", id).out())
                .contains("revoked");
        assertThat(CliRun.of("plugin", "inspect", "--trust", trust, jar).out()).contains("REVOKED_KEY");
    }

    @Test
    void saysWhenTheJarIsAnother() throws IOException {
        String publicKey = publicKey();
        done("plugin", "sign", "--key", key, jar);
        done("plugin", "trust", "--trust", trust, "--public-key", publicKey, "--owner", "Example", "--scope", "*");
        // a jar may have bytes behind its end: it still opens, and is another
        Files.write(jar, new byte[1], StandardOpenOption.APPEND);

        CliRun run = CliRun.of("plugin", "inspect", "--trust", trust, jar);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out() + run.err()).containsAnyOf("OTHER_JAR", "no readable jar");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path text = Files.writeString(folder.resolve("x.jar"), "no jar");

        assertThat(CliRun.of("plugin").exit()).isEqualTo(2);
        assertThat(CliRun.of("plugin", "inspect", text).err()).contains("x.jar: it is no readable jar");
        assertThat(CliRun.of("plugin", "inspect", folder.resolve("none.jar")).err())
                .contains("it is no file");
        assertThat(CliRun.of("plugin", "sign", "--key", text, jar).err()).contains("is no signing key");
        assertThat(CliRun.of("plugin", "sign", "--key", folder.resolve("none"), jar)
                        .err())
                .contains("cannot be read");
        assertThat(CliRun.of("plugin", "trust").err()).contains("--trust DIR is missing");
        assertThat(CliRun.of("plugin", "trust", "--trust", trust, "--public-key", "abc")
                        .err())
                .contains("--public-key needs --owner and --scope");
        assertThat(CliRun.of("plugin", "trust", "--trust", trust, "--owner", "abc")
                        .err())
                .contains("give --public-key too");
        assertThat(CliRun.of("plugin", "trust", "--trust", trust, "--public-key", "abc", "--owner", "a", "--scope", "b")
                        .err())
                .contains("is no public Ed25519 key");
        done("plugin", "keygen", "--out", key);
        assertThat(CliRun.of("plugin", "keygen", "--out", key).err()).contains("never written over");
        assertThat(CliRun.of("plugin", "inspect", "--trust", trust, jar).out()).contains("NOT_SIGNED");
    }
}
