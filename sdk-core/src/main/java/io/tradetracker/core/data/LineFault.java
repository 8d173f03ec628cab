package io.tradetracker.core.data;

/** One line of a file cannot be used. Carries no stack trace: a bad file can have millions of these. */
final class LineFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final DataError code;
    private final boolean fatal;

    LineFault(long line, DataError code, String message, boolean fatal) {
        super(message, null, false, false);
        this.line = line;
        this.code = code;
        this.fatal = fatal;
    }

    DataReport.Problem toProblem() {
        return new DataReport.Problem(line, code, String.valueOf(getMessage()));
    }

    /** {@return whether the lines below cannot be read either} */
    boolean isFatal() {
        return fatal;
    }
}
