-- Clicks for wrk: each request is another person's, by that person's own token.
-- arguments: FILE_OF_TOKENS FIRST_THING LAST_THING SEED [TOKENS_TO_SKIP]
local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(arguments)
    math.randomseed(tonumber(arguments[4]) * 100 + number)
    first, last = tonumber(arguments[2]), tonumber(arguments[3])
    tokens, place = {}, tonumber(arguments[5] or 0)
    local line_number = 0
    for token in io.lines(arguments[1]) do
        if line_number % 2 == number then tokens[#tokens + 1] = token end
        line_number = line_number + 1
    end
    before = "POST /api/v1/flattrs HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\nContent-Type: application/json\r\n"
end

function request()
    place = place % #tokens + 1
    local body = '{"thing":' .. math.random(first, last) .. '}'
    return before .. "Authorization: Bearer " .. tokens[place] .. "\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency)
    local refused = summary.errors.status
    io.write(string.format("given=%d refused=%d broken=%d seconds=%.3f p50_ms=%.2f p99_ms=%.2f\n",
        summary.requests - refused, refused,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
        summary.duration / 1000000, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
