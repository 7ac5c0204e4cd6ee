import { type ComponentProps, type ReactNode, useId } from "react";
import { Icon, type IconName } from "./icon.tsx";

type TextFieldProps = Omit<ComponentProps<"input">, "id" | "onChange"> & {
  label: string;
  /** The label is only for screen readers: the placeholder and icon say it to the eye. */
  labelHidden?: boolean;
  hint?: ReactNode;
  icon?: IconName;
  onText: (text: string) => void;
};

/** One line of text with its label. */
export function TextField({ label, labelHidden = false, hint, icon, onText, className = "", ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "mb-1 block text-ink-2"}>
        {label}
      </label>
      <div className="flex h-8 items-center gap-[7px] rounded-2 px-[9px] text-ink-3 inset-ring inset-ring-control focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-phone:h-11">
        {icon !== undefined && <Icon name={icon} />}
        <input
          id={id}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => onText(event.target.value)}
          className="w-full min-w-0 bg-transparent text-ink outline-none placeholder:text-ink-3 max-phone:text-[1rem]"
          {...rest}
        />
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-note text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
