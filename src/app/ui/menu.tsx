import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Icon, type IconName } from "./icon.tsx";
import { moveFocus } from "./menu-keys.ts";
import { placeBy } from "./placement.ts";

/** What the button that opens the menu must carry: `<Button {...trigger}>`. */
export type TriggerProps = {
  popoverTarget: string;
  "aria-haspopup": "menu";
  "aria-expanded": boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  ref: RefObject<HTMLButtonElement | null>;
};

type MenuProps = {
  /** The accessible name of the menu. */
  label: string;
  /** Draws the button: `trigger={(props) => <Button {...props}>Share</Button>}`. */
  trigger: (props: TriggerProps) => ReactNode;
  align?: "start" | "end";
  children: ReactNode;
};

const CloseMenu = createContext<() => void>(() => {});

/**
 * A list of commands or options under its button: a native popover, so it stays
 * open through polls and closes on Escape or a press elsewhere. Arrows, Home,
 * End and typing move; its items are only mounted while it is open.
 */
export function Menu({ label, trigger, align = "start", children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  // Has the focus as soon as it is shown, so that no key that is pressed next is lost.
  useEffect(() => {
    if (list.current) list.current.autofocus = true;
  }, []);

  useEffect(() => {
    if (!open) return;
    const place = () => placeUnder(button.current, list.current, align);
    window.addEventListener("scroll", place, { passive: true, capture: true });
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, { capture: true });
      window.removeEventListener("resize", place);
    };
  }, [open, align]);

  // Items are there before it is shown, and until it is not; it is in its place in the first frame that shows it.
  const opens = (): void => {
    setOpen(true);
    requestAnimationFrame(() => placeUnder(button.current, list.current, align));
  };
  const toggled = (shown: boolean): void => {
    const box = list.current;
    setOpen(shown);
    if (shown && box?.querySelector(":focus") === null) moveFocus(box, "first");
  };

  const close = () => {
    list.current?.hidePopover();
    button.current?.focus();
  };

  return (
    <>
      {trigger({
        popoverTarget: id,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        ref: button,
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          list.current?.showPopover();
        },
      })}
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        popover="auto"
        tabIndex={-1}
        onBeforeToggle={(event) => event.newState === "open" && opens()}
        onToggle={(event) => toggled(event.newState === "open")}
        onKeyDown={(event) => {
          if (event.key === "Tab") close();
          else if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
        }}
        className="on-raised fixed m-0 max-h-[min(600px,calc(100%-16px))] min-w-44 max-w-[min(360px,calc(100%-16px))] overflow-auto rounded-[8px] p-1.5 text-body outline-none font-normal text-ink shadow-menu"
      >
        {open && <CloseMenu value={close}>{children}</CloseMenu>}
      </div>
    </>
  );
}

function placeUnder(anchor: Element | null, box: HTMLElement | null, align: "start" | "end"): void {
  if (anchor && box) placeBy(anchor, box, align);
}

type MenuItemProps = {
  /** Given: an option, set or not. With `single` one of several that exclude each other. */
  checked?: boolean | undefined;
  single?: boolean;
  /** The menu stays open after this item, so that several can be set. */
  keepOpen?: boolean;
  icon?: IconName;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export function MenuItem({ checked, single = false, keepOpen = false, icon, disabled = false, onSelect, children }: MenuItemProps) {
  const close = useContext(CloseMenu);
  const option = checked !== undefined;
  return (
    <button
      type="button"
      role={option ? (single ? "menuitemradio" : "menuitemcheckbox") : "menuitem"}
      aria-checked={checked}
      aria-disabled={disabled}
      tabIndex={-1}
      onClick={() => {
        if (disabled) return;
        onSelect();
        if (!keepOpen) close();
      }}
      className="tap flex min-h-8 w-full items-center gap-2 rounded-[5px] px-2 text-left hover:bg-hover focus-visible:bg-hover aria-disabled:opacity-55 max-phone:min-h-11"
    >
      {icon !== undefined && <Icon name={icon} className="text-ink-3" />}
      <span className="flex min-w-0 flex-1 items-center gap-1.5">{children}</span>
      {option && <Icon name="check" className={checked ? "text-ink-3" : "invisible"} />}
    </button>
  );
}

/** Items that belong together, under a small heading. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="[&+&]:mt-1.5 [&+&]:border-t [&+&]:border-line [&+&]:pt-1.5">
      <p id={id} className="px-2 pt-1 pb-1.5 text-note text-ink-3">
        {label}
      </p>
      {children}
    </div>
  );
}
