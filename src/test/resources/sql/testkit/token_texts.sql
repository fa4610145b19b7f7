-- All that is stored about tokens, as one text.
select string_agg(cast(t as text), ' ') as texts from api_token t
