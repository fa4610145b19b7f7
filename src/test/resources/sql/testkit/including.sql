-- Includes a building block. Binds :at (timestamptz).
select
-- include: testkit/block.sql
as at
