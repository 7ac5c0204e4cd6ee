import { Chip } from "../../ui/chip.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import type { CallsFilter } from "./calls-filter.ts";
import type { Column } from "./columns.ts";
import { orderWords, type OrderWords } from "./filter-words.ts";

type Sort = Pick<CallsFilter, "sort" | "descending">;
type SortChipProps = { available: readonly Column[]; sort: Sort; order: OrderWords; onSort(sort: Sort): void };

/** The order, where the narrow table has no heads to press. */
export function SortChip({ available, sort, order: words, onSort }: SortChipProps) {
  const sorts = available.flatMap(({ id, unsorted }) => (id === "recording" || unsorted === true ? [] : [id]));
  // Where ids are not shown, the order of the list is still an order to choose.
  const all = words.idsReported ? sorts : ["id" as const, ...sorts];
  const orders = all.flatMap((id) => [true, false].map((descending) => ({ sort: id, descending })));
  return (
    <Menu label="Order" trigger={(trigger) => <Chip {...trigger} set={false}>Order</Chip>}>
      {orders.map((order) => (
        <MenuItem
          key={`${order.sort}${order.descending}`}
          single
          checked={order.sort === sort.sort && order.descending === sort.descending}
          onSelect={() => onSort(order)}
        >
          {capital(orderWords(order, words))}
        </MenuItem>
      ))}
    </Menu>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
