import { memo } from "react";
import { Button } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { toggled } from "./calls-filter.ts";
import type { Column, ColumnId } from "./columns.ts";

type ColumnsMenuProps = { available: readonly Column[]; shown: readonly Column[]; onChange(columns: ColumnId[]): void };

/** Which columns are shown; the last one cannot be taken away. */
export const ColumnsMenu = memo(function ColumnsMenu({ available, shown, onChange }: ColumnsMenuProps) {
  return (
    <Menu
      label="Columns"
      align="end"
      trigger={(trigger) => <Button {...trigger} icon="columns" aria-label="Columns" title="Columns" className="max-phone:w-10 max-phone:justify-center embed:hidden" />}
    >
      {available.map((column) => (
        <MenuItem
          key={column.id}
          checked={shown.includes(column)}
          disabled={shown.length === 1 && shown[0] === column}
          keepOpen
          onSelect={() => onChange(toggled(shown, column, available).map(({ id }) => id))}
        >
          {column.title}
        </MenuItem>
      ))}
    </Menu>
  );
});
