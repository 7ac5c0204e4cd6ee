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
const sizes = { normal: "h-8 px-[11px] max-phone:h-10", small: "h-[26px] px-[9px] max-phone:h-10" };

function lookOf({ kind = "plain", size = "normal" }: Look, className: string): string {
  return `inline-flex items-center gap-[7px] rounded-2 font-medium whitespace-nowrap no-underline disabled:opacity-55 disabled:cursor-default ${kinds[kind]} ${sizes[size]} ${className}`;
}

function Inside({ icon, after, children }: Look) {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {after !== undefined && <Icon name={after} className="text-ink-3" />}
    </>
  );
}

/** A button. Everything a `<button>` takes is passed on; it never submits unless told to. */
export function Button({ kind, size, icon, after, children, className = "", ...rest }: Look & ComponentProps<"button">) {
  const look = { ...(kind && { kind }), ...(size && { size }) };
  return (
    <button type="button" className={lookOf(look, className)} {...rest}>
      <Inside {...(icon && { icon })} {...(after && { after })}>
        {children}
      </Inside>
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ kind, size, icon, after, children, className = "", ...rest }: Look & ComponentProps<"a">) {
  const look = { ...(kind && { kind }), ...(size && { size }) };
  return (
    <a className={lookOf(look, className)} {...rest}>
      <Inside {...(icon && { icon })} {...(after && { after })}>
        {children}
      </Inside>
    </a>
  );
}
