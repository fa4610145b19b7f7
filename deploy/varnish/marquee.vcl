# Varnish in front of Marquee: varnishd -a :80 -f /etc/varnish/marquee.vcl -s malloc,1g
#
# What may be kept, and for how long, Marquee says itself. Varnish reads max-age and stale-while-revalidate; stale-if-error
# is read here: within it a kept answer is given when Marquee cannot be reached, fails, or is known to be down.
# Behind this file Marquee needs QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true and
# QUARKUS_HTTP_PROXY_TRUSTED_PROXIES=127.0.0.1 (this Varnish), or it takes Varnish for its only client.
vcl 4.1;

import std;

backend marquee {
    .host = "127.0.0.1";
    .port = "8080";
    .connect_timeout = 2s;
    .first_byte_timeout = 60s;
    .between_bytes_timeout = 60s;
    .probe = {
        .url = "/q/health/ready";
        .interval = 2s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

sub vcl_recv {
    if (req.restarts == 0) {
        unset req.http.X-Marquee-Try;
        unset req.http.X-Marquee-View;
    } else if (req.http.X-Marquee-Try == "new") {
        # What is kept is too old to be given while a newer one can be had.
        set req.grace = 0s;
    } else {
        # A newer one cannot be had: what is kept will do.
        set req.grace = 365d;
    }
    unset req.http.Forwarded;
    # Where something in front of Varnish ends TLS, it sets this header, and the line goes.
    set req.http.X-Forwarded-Proto = "http";

    if (req.url ~ "^/q/") {
        # Health and metrics are for the inside.
        return (synth(403));
    }
    if (req.url ~ "^[^?]*/events(\?|$)") {
        # Streams of events: nothing is held back.
        return (pipe);
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.http.Authorization) {
        return (pass);
    }
    if (req.url ~ "^/static/"
        || req.url ~ "^/api/(parks|rides|live|trends|predictions|search/index|views)(/|\?|\.csv(\?|$)|$)") {
        # The same for everybody.
        unset req.http.Cookie;
        set req.http.X-Marquee-View = "yes";
        return (hash);
    }
    # Everything else depends on who asks: pages, sessions, votes, admin.
    return (pass);
}

sub vcl_pipe {
    # One request, one connection: the next one is looked at again.
    set bereq.http.Connection = "close";
}

sub vcl_hit {
    # Past stale-while-revalidate: kept for errors only.
    if (obj.ttl <= 0s
        && !req.http.X-Marquee-Try
        && std.healthy(req.backend_hint)
        && obj.ttl + std.duration(obj.http.X-Marquee-While + "s", 0s) < 0s) {
        set req.http.X-Marquee-Try = "new";
        return (restart);
    }
}

sub vcl_backend_response {
    if (!bereq.http.X-Marquee-View) {
        set beresp.uncacheable = true;
        return (deliver);
    }
    if (beresp.status >= 500 && (bereq.is_bgfetch || bereq.http.X-Marquee-Try == "new")) {
        # An error replaces nothing.
        return (abandon);
    }
    if ((beresp.status != 200 && beresp.status != 304)
        || beresp.http.Set-Cookie
        || beresp.http.Cache-Control !~ "(^|,\s*)public\b") {
        # Not to be kept, now; in two seconds it may be another answer.
        set beresp.ttl = 2s;
        set beresp.grace = 0s;
        set beresp.uncacheable = true;
        return (deliver);
    }
    # Also with max-age=0: one request fetches it anew while others get it, as stale-while-revalidate allows.
    set beresp.http.X-Marquee-While = beresp.grace;
    set beresp.http.X-Marquee-While = regsub(beresp.http.X-Marquee-While, "\..*$", "");
    if (beresp.http.Cache-Control ~ "stale-if-error=\d") {
        set beresp.grace = std.duration(
            regsub(beresp.http.Cache-Control, "^.*stale-if-error=(\d+).*$", "\1") + "s", beresp.grace);
    }
    # For a while after, its ETag still spares a body.
    set beresp.keep = 10m;
    # They were the first one's.
    unset beresp.http.X-Request-Id;
    unset beresp.http.Server-Timing;
    return (deliver);
}

sub vcl_backend_error {
    if (bereq.http.X-Marquee-Try == "new") {
        return (abandon);
    }
}

sub vcl_synth {
    if (req.http.X-Marquee-Try == "new") {
        set req.http.X-Marquee-Try = "kept";
        return (restart);
    }
}

sub vcl_deliver {
    unset resp.http.X-Marquee-While;
    unset resp.http.Via;
    if (!resp.http.X-Request-Id) {
        set resp.http.X-Request-Id = "varnish-" + req.xid;
    }
    if (req.http.X-Marquee-View) {
        if (obj.hits > 0) {
            set resp.http.Cache-Status = resp.http.Cache-Status + ", varnish; hit";
        } else {
            set resp.http.Cache-Status = resp.http.Cache-Status + ", varnish; fwd=miss";
        }
    }
}
