-- Reads of counts for wrk, of a different thing each time.
-- arguments: FIRST_THING LAST_THING SEED
local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(arguments)
    math.randomseed(tonumber(arguments[3]) * 100 + number)
    first, last = tonumber(arguments[1]), tonumber(arguments[2])
    after = "/count HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\n\r\n"
end

function request()
    return "GET /api/v1/things/" .. math.random(first, last) .. after
end
