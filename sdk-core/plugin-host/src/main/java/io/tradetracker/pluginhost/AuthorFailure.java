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

    static AuthorFailure of(Throwable thrown) {
        AuthorFailure copy = new AuthorFailure(describe(thrown));
        copy.setStackTrace(thrown.getStackTrace().clone());
        return copy;
    }

    /** {@return the name of the exception and its message} */
    static String describe(Throwable thrown) {
        String message = messageOf(thrown);
        if (thrown instanceof AuthorFailure) {
            return message;
        }
        String name = thrown.getClass().getSimpleName();
        return message.isEmpty() ? name : name + ": " + message;
    }

    /** {@return the author's own words, empty when there are none} */
    static String messageOf(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message;
        } catch (Throwable alsoBroken) {
            return "";
        }
    }
}
