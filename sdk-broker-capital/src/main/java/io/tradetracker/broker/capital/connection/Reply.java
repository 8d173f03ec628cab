package io.tradetracker.broker.capital.connection;

import com.fasterxml.jackson.databind.JsonNode;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status of the HTTP answer
 * @param json its body; null when it is no JSON, or empty
 * @param isGarbled whether its body is neither JSON nor empty
 */
record Reply(int status, Headers headers, @Nullable JsonNode json, boolean isGarbled) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** {@return whether it refuses, and not in the service's way: something between answered} */
    boolean isOfSomebodyElse() {
        return isGarbled && status >= 300 && status < 500;
    }

    /** {@return whether the service does not know the session} */
    boolean endsSession() {
        VenueFault fault = fault();
        boolean unknown = status == 401 || status == 403 || (fault != null && fault.isSessionEnd());
        return unknown && !isGarbled;
    }

    /** {@return what the service says when it refuses; null when it said nothing that can be read} */
    @Nullable
    VenueFault fault() {
        JsonNode code = json == null ? null : json.get("errorCode");
        return code == null || !code.isTextual() ? null : VenueFault.of(status, code.textValue());
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
