import { useEffect, useRef, useState } from "react";
import { Icon } from "../../ui/icon.tsx";
import { afterPause } from "../../client/after-pause.ts";

const pauseMilliseconds = 250;

type SearchBoxProps = { q: string; label: string; onSearch(q: string): void };

/** Finds a number or id by a part of it; `/` comes here from anywhere, Escape clears. */
export function SearchBox({ q, label, onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q);
  // The search last asked for or seen: when the address holds another, it was changed elsewhere.
  const [known, setKnown] = useState(q);
  if (q !== known) {
    setKnown(q);
    setText(q);
  }

  useEffect(() => {
    if (text === known) return undefined;
    return afterPause(pauseMilliseconds, () => {
      setKnown(text);
      onSearch(text);
    });
  }, [text, known, onSearch]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable], [popover]");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <label className="tap flex h-[30px] max-w-[210px] flex-1 basis-[150px] items-center gap-[7px] rounded-2 pr-1.5 pl-[9px] text-ink-3 inset-ring inset-ring-control focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-phone:order-first max-phone:h-11 max-phone:max-w-none max-phone:basis-full embed:h-8">
      <Icon name="search" />
      <input
        ref={input}
        value={text}
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || text === "") return;
          event.preventDefault();
          setText("");
        }}
        className="w-0 min-w-0 flex-1 bg-transparent text-ellipsis text-ink outline-none placeholder:text-ink-3 max-phone:text-[1rem] embed:text-body"
      />
      <kbd aria-hidden="true" className="rounded-[4px] px-1.5 font-sans text-note text-ink-3 inset-ring inset-ring-line-strong max-phone:hidden">
        /
      </kbd>
    </label>
  );
}
