/** Times of tests, in ms: short, and long enough for a machine that does other things as well. */
export const TEST_TIMES = {
  headers: 2_500,
  idle: 2_000,
  afterStop: 200,
  pause: 10,
  poll: 20,
  turn: 15_000,
}
