create table order_account (
    -- broker and account; of a name that is too long for an index, its beginning and a hash
    account text primary key,
    broker text not null,
    -- the broker's name, with escapes for what has no place in a database
    broker_account text not null,
    -- facts are added by the holder of this lease
    writer_epoch bigint not null,
    -- each claim has its own number: a writer that was given out before writes no more, whatever is still on its way
    claim bigint not null default 1,
    last_sequence bigint not null default 0,
    created_at timestamptz not null default now()
);

create table order_fact (
    account text not null references order_account (account),
    sequence bigint not null,
    epoch bigint not null,
    kind text not null,
    -- of the intent that it is about; null when it is about none
    client_order_id text,
    time timestamptz not null,
    -- json keeps the text as it was written; jsonb refuses some characters that a broker may say
    fact json not null,
    recorded_at timestamptz not null default now(),
    primary key (account, sequence)
);

create index order_fact_intent on order_fact (account, client_order_id, sequence) where client_order_id is not null;
