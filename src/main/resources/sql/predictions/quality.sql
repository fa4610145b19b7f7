-- Person quality in 0 to 100 of a raw sum r.raw: a thousand is the top of a logarithmic scale.
least(100, round(cast(100 * log(cast(r.raw + 1 as double precision)) / log(cast(1001 as double precision)) as numeric), 9))
