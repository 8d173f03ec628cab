create table candle_series (
    id bigint generated always as identity primary key,
    source text not null,
    instrument text not null,
    timeframe_millis bigint not null,
    side text not null,
    -- with the rules that came with the last write
    instrument_json json,
    unique (source, instrument, timeframe_millis, side)
);

-- open times of which it is known whether there is a candle; ranges do not touch
create table candle_range (
    series bigint not null references candle_series (id),
    from_millis bigint not null,
    to_millis bigint not null,
    primary key (series, from_millis),
    check (from_millis < to_millis)
);

create table candle (
    series bigint not null references candle_series (id),
    -- when it opened, since 1970 UTC
    time_millis bigint not null,
    open double precision not null,
    high double precision not null,
    low double precision not null,
    close double precision not null,
    volume double precision not null,
    primary key (series, time_millis)
);
