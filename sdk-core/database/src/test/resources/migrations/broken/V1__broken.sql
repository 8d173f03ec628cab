create table half (id bigint);
create tabel broken (id bigint);
