package io.tradetracker.broker.capital.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.api.error.RetryAdvice;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A session on one account: begun when it is first needed, one log-in at a time, made anew before the service ends it.
 * Safe for use by several threads.
 */
public final class Session implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(9);
    private static final Duration PING_AFTER = Duration.ofMinutes(8);
    private static final Duration OLD = Duration.ofMinutes(50);
    private static final Duration CHECK = Duration.ofMinutes(1);
    private static final int LOGINS = 3;
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private final Line line;
    private final LoginSettings login;
    private final ElapsedTime time;
    private final VenueClock clock;
    private final LoginPause pause;
    /** Held by the one that logs in; never while {@link #lock} is held. */
    private final ReentrantLock loggingIn = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private volatile @Nullable Open open;
    private @Nullable String pinned;
    private long generation;
    private @Nullable Thread keeper;
    private boolean closed;

    /** Makes a session that has not begun. */
    public Session(Line line, LoginSettings login) {
        this.line = line;
        this.login = login;
        time = line.time();
        clock = new VenueClock(time);
        pause = new LoginPause(time);
        pinned = login.account();
    }

    /** {@return the service's time; the session must have begun} */
    public VenueClock clock() {
        return clock;
    }

    /** {@return the time that pauses go by} */
    public ElapsedTime time() {
        return time;
    }

    /**
     * {@return what the session is known by now} Logs in when there is no session, or none that will last.
     *
     * @throws CapitalException when that fails, or this was closed
     */
    public Tokens tokens() {
        return current().tokens;
    }

    /**
     * {@return the account it works on}
     *
     * @throws CapitalException as {@link #tokens}
     */
    public String account() {
        return current().account;
    }

    /**
     * {@return where streams are opened, as the log-in told or the settings say}
     *
     * @throws CapitalException as {@link #tokens}
     */
    public String streamHost() {
        Open now = current();
        return login.streamHost() == null ? now.streamHost : login.streamHost();
    }

    private Open current() {
        Open now = open;
        return now != null && now.lasts(time.nanos()) ? now : begin();
    }

    /** Tokens that came with an answer replace those of the same log-in. */
    void adopt(Tokens sent, Headers headers) {
        Open now = open;
        if (now == null || now.tokens.generation() != sent.generation()) {
            return;
        }
        lock.lock();
        try {
            Open latest = open;
            if (latest != null && latest.tokens.generation() == sent.generation()) {
                open = latest.used(tokens(latest.tokens, headers), time.nanos());
            }
        } finally {
            lock.unlock();
        }
    }

    /** {@return whether these tokens are of the log-in that is used now, or of one that nothing has replaced yet} */
    public boolean isCurrent(Tokens sent) {
        Open now = open;
        return now == null || now.tokens.generation() == sent.generation();
    }

    /** The service does not know a session any more. */
    public void forget(Tokens sent) {
        lock.lock();
        try {
            Open now = open;
            if (now != null && now.tokens.generation() == sent.generation()) {
                open = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private Open begin() {
        loggingIn.lock();
        try {
            requireOpen();
            Open now = open;
            return now != null && now.lasts(time.nanos()) ? now : begun(login());
        } finally {
            loggingIn.unlock();
        }
    }

    private Open begun(Open now) {
        lock.lock();
        try {
            if (!closed) {
                open = now;
                keep();
                return now;
            }
        } finally {
            lock.unlock();
        }
        logout(now.tokens);
        requireOpen();
        return now;
    }

    private void requireOpen() {
        lock.lock();
        try {
            if (closed) {
                throw new CapitalException(CapitalError.CLOSED, "This connection was closed: make a new one.");
            }
        } finally {
            lock.unlock();
        }
    }

    private Open login() {
        for (int tried = 1; ; tried++) {
            awaitPause();
            try {
                Open opened = loginOnce();
                pause.succeeded();
                line.metrics().loggedIn();
                return opened;
            } catch (CapitalException failed) {
                pause.failed(failed);
                if (tried == LOGINS || failed.code() != CapitalError.TOO_MANY_REQUESTS) {
                    throw failed;
                }
            } catch (IOException failed) {
                throw new CapitalException(
                        CapitalError.UNAVAILABLE,
                        "",
                        "The log-in got no answer (" + failed.getClass().getSimpleName()
                                + "): is the service reachable?",
                        RetryAdvice.after(Duration.ofSeconds(1)),
                        failed);
            }
        }
    }

    private void awaitPause() {
        lock.lock();
        try {
            pause.await(lock, closing, () -> closed);
        } finally {
            lock.unlock();
        }
        requireOpen();
    }

    private Open loginOnce() throws IOException {
        Reply reply = required(login(loginAsk()));
        Tokens none = new Tokens("", "", ++generation);
        Tokens tokens = tokens(none, reply.headers());
        JsonNode answer = body(reply);
        String account = answer.path("currentAccountId").asText();
        if (tokens.clientToken().isEmpty() || tokens.securityToken().isEmpty() || account.isEmpty()) {
            throw new CapitalException(CapitalError.BAD_ANSWER, "The log-in was answered without tokens or account.");
        }
        String wanted = pinned == null ? account : pinned;
        if (!account.equals(wanted)) {
            tokens = changeAccount(tokens, wanted);
        }
        pinned = wanted;
        askTime(tokens);
        long now = time.nanos();
        return new Open(tokens, wanted, answer.path("streamingHost").asText(), now, now);
    }

    private Reply login(Ask ask) throws IOException {
        try {
            return line.exchange(ask, login.credentials().apiKey(), null);
        } catch (Line.TooLongException tooLong) {
            throw new CapitalException(
                    CapitalError.BAD_ANSWER,
                    "",
                    "The log-in was answered with far too much: " + tooLong.getMessage()
                            + ". Is the host that of the service?",
                    RetryAdvice.NEVER,
                    tooLong);
        }
    }

    private Ask loginAsk() throws IOException {
        Ask ask = Ask.of("POST", Purpose.SESSION, "session");
        CapitalCredentials known = login.credentials();
        if (!login.encrypted()) {
            return ask.sending(
                    Map.of("identifier", known.identifier(), "password", known.password(), "encryptedPassword", false));
        }
        JsonNode key =
                body(required(line.exchange(Ask.get(Purpose.SESSION, "session/encryptionKey"), known.apiKey(), null)));
        String password = PasswordCipher.encrypt(
                known.password(), key.path("encryptionKey").asText(), moment(key, "timeStamp"));
        return ask.sending(Map.of("identifier", known.identifier(), "password", password, "encryptedPassword", true));
    }

    /** The new account is asked for anew, since orders on the wrong one are worse than none. */
    private Tokens changeAccount(Tokens tokens, String wanted) throws IOException {
        Ask ask = Ask.of("PUT", Purpose.SESSION, "session").sending(Map.of("accountId", wanted));
        Reply reply = line.exchange(ask, login.credentials().apiKey(), tokens);
        VenueFault fault = reply.fault();
        boolean isThere = fault != null && fault.code().equals("error.not-different.accountId");
        Tokens changed = tokens(tokens, (isThere ? reply : required(reply)).headers());
        JsonNode state = body(required(line.exchange(
                Ask.get(Purpose.SESSION, "session"), login.credentials().apiKey(), changed)));
        String active = state.path("accountId").asText();
        if (!active.equals(wanted)) {
            throw new CapitalException(
                    CapitalError.WRONG_ACCOUNT,
                    "Account " + wanted + " was asked for, and the service stays on " + active + ".");
        }
        return changed;
    }

    private void askTime(Tokens tokens) throws IOException {
        long asked = time.nanos();
        JsonNode told = body(required(line.exchange(
                Ask.get(Purpose.SESSION, "time"), login.credentials().apiKey(), tokens)));
        clock.tell(moment(told, "serverTime"), asked);
    }

    private static Reply required(Reply reply) {
        VenueFault fault = reply.fault();
        if (fault != null) {
            throw fault.toException("the log-in");
        }
        if (reply.isOfSomebodyElse()) {
            throw new CapitalException(
                    CapitalError.BAD_ANSWER,
                    "The log-in was answered " + reply.status() + " with a page that is not the service's. Is the host"
                            + " right, and does a proxy or a firewall stand between?");
        }
        if (!reply.isSuccess()) {
            throw new CapitalException(
                    CapitalError.UNAVAILABLE,
                    "",
                    "The log-in was answered " + reply.status() + " without a reason.",
                    RetryAdvice.after(Duration.ofSeconds(1)),
                    null);
        }
        return reply;
    }

    private static JsonNode body(Reply reply) {
        JsonNode json = reply.json();
        if (json == null) {
            throw new CapitalException(
                    CapitalError.BAD_ANSWER, "The log-in was answered with something that is no JSON.");
        }
        return json;
    }

    private static long moment(JsonNode answer, String field) {
        JsonNode told = answer.path(field);
        if (!told.canConvertToLong() || told.asLong() < EARLIEST || told.asLong() > LATEST) {
            throw new CapitalException(
                    CapitalError.BAD_ANSWER,
                    "The log-in was answered with no moment of this century as " + field + ".");
        }
        return told.asLong();
    }

    private static Tokens tokens(Tokens before, Headers headers) {
        return new Tokens(
                newest(headers.get("CST"), before.clientToken()),
                newest(headers.get("X-SECURITY-TOKEN"), before.securityToken()),
                before.generation());
    }

    /** A token that cannot be sent is none; the HTTP client would show it in its complaint. */
    private static String newest(@Nullable String told, String before) {
        return told == null || told.isBlank() || !told.chars().allMatch(each -> each > ' ' && each < 0x7f)
                ? before
                : told;
    }

    private void keep() {
        if (keeper == null) {
            keeper = Thread.ofVirtual().name("capital-session").start(this::keepAlive);
        }
    }

    /** A session that nobody uses would end after ten minutes, and a stream with it. */
    private void keepAlive() {
        while (awaitCheck()) {
            Open now = open;
            if (now != null && now.isIdle(time.nanos(), PING_AFTER) && now.lasts(time.nanos())) {
                ping(now.tokens);
            }
        }
    }

    private void ping(Tokens tokens) {
        try {
            Reply reply = line.exchange(
                    Ask.get(Purpose.SESSION, "ping"), login.credentials().apiKey(), tokens);
            if (reply.isSuccess()) {
                adopt(tokens, reply.headers());
            } else if (reply.endsSession()) {
                forget(tokens);
            }
        } catch (IOException lost) {
            line.metrics().messageLeftOut("a ping got no answer");
        }
    }

    private boolean awaitCheck() {
        lock.lock();
        try {
            long end = time.nanos() + CHECK.toNanos();
            while (!closed && end - time.nanos() > 0) {
                time.await(lock, closing, Duration.ofNanos(end - time.nanos()));
            }
            return !closed;
        } catch (InterruptedException interrupted) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Logs out, if that needs no waiting; a session that is not used ends by itself. */
    @Override
    public void close() {
        Open last;
        lock.lock();
        try {
            last = closed ? null : open;
            closed = true;
            open = null;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        if (last != null && !line.isPaused()) {
            logout(last.tokens);
        }
    }

    private void logout(Tokens tokens) {
        try {
            Reply reply = line.exchange(
                    Ask.of("DELETE", Purpose.SESSION, "session"),
                    login.credentials().apiKey(),
                    tokens);
            if (!reply.isSuccess()) {
                line.metrics().messageLeftOut("the log-out was answered " + reply.status());
            }
        } catch (IOException lost) {
            line.metrics().messageLeftOut("the log-out got no answer");
        }
    }

    /** {@return paths that need no session} */
    static List<String> withoutSession() {
        return List.of("time", "session/encryptionKey");
    }

    private record Open(Tokens tokens, String account, String streamHost, long begun, long lastUsed) {
        boolean lasts(long now) {
            return now - begun < OLD.toNanos() && !isIdle(now, IDLE);
        }

        boolean isIdle(long now, Duration length) {
            return now - lastUsed >= length.toNanos();
        }

        Open used(Tokens newest, long now) {
            return new Open(newest, account, streamHost, begun, now);
        }
    }
}
