package io.tradetracker.broker.capital.simulator;

/** An answer with an error code instead of what was asked for. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Refusal(int status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal badRequest(String code) {
        return new Refusal(400, code);
    }

    static Refusal unauthorized(String code) {
        return new Refusal(401, code);
    }

    static Refusal notFound(String code) {
        return new Refusal(404, code);
    }

    static Refusal tooMany() {
        return new Refusal(429, "error.too-many.requests");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
