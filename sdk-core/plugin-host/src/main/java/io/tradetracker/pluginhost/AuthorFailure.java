package io.tradetracker.pluginhost;

/**
 * What an author's code threw, as text and stack. Keeping the thrown object itself would keep its class loader, and
 * asking it later could run the author's code again.
 */
final class AuthorFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AuthorFailure(String message) {
        super(message, null, false, true);
    }

    static AuthorFailure of(Throwable wrapped) {
        Throwable thrown = causeOf(wrapped);
        AuthorFailure copy = new AuthorFailure(describe(thrown));
        copy.setStackTrace(thrown.getStackTrace().clone());
        return copy;
    }

    /** {@return the name of the exception and its message, and how to mend it when that is known} */
    static String describe(Throwable wrapped) {
        Throwable thrown = causeOf(wrapped);
        String message = messageOf(thrown);
        if (thrown instanceof AuthorFailure) {
            return message;
        }
        String name = thrown.getClass().getSimpleName();
        String remedy = remedy(thrown, message);
        return (message.isEmpty() ? name : name + ": " + message) + (remedy.isEmpty() ? "" : "; " + remedy);
    }

    private static Throwable causeOf(Throwable thrown) {
        Throwable cause = thrown instanceof ExceptionInInitializerError wrapper ? wrapper.getException() : null;
        return cause == null ? thrown : cause;
    }

    private static String remedy(Throwable thrown, String message) {
        return switch (thrown) {
            case UnsupportedClassVersionError newer ->
                "it was built for a newer Java; run the host with that one, or build the plugin with --release "
                        + Runtime.version().feature();
            case ClassNotFoundException missing -> missing(message);
            case NoClassDefFoundError missing ->
                message.contains("initialize class")
                        ? "its static initialiser failed before"
                        : missing(message.replace('/', '.'));
            case ClassFormatError damaged -> "a class file is damaged; build the jar again";
            case IncompatibleClassChangeError other ->
                "its classes do not fit together or were built with another API; clean and rebuild the plugin";
            default -> "";
        };
    }

    private static String missing(String name) {
        return "class " + name + " is missing from the jar; rebuild the plugin";
    }

    /** {@return the author's own words, empty when there are none} */
    static String messageOf(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : ForeignText.safe(message);
        } catch (Throwable alsoBroken) {
            return "";
        }
    }
}
