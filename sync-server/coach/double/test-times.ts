/** Times of tests, in ms: short, and long enough for a machine that does other things as well. */
export const TEST_TIMES = {
  headers: 1_200,
  idle: 1_000,
  afterStop: 200,
  pause: 10,
  poll: 20,
  turn: 10_000,
}
