package io.tradetracker.samples.cli;

import io.tradetracker.api.error.ApiError;
import io.tradetracker.api.error.TradeTrackerException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells people on stderr what failed, in words; turns it into an exit code. */
final class FailureReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    static final String DEBUG = "--debug";
    private static final int FAILED = 1;
    private static final int WRONG_COMMAND_LINE = 2;
    private static final int STOPPED = 130;

    private final PrintWriter err;

    FailureReport(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        tell(String.valueOf(wrong.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        }
        return WRONG_COMMAND_LINE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, @Nullable ParseResult parsed) {
        if (Thread.currentThread().isInterrupted()) {
            trace(failure, parsed);
            return STOPPED;
        }
        if (failure instanceof TradeTrackerException known) {
            tell(String.valueOf(known.getMessage()));
        } else {
            tell("unexpected failure: " + failure + "; run it again with " + DEBUG + " and report what it prints");
        }
        trace(failure, parsed);
        return isWrongCommandLine(failure) ? WRONG_COMMAND_LINE : FAILED;
    }

    int fatal(Error failure, @Nullable ParseResult parsed) {
        tell(
                failure instanceof OutOfMemoryError
                        ? "there is not enough memory; give Java more, such as: java -Xmx4g -jar tradetracker.jar"
                        : "a plugin or this program is broken: " + failure + "; run it again with " + DEBUG);
        trace(failure, parsed);
        return FAILED;
    }

    private static boolean isWrongCommandLine(Exception failure) {
        return failure instanceof TradeTrackerException known
                && (known.code() == ApiError.BAD_PARAMETER || known.code() == ApiError.UNKNOWN_STRATEGY);
    }

    private void tell(String message) {
        err.println("tradetracker: " + message);
    }

    private void trace(Throwable failure, @Nullable ParseResult parsed) {
        if (parsed != null && parsed.expandedArgs().contains(DEBUG)) {
            failure.printStackTrace(err);
        }
    }
}
