-- Lets every connection pause 5 to 15 ms before each request, so that the number of connections sets the
-- load. wrk starts its clock after the pause: the latencies are those of the requests alone.
function delay()
  return math.random(5, 15)
end
