import { expect, test } from "vitest";
import { heatModel } from "./heat-model.ts";

const cell = (weekday: number, hour: number, completed: number, finished: number) => ({
  weekday,
  hour,
  completed,
  finished,
});

test("rows are weekdays, columns hours, nothing where nothing is open", () => {
  const model = heatModel([cell(2, 10, 15, 20), cell(1, 9, 10, 20)]);
  expect(model.hours).toEqual([9, 10]);
  expect(model.rows.map(({ weekday, cells }) => [weekday, cells.map((each) => each?.percent)])).toEqual([
    [1, [50, undefined]],
    [2, [undefined, 75]],
  ]);
});

test("fewer than 20 finished calls give no share and no best", () => {
  const model = heatModel([cell(1, 9, 19, 19), cell(1, 10, 10, 20)]);
  expect(model.rows[0]?.cells.map((each) => each?.percent)).toEqual([undefined, 50]);
  expect(model.best).toMatchObject({ hour: 10, best: true });
});

test("six steps from the lowest share to the highest", () => {
  const shares = [50, 55, 60, 65, 70, 75];
  const model = heatModel(shares.map((share, index) => cell(1, 9 + index, share, 100)));
  expect([model.low, model.high]).toEqual([50, 75]);
  expect(model.rows[0]?.cells.map((each) => each?.step)).toEqual([0, 1, 2, 3, 4, 5]);
});

test("small differences do not become the whole scale", () => {
  const model = heatModel([cell(1, 9, 100, 100), cell(1, 10, 99, 100)]);
  expect([model.low, model.high]).toEqual([90, 100]);
  expect(model.rows[0]?.cells.map((each) => each?.step)).toEqual([5, 5]);
});
