-- entries and states are written by the holder of this lease, or by anybody while nobody has claimed the record
alter table bot add column writer_epoch bigint not null default 0;
-- the last entry before this version of the configuration was in force
alter table bot add column begins_after bigint not null default 0;

create table bot_version (
    bot_id text not null references bot (id),
    version integer not null,
    configuration json not null,
    begins_after bigint not null,
    changed_by text not null,
    changed_at timestamptz not null default now(),
    primary key (bot_id, version)
);

insert into bot_version (bot_id, version, configuration, begins_after, changed_by, changed_at)
select id, (configuration ->> 'version')::integer, configuration, 0, '', created_at from bot;

create table bot_lease (
    bot_id text primary key,
    -- empty when it was given up
    holder text not null,
    epoch bigint not null,
    ends_at timestamptz not null
);
