package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class OutputTest {
    private final StringWriter complaints = new StringWriter();

    private int help(OutputStream target) {
        return Main.run(new Output(target), new PrintWriter(complaints, true), "help");
    }

    private static OutputStream broken(String words) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(words);
            }
        };
    }

    @Test
    void saysThatNothingCouldBeWritten() {
        assertThat(help(broken("No space left on device"))).isEqualTo(1);
        assertThat(complaints)
                .hasToString("tradetracker: cannot write to standard output (No space left on device); make room or "
                        + "send it to another file" + System.lineSeparator());
    }

    @Test
    void staysQuietWhenTheReaderHasLeft() {
        assertThat(help(broken("Broken pipe"))).isZero();
        assertThat(complaints.toString()).isEmpty();
    }

    @Test
    void writesUtf8WithBareLineFeeds() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Output out = new Output(target);

        out.writer().print("ä …\r\nb\n");

        assertThat(out.failure()).isNull();
        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("ä …\nb\n");
    }
}
