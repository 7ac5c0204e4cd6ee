/*
 * How uncertain the pace to come is taken to be, and what came of it. The spreads were chosen on one set of
 * simulated campaigns and the shares measured on another (`npm run backtest`, docs/eta.md).
 */

/** Standard deviations of the logarithm of pace. */
export const spreads = {
  /** What stays unknown however long was watched, for as long as the campaign runs. */
  lasting: 0.09,
  /** On top of it, where little was watched: all of it at first, half its square after `halvedAfterHours` of open time. */
  littleSeen: 0.27,
  halvedAfterHours: 3,
  /** From one day to the next. */
  daily: 0.13,
};

/** After so many open hours what was observed counts half as much as what is observed now. */
export const recentHours = 12;

/** Of all ranges, the share that held the true end (0–1), as measured on seed 11. */
export const shareHeld = 0.83;
