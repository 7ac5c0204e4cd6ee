/*
 * How uncertain the pace to come is taken to be, and what came of it. The spreads were chosen on one set of
 * simulated campaigns and the shares measured on another (`npm run backtest`, docs/eta.md).
 */

/** Standard deviations of the logarithm of pace. */
export const spreads = {
  /** What stays unknown however long was watched, for as long as the campaign runs. */
  lasting: 0.1,
  /** On top of it, where little was watched: all of it at first, half of it after `halvedAfterHours` of open time. */
  littleSeen: 0.3,
  halvedAfterHours: 3,
  /** From one day to the next. */
  daily: 0.15,
};

/** After so many open hours what was observed counts half as much as what is observed now. */
export const recentHours = 8;

/** Of 10 ranges, so many held the true end. */
export const shareHeld = 0.8;
