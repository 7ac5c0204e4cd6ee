import { type KeyboardEvent, type MouseEvent, useContext } from "react";
import { isMasked } from "./call-sight.ts";
import { rowAt, rowKey } from "./call-windows.ts";
import { CallRowView } from "./call-row.tsx";
import { OpenedRow } from "./opened-row.ts";
import type { RowSetting } from "./row-lines.tsx";
import { moveTo } from "./row-keys.ts";
import type { CallTable } from "./use-call-table.ts";

type RowsProps = {
  table: CallTable;
  setting: RowSetting;
  copiedKey: string | undefined;
  copy(key: string, text: string): void;
};

/** The rows near the window, and what keys and presses do to them. */
export function CallRows({ table, setting, copiedKey, copy }: RowsProps) {
  const { windows, group, open, focus, total, active, tabStop, list } = table;
  const tellOpened = useContext(OpenedRow);
  const { shown, height, first, scrollToRow, sight } = table.scroll;

  const keyAt = (offset: number) => {
    const row = rowAt(windows, offset);
    return row && rowKey(row, group);
  };
  const toggle = (offset: number, wish?: boolean) => {
    const row = rowAt(windows, offset);
    if (row === undefined || row.attempts < 2) return;
    const key = rowKey(row, group);
    const opens = wish ?? !open.keys.has(key);
    if (opens && !open.keys.has(key)) tellOpened(row.id);
    open.set(key, opens);
  };
  const copyAt = (offset: number) => {
    const row = rowAt(windows, offset);
    if (row?.to !== undefined && !isMasked(row.to)) copy(rowKey(row, group), row.to);
  };
  const act = (name: string | undefined, offset: number) => {
    if (name === "toggle") toggle(offset);
    else if (name === "copy") copyAt(offset);
  };

  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return;
    const offset = offsetOfElement(target);
    // A press that ends a selection was meant to select.
    if (offset === undefined || document.getSelection()?.isCollapsed === false) return;
    act(target.closest<HTMLElement>("[data-act]")?.dataset.act, offset);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = moveTo(event.key, active, total, sight.last - sight.first);
    const onRow = event.target instanceof Element && event.target.getAttribute("role") === "row";
    if (target !== undefined) {
      focus.go({ key: keyAt(target), offset: target });
      scrollToRow(target);
    } else if (event.key === "c") copyAt(active);
    else if (event.key === "Escape" || event.key === "ArrowLeft") toggle(active, false);
    else if (event.key === "ArrowRight") toggle(active, true);
    else if (onRow && (event.key === "Enter" || event.key === " ")) toggle(active);
    else return;
    event.preventDefault();
  };

  const drawnKeys = new Set<string>();
  return (
    <div
      ref={list}
      role="rowgroup"
      tabIndex={-1}
      className="relative outline-none"
      style={{ height }}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={focus.onFocus}
      onBlur={focus.onBlur}
    >
      {shown.map(({ place, top }) => {
        const index = first + place;
        const row = rowAt(windows, index);
        const key = keyAt(index);
        // Two pages read a moment apart may both hold a row that moved between them.
        const reactKey = key === undefined || drawnKeys.has(key) ? `#${index}` : key;
        drawnKeys.add(reactKey);
        return (
          <CallRowView
            key={reactKey}
            offset={index}
            rowKey={key ?? ""}
            row={row}
            top={top}
            open={key !== undefined && open.keys.has(key)}
            active={index === tabStop}
            copied={key !== undefined && key === copiedKey}
            setting={setting}
          />
        );
      })}
    </div>
  );
}

function offsetOfElement(element: Element): number | undefined {
  const index = element.closest<HTMLElement>("[data-index]")?.dataset.index;
  return index === undefined ? undefined : Number(index);
}
