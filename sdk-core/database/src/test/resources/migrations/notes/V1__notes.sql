create table note (id bigint generated always as identity primary key, doc jsonb);
