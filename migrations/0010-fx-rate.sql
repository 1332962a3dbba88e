-- Why: reports convert amounts of other currencies by the rate of the invoice's day, which must be at hand, exact, and the same for everybody.

create table fx_rate (
  currency char(3) not null check (currency ~ '^[A-Z]{3}$' and currency <> 'EUR'),
  day date not null,
  per_euro numeric not null check (per_euro > 0 and per_euro < 'infinity'),
  loaded_at timestamptz not null default now(),
  constraint fx_rate_once primary key (currency, day)
);
comment on table fx_rate is 'What one euro bought of a currency, on the working days for which the European Central Bank published it. Reports look for the latest one of a currency at most 7 days back, by the key.';
