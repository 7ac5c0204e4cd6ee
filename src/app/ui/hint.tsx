import { memo, type ReactNode, type Ref, useId, useRef } from "react";
import { placeBy } from "./placement.ts";

type HintProps = {
  /** What is said on hover, focus and tap. */
  text: string;
  className?: string;
  children: ReactNode;
};

/** Words that say more on hover, focus and tap. Not for use inside another control. */
export const Hint = memo(function Hint({ text, className = "[font:inherit] [letter-spacing:inherit]", children }: HintProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);

  const show = () => {
    if (!tip.current || !anchor.current || tip.current.matches(":popover-open")) return;
    tip.current.showPopover();
    placeBy(anchor.current, tip.current, "center");
  };
  const hide = () => {
    if (tip.current?.matches(":popover-open")) tip.current.hidePopover();
  };

  return (
    <span
      className="inline"
      onPointerEnter={show}
      onPointerLeave={(event) => {
        // A tap leaves at once; the tip then stays until focus goes elsewhere.
        if (event.pointerType === "mouse") hide();
      }}
    >
      <button
        ref={anchor}
        type="button"
        aria-describedby={id}
        className={`cursor-help rounded-1 text-left ${className}`}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key === "Escape") hide();
        }}
      >
        {children}
      </button>
      <Tip ref={tip} id={id} text={text} />
    </span>
  );
});

/** Apart, since the figure changes with a poll and where it comes from does not. */
const Tip = memo(function Tip({ ref, id, text }: { ref: Ref<HTMLSpanElement>; id: string; text: string }) {
  return (
    <span
      ref={ref}
      id={id}
      role="tooltip"
      popover="manual"
      className="fixed m-0 max-w-[min(18rem,calc(100%-16px))] rounded-2 bg-raised px-2.5 py-1.5 text-note font-normal tracking-normal whitespace-pre-line text-ink-2 shadow-menu [overflow-wrap:anywhere]"
    >
      {text}
    </span>
  );
});
