-- Bulk registrations for wrk: each request carries 500 posts of one blog, by the token of the blog's owner.
-- arguments: FILE_OF_TOKENS SEED POSTS [SITES]
local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(arguments)
    math.randomseed(tonumber(arguments[2]) * 100 + number)
    posts, tokens = tonumber(arguments[3]), {}
    for token in io.lines(arguments[1]) do tokens[#tokens + 1] = token end
    if arguments[4] then for n = tonumber(arguments[4]) + 1, #tokens do tokens[n] = nil end end
    before = "POST /api/v1/things/bulk HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\nContent-Type: application/json\r\n"
end

function request()
    local blog = math.random(#tokens)
    local first = math.random(posts) * 1000
    local things = {}
    for n = 1, 500 do
        things[n] = '{"url":"https://blog-' .. blog .. '.example.org/2026/11/post-' .. first + n
            .. '/","title":"A post title of usual length, number ' .. n .. '"}'
    end
    local body = '{"things":[' .. table.concat(things, ",") .. ']}'
    return before .. "Authorization: Bearer " .. tokens[blog] .. "\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency)
    local refused = summary.errors.status
    io.write(string.format("calls=%d refused=%d broken=%d seconds=%.3f p50_ms=%.1f p99_ms=%.1f\n",
        summary.requests - refused, refused,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
        summary.duration / 1000000, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
