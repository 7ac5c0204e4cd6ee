import type { ReactNode } from "react";
import { Chip } from "../../ui/chip.tsx";
import { Menu } from "../../ui/menu.tsx";

type FilterChipProps = {
  /** What the filter is of: "Outcome". */
  name: string;
  /** The values that are set, in words. */
  words: string | undefined;
  marks?: ReactNode;
  onClear(): void;
  children: ReactNode;
};

/** A filter as a chip that opens its menu, and once set names its values and can be cleared. */
export function FilterChip({ name, words, marks, onClear, children }: FilterChipProps) {
  return (
    <Menu
      label={name}
      trigger={(trigger) => (
        <Chip
          {...trigger}
          set={words !== undefined}
          clearLabel={`Clear ${name.toLowerCase()}`}
          onClear={() => {
            onClear();
            // The cross goes away with the filter; the focus stays with the chip.
            trigger.ref.current?.focus();
          }}
        >
          {words === undefined ? (
            name
          ) : (
            <>
              {marks}
              <span className="max-w-[min(52cqi,340px)] truncate" title={words}>
                <span className="sr-only">{name}: </span>
                {words}
              </span>
            </>
          )}
        </Chip>
      )}
    >
      {children}
    </Menu>
  );
}
