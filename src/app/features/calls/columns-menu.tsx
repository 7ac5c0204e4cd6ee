import { Button } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { toggled } from "./calls-filter.ts";
import { type ColumnId, columns } from "./columns.ts";

type ColumnsMenuProps = { available: readonly ColumnId[]; shown: readonly ColumnId[]; onChange(columns: ColumnId[]): void };

/** Which columns are shown; the last one cannot be taken away. */
export function ColumnsMenu({ available, shown, onChange }: ColumnsMenuProps) {
  return (
    <Menu
      label="Columns"
      align="end"
      trigger={(trigger) => <Button {...trigger} icon="columns" aria-label="Columns" title="Columns" className="max-phone:w-10 max-phone:justify-center" />}
    >
      {columns
        .filter(({ id }) => available.includes(id))
        .map(({ id, title }) => (
          <MenuItem
            key={id}
            checked={shown.includes(id)}
            disabled={shown.length === 1 && shown[0] === id}
            keepOpen
            onSelect={() => onChange(toggled(shown, id, available))}
          >
            {title}
          </MenuItem>
        ))}
    </Menu>
  );
}
