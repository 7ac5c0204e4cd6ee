import { Chip } from "../../ui/chip.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import type { CallsFilter } from "./calls-filter.ts";
import { type ColumnId, columns } from "./columns.ts";
import { orderWords } from "./filter-words.ts";

type Sort = Pick<CallsFilter, "sort" | "descending">;
type SortChipProps = { available: readonly ColumnId[]; sort: Sort; timesReported: boolean; onSort(sort: Sort): void };

/** The order, where the narrow table has no heads to press. */
export function SortChip({ available, sort, timesReported, onSort }: SortChipProps) {
  const orders = columns
    .filter(({ id }) => available.includes(id))
    .flatMap(({ id }) => [true, false].map((descending) => ({ sort: id, descending })));
  return (
    <Menu label="Order" trigger={(trigger) => <Chip {...trigger} set={false}>Order</Chip>}>
      {orders.map((order) => (
        <MenuItem
          key={`${order.sort}${order.descending}`}
          single
          checked={order.sort === sort.sort && order.descending === sort.descending}
          onSelect={() => onSort(order)}
        >
          {capital(orderWords(order, timesReported))}
        </MenuItem>
      ))}
    </Menu>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
