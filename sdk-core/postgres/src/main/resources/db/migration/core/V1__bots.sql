create table bot (
    id text primary key,
    configuration json not null,
    state text not null,
    reason text not null,
    -- the last entry on record; the next one must follow it, so a second writer is refused
    last_sequence bigint not null default 0,
    created_at timestamptz not null default now(),
    state_changed_at timestamptz not null default now()
);

create table bot_entry (
    bot_id text not null references bot (id),
    sequence bigint not null,
    market_time timestamptz not null,
    decisions integer not null,
    fills integer not null,
    -- json keeps the text as it was written; jsonb refuses some characters that a strategy's reason may hold
    entry json not null,
    recorded_at timestamptz not null default now(),
    primary key (bot_id, sequence)
);

create index bot_entry_activity on bot_entry (bot_id, sequence) where decisions > 0 or fills > 0;
