import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Look = {
  kind?: "plain" | "primary" | "ghost";
  size?: "normal" | "small";
  icon?: IconName;
  /** A small sign after the words, as the arrow of a menu. */
  after?: IconName;
  children?: ReactNode;
};

const kinds = {
  plain: "bg-raised inset-ring inset-ring-line-strong hover:bg-hover",
  primary: "bg-ink text-ink-inverse hover:bg-ink-2",
  ghost: "text-ink-2 hover:bg-hover",
};
const sizes = { normal: "h-8 px-[11px] max-phone:h-10 embed:h-8", small: "h-[26px] px-[9px] max-phone:h-10 embed:h-[26px]" };

/** The classes of a button, for links that look like one. */
export function buttonLook({ kind = "plain", size = "normal" }: Pick<Look, "kind" | "size">, className = ""): string {
  return `tap inline-flex items-center gap-[7px] rounded-2 font-medium whitespace-nowrap no-underline disabled:opacity-55 disabled:cursor-default ${kinds[kind]} ${sizes[size]} ${className}`;
}

/** A button. Everything a `<button>` takes is passed on; it never submits unless told to. */
export function Button({ kind = "plain", size = "normal", icon, after, children, className, ...rest }: Look & ComponentProps<"button">) {
  return (
    <button type="button" className={buttonLook({ kind, size }, className)} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {after !== undefined && <Icon name={after} className="text-ink-3" />}
    </button>
  );
}
