package io.tradetracker.samples.cli;

import io.tradetracker.core.backtest.BacktestProgress;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on stderr, for a person at a terminal, once work takes longer than they would wait in silence. */
final class Progress implements BacktestProgress, AutoCloseable {
    private static final Duration SILENCE = Duration.ofMillis(700);

    private final boolean wanted;
    private final long started = System.nanoTime();
    private @Nullable ProgressBar bar;

    @SuppressWarnings("SystemConsoleNull") // it is null without a terminal, because Main chooses the JDK's own console
    Progress(boolean quiet) {
        wanted = !quiet && System.console() != null;
    }

    @Override
    public void onProgress(int done, int total) {
        if (bar == null && wanted && System.nanoTime() - started > SILENCE.toNanos()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Backtest")
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" candles", 1)
                    .clearDisplayOnFinish()
                    .build();
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
