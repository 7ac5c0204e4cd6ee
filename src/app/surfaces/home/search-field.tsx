import { useEffect, useState } from "react";
import { afterPause } from "../../client/after-pause.ts";
import { TextField } from "../../ui/text-field.tsx";

/** Each search costs the platform a request: it is asked once typing pauses. */
const pauseMilliseconds = 300;

/** What campaigns to list, by part of their name. */
export function SearchField({ onSearch }: { onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const wanted = typed.trim();

  useEffect(() => {
    if (wanted === asked) return;
    return afterPause(pauseMilliseconds, () => {
      setAsked(wanted);
      onSearch(wanted);
    });
  }, [wanted, asked, onSearch]);

  return (
    <TextField
      label="Search campaigns"
      labelHidden
      icon="search"
      type="search"
      placeholder="Search by name"
      value={typed}
      onText={setTyped}
      className="mb-4 max-w-80 max-phone:max-w-none"
    />
  );
}
