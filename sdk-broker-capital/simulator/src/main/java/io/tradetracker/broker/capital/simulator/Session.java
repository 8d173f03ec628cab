package io.tradetracker.broker.capital.simulator;

import java.time.Instant;

/** A login. Used under the venue's lock. */
final class Session {
    private final Instant opened;
    private String cst;
    private String securityToken;
    private Account account;
    private Instant used;
    private boolean ended;

    Session(Tokens tokens, Account account, Instant opened) {
        this.cst = tokens.cst;
        this.securityToken = tokens.securityToken;
        this.account = account;
        this.opened = opened;
        this.used = opened;
    }

    /**
     * What requests of a session carry.
     *
     * @param cst names the session
     * @param securityToken names its account
     */
    record Tokens(String cst, String securityToken) {}

    Tokens tokens() {
        return new Tokens(cst, securityToken);
    }

    void rotate(Tokens tokens) {
        cst = tokens.cst;
        securityToken = tokens.securityToken;
    }

    Account account() {
        return account;
    }

    void use(Account other) {
        account = other;
    }

    Instant opened() {
        return opened;
    }

    Instant used() {
        return used;
    }

    void touch(Instant now) {
        used = now;
    }

    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }
}
