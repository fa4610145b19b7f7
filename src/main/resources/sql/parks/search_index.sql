-- What a search by name looks through.   One row, column document (text, a JSON object): parks, rides, meta; active ones, of
-- every category.   Order name, id.   No binds.
select
  cast(json_build_object(
    'parks', coalesce((
      select json_agg(json_build_object(
        'id', p.park_id, 'name', p.name,
        'location',
          -- include: parks/location.sql
        ,
        'type', 'park', 'url', '/parks/' || p.park_id) order by p.name, p.park_id)
      from park p where p.is_active), cast('[]' as json)),
    'rides', coalesce((
      select json_agg(json_build_object(
        'id', r.ride_id, 'name', r.name, 'park_id', p.park_id, 'park_name', p.name, 'type', 'ride', 'url', '/rides/' || r.ride_id)
        order by r.name, r.ride_id)
      from ride r join park p on p.park_id = r.park_id and p.is_active where r.is_active), cast('[]' as json)),
    'meta', json_build_object(
      'park_count', (select count(*) from park p where p.is_active),
      'ride_count', (select count(*) from ride r join park p on p.park_id = r.park_id and p.is_active where r.is_active))) as text) as document
