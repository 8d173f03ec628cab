package io.tradetracker.broker.capital.connection;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.ErrorType;

/** What can fail at Capital.com. */
public enum CapitalError implements ErrorCode {
    /** The service does not take key, identifier or password. */
    WRONG_CREDENTIALS(2001, ErrorType.USER_ERROR),
    /** The key has no account on this host: demo and live are two hosts. */
    WRONG_HOST(2002, ErrorType.USER_ERROR),
    /** The login has no such account, or it could not be made the active one. */
    WRONG_ACCOUNT(2003, ErrorType.USER_ERROR),
    /** There is no instrument of that name. */
    UNKNOWN_INSTRUMENT(2004, ErrorType.USER_ERROR),
    /** There is nothing of that name: a position, an order, a watchlist. */
    NOT_FOUND(2005, ErrorType.USER_ERROR),
    /** The request breaks a rule of the service. */
    BAD_REQUEST(2006, ErrorType.USER_ERROR),
    /** More instruments than one stream carries. */
    TOO_MANY_INSTRUMENTS(2007, ErrorType.INSUFFICIENT),
    /** The service takes no more requests for now. */
    TOO_MANY_REQUESTS(2008, ErrorType.INSUFFICIENT),
    /** The session ended while it was used, and a new one did not help. */
    SESSION_ENDED(2009, ErrorType.EXTERNAL),
    /** The service cannot be reached or failed. */
    UNAVAILABLE(2010, ErrorType.EXTERNAL),
    /** The service answered something that makes no sense. */
    BAD_ANSWER(2011, ErrorType.EXTERNAL),
    /** This connection was closed. */
    CLOSED(2012, ErrorType.USER_ERROR);

    private final int number;
    private final ErrorType type;

    CapitalError(int number, ErrorType type) {
        this.number = number;
        this.type = type;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public ErrorType type() {
        return type;
    }
}
