// What Redis does in one step, in its own language. Scores are kept negated, so that the order of a sorted set (by score, then
// by member as bytes) is the order of ranks.

/**
 * KEYS: a list, its mark, and of the list before the same two where there is one. ARGV: the own handle, rows from the top, rows
 * on either side. Nothing where the list is not built; else how many there are, the top, the rows around the own one, the rank
 * of each of those, and the own rank before: 0 where there was none, -1 where that list is not built.
 */
export const READ = `
if redis.call('EXISTS', KEYS[2]) == 0 then return false end
local list, own, top, around = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local first = top > 0 and redis.call('ZRANGE', list, 0, top - 1, 'WITHSCORES') or {}
local at = redis.call('ZRANK', list, own)
local near, ranks, known = {}, {}, {}
if at then
  near = redis.call('ZRANGE', list, math.max(0, at - around), at + around, 'WITHSCORES')
  for i = 2, #near, 2 do
    local score = near[i]
    known[score] = known[score] or redis.call('ZCOUNT', list, '-inf', '(' .. score) + 1
    ranks[i / 2] = known[score]
  end
end
local before = 0
if KEYS[3] then
  if redis.call('EXISTS', KEYS[4]) == 0 then
    before = -1
  else
    local score = redis.call('ZSCORE', KEYS[3], own)
    if score then before = redis.call('ZCOUNT', KEYS[3], '-inf', '(' .. score) + 1 end
  end
end
return {redis.call('ZCARD', list), first, near, ranks, before}`

/**
 * KEYS: lock, list, mark, removals. ARGV: whose lock it must be, how many removals there were when building began, and for how
 * long list and mark are kept, in s. 1 where the list is marked as built; 0 where somebody else builds it, or something was
 * removed meanwhile that may have been put back since.
 */
export const FINISH = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
if (redis.call('GET', KEYS[4]) or '') ~= ARGV[2] then return 0 end
redis.call('SET', KEYS[3], '1', 'EX', ARGV[4])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return 1`

/** KEYS: lock. ARGV: whose it must be, and for how many s it is held from now on. 0: it is somebody else's. */
export const HOLD = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('EXPIRE', KEYS[1], ARGV[2])
return 1`
