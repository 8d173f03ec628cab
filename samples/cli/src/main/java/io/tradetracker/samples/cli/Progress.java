package io.tradetracker.samples.cli;

import io.tradetracker.core.backtest.BacktestProgress;
import io.tradetracker.core.candles.DownloadProgress;
import io.tradetracker.core.data.ReadProgress;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on stderr, for a person at a terminal, once work takes longer than they would wait in silence. Each
 * step of the work is also where a process that is being stopped leaves off.
 */
final class Progress implements BacktestProgress, ReadProgress, DownloadProgress, AutoCloseable {
    private static final Duration SILENCE = Duration.ofMillis(700);

    private final boolean wanted;
    private final long started = System.nanoTime();
    private String task = "";
    private @Nullable ProgressBar bar;

    Progress(boolean quiet) {
        wanted = !quiet && Terminal.showsErrors();
    }

    /** Hears how far the run is. */
    @Override
    public void onProgress(int done, int total) {
        show("Backtest", " candles", done, total);
    }

    /** Hears how far the reading is. */
    @Override
    public void onProgress(long read, long total) {
        show("Reading", " bytes", read, total);
    }

    /** Hears how far a sweep is; the bar works out the time left by itself. */
    void onSweep(int done, int total, Duration left) {
        show("Sweep", " runs", done, total);
    }

    /** Hears how far a study of patterns is. */
    void onPattern(int done, int total) {
        show("Study", " patterns", done, total);
    }

    /** Hears of each window that a download has written. */
    @Override
    public void onWindow(Step step) {
        show("Download", " windows", step.done(), step.total());
    }

    private void show(String name, String unit, long done, long total) {
        Stopped.throwIfInterrupted();
        if (!wanted || System.nanoTime() - started < SILENCE.toNanos()) {
            return;
        }
        if (bar == null || !name.equals(task)) {
            close();
            task = name;
            bar = bar(name, unit, total);
        }
        bar.stepTo(done);
    }

    private static ProgressBar bar(String name, String unit, long total) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(unit, 1)
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
